"""Whether the rows of a table fell into place."""

from ingest.row_code import is_code
from ingest.table_columns import Column
from ingest.table_rows import OpenRow


def are_sound(rows: list[OpenRow], columns: tuple[Column, ...]) -> bool:
    """Return whether no cell holds two amounts and amounts have a label.

    Only the last row may do without: a total is often printed below a line without a word.
    """
    labels = _label_columns(rows, columns)
    return all(_is_sound(row, columns) for row in rows) and all(
        _has_label(row, columns, labels) for row in rows[:-1]
    )


def _label_columns(rows: list[OpenRow], columns: tuple[Column, ...]) -> frozenset[int]:
    """Return the columns that may name a row: the first of words, with the next where it is codes.

    Parts of a row with a code ("D5") often have none of their own.
    """
    words = [index for index, column in enumerate(columns) if not column.is_amount]
    first = [p.text for row in rows for p in row.cells.get(words[0], [])] if words else []
    coded = len(words) > 1 and all(is_code(text) for text in first)
    return frozenset(words[: 2 if coded else 1])


def _is_sound(row: OpenRow, columns: tuple[Column, ...]) -> bool:
    return all(
        sum(piece.is_number for piece in pieces) <= 1 or not columns[index].is_amount
        for index, pieces in row.cells.items()
    )


def _has_label(row: OpenRow, columns: tuple[Column, ...], labels: frozenset[int]) -> bool:
    """Return whether a row with an amount has something in a column of ``labels``."""
    amount = any(
        columns[i].is_amount and p.is_number for i, cell in row.cells.items() for p in cell
    )
    return not amount or any(index in row.cells for index in labels)
