"""Rows that a page breaks: their cells go on at the top of the next page."""

from ingest.table_columns import Column
from ingest.table_rows import OpenRow

_ENDS = (".", "!", "?", ":", ";", ")")


def without_breaks(
    last: OpenRow | None, rows: list[OpenRow], columns: tuple[Column, ...]
) -> list[OpenRow]:
    """Return the rows of a new page without the rest of ``last``, which is added to that row.

    The rest holds words alone, in cells that ``last`` has filled: beside its label those of an
    explanation that was not at the end of a sentence.
    """
    if last is None or not rows or not _goes_on(last, rows[0], columns):
        return rows
    for column, pieces in sorted(rows[0].cells.items()):
        for piece in pieces:
            last.add(column, piece)
    return rows[1:]


def _goes_on(last: OpenRow, rest: OpenRow, columns: tuple[Column, ...]) -> bool:
    filled = set(rest.cells)
    if any(columns[index].is_amount for index in filled) or not filled <= set(last.cells):
        return False
    amounts = [p for n, held in last.cells.items() if columns[n].is_amount for p in held]
    turned = all(p.page > amounts[-1].page for held in rest.cells.values() for p in held)
    if not any(piece.is_number for piece in amounts) or not turned:
        return False
    label = min(last.cells)
    if label not in filled:
        return True
    texts = [last.cells[index][-1].text for index in filled - {label}]
    return any(not text.endswith(_ENDS) for text in texts)
