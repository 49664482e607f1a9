"""Rows of cells from the pieces of a table, read in the order of the stored text.

The stored text prints a row cell after cell, each with all its lines, before the next row starts:
that order tells which lines belong together where heights alone do not (labels of three lines with
the amounts beside the second). Places tell the column.
"""

from dataclasses import dataclass, field

from ingest.table_columns import Column, column_of
from ingest.table_lines import Line, Piece

_LETTER = 0.25  # of a line height: the room that a space takes
_SLACK = 1.2  # line heights that the amounts of a row may stand above or below its label


@dataclass(slots=True)
class OpenRow:
    """A row while it is being read: the pieces of each column, top to bottom."""

    cells: dict[int, list[Piece]] = field(default_factory=dict)
    last: int = -1

    def add(self, column: int, piece: Piece) -> None:
        """Put a piece in a column."""
        self.cells.setdefault(column, []).append(piece)
        self.last = column


def table_rows(
    pieces: tuple[Piece, ...], columns: tuple[Column, ...], carried: OpenRow | None = None
) -> list[OpenRow]:
    """Return the rows of one page; ``carried`` is the row that a page before left open.

    When the first pieces go on with ``carried``, they are added to it and it is not returned again.
    """
    rows: list[OpenRow] = []
    row = carried
    for piece in sorted(pieces, key=lambda p: (p.page, p.order)):
        column = column_of(piece, columns)
        if row is None or not _same_row(row, column, piece, columns):
            row = OpenRow()
            rows.append(row)
        row.add(column, piece)
    return rows


def rows_by_height(lines: tuple[Line, ...], columns: tuple[Column, ...]) -> list[OpenRow]:
    """Return the rows of one page by the height of their amounts.

    For tables that print several rows as the lines of one row of cells: the stored text then holds
    all labels before the first amount. A line with amounts is a row; a line before it without any
    belongs to it when the label had to be broken.
    """
    rows: list[OpenRow] = []
    for line in lines:
        first = line.pieces[0]
        if not (rows and _label_goes_on(rows[-1], first, columns)):
            rows.append(OpenRow())
        for piece in line.pieces:
            rows[-1].add(column_of(piece, columns), piece)
    return rows


def _label_goes_on(row: OpenRow, piece: Piece, columns: tuple[Column, ...]) -> bool:
    """Return whether a row is so far a label that had to be broken, and ``piece`` its next line."""
    if set(row.cells) != {0} or column_of(piece, columns) != 0:
        return False
    return _is_wrapped(row.cells[0][-1], piece, columns[0])


def _same_row(row: OpenRow, column: int, piece: Piece, columns: tuple[Column, ...]) -> bool:
    last = row.cells[row.last][-1]
    if column < row.last:
        return False
    if column > row.last:
        return _beside(row, piece)
    if columns[column].is_amount:
        # A "-" left beside a number spoils that one cell; two numbers are two rows.
        both = piece.is_number and last.is_number
        return not (piece.is_value and last.is_value and (both or not _within(row, piece)))
    if column > 0:
        return True
    return _is_wrapped(last, piece, columns[0])


def _beside(row: OpenRow, piece: Piece) -> bool:
    """Return whether a piece stands at the height of the row, or the row began a page before."""
    boxes = [p for cell in row.cells.values() for p in cell if p.page == piece.page]
    if not boxes:
        return True
    slack = _SLACK * piece.height
    return min(p.top for p in boxes) - slack < piece.middle < max(p.bottom for p in boxes) + slack


def _within(row: OpenRow, piece: Piece) -> bool:
    """Return whether a piece stands between the first and the last line of the row's label."""
    label = row.cells[min(row.cells)]
    return label[0].top <= piece.middle <= label[-1].bottom


def _is_wrapped(last: Piece, piece: Piece, column: Column) -> bool:
    """Return whether a label goes on: its next word would not have fitted on the line before."""
    if last.page != piece.page or piece.top - last.bottom > 0.8 * piece.height:
        return False
    if piece.text[:1] == "(" or last.text.endswith("-"):
        return True
    return last.x1 + _LETTER * last.height + piece.first_width > column.x1
