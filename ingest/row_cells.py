"""The cells of a row from the pieces that stand in its columns."""

from ingest.joined import joined
from ingest.reading import Cell
from ingest.table_columns import Column
from ingest.table_lines import Piece
from ingest.table_rows import OpenRow


def row_cells(row: OpenRow, columns: tuple[Column, ...]) -> tuple[Cell, ...]:
    """Return the cells of a row, one for each column."""
    cells = []
    for index, column in enumerate(columns):
        pieces = row.cells.get(index, [])
        pieces = _amount(pieces) if column.is_amount else pieces
        cells.append(joined_cell(pieces, whole=index == max(row.cells)))
    return tuple(cells)


def joined_cell(pieces: list[Piece], *, whole: bool = True) -> Cell:
    """Return pieces as one cell; without ``whole`` its span ends with its first page.

    Where a row is broken over a page, the first half of its last cell stands between the halves of
    the others.
    """
    if not pieces:
        return Cell("", None)
    held = pieces if whole else [p for p in pieces if p.page == pieces[0].page]
    span = held[0].span
    for piece in held[1:]:
        span = span.cover(piece.span)
    return Cell(joined("\n".join(piece.text for piece in pieces)), span)


def _amount(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of an amount cell without a "-" on a line above or below its one number.

    Accounting formats leave such a mark of nothing behind; a minus stands on the number's own line.
    """
    numbers = [piece for piece in pieces if piece.is_number]
    others = [piece for piece in pieces if not piece.is_number]
    nothing = all(
        piece.is_value and abs(piece.middle - numbers[0].middle) > 0.5 * piece.height
        for piece in others
        if numbers
    )
    return numbers if len(numbers) == 1 and nothing else pieces
