"""Rows of cells from the pieces of a table, read in the order of the stored text.

The stored text prints a row cell after cell, each with all its lines, before the next row starts:
that order tells which lines belong together where heights alone do not (labels of three lines with
the amounts beside the second). Places tell the column.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median

from ingest.measure import group_year
from ingest.row_code import is_code
from ingest.table_columns import Column, column_of
from ingest.table_lines import Line, Piece
from ingest.table_parts import is_row

_LETTER = 0.25  # of a line height: the room that a space takes
_NUMBERED = re.compile(r"\d+[a-z]?[.)]\s|[-•▪]\s")
_APART = 0.25  # of a line height: more room between rows than any line spacing leaves
_LEVEL = 0.3  # of a line height: words of one line stand at one height
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


def row_gap(body: tuple[Line, ...]) -> float:
    """Return the usual room between two rows that follow each other, in points; 0 when unknown."""
    gaps = [b.top - a.bottom for a, b in pairwise(body) if is_row(a) and is_row(b)]
    apart = [gap for gap in gaps if gap > -_APART * body[0].height]  # not beside each other
    return max(median(apart), 0.0) if apart else 0.0


def table_rows(
    pieces: tuple[Piece, ...],
    columns: tuple[Column, ...],
    gap: float,
    carried: OpenRow | None = None,
) -> list[OpenRow]:
    """Return the rows of one page; ``carried`` is the row that a page before left open.

    ``gap`` is the `row_gap` of the lines. When the first pieces go on with ``carried``, they are
    added to it and it is not returned again.
    """
    rows: list[OpenRow] = []
    row = carried
    for piece in sorted(pieces, key=lambda p: (p.page, p.order)):
        column = column_of(piece, columns)
        if row is None or not _same_row(row, column, piece, columns, gap):
            row = OpenRow()
            rows.append(row)
        if piece.is_value and _stands_higher(rows, piece):
            row = _with_labels_above(rows, piece)
        row.add(column, piece)
    return rows


def _stands_higher(rows: list[OpenRow], piece: Piece) -> bool:
    """Return whether an amount stands beside a label above the last one, which has none yet."""
    if len(rows) < 2 or set(rows[-1].cells) != {0} or _is_level(rows[-1], piece):
        return False
    bare = takewhile(lambda row: set(row.cells) == {0}, reversed(rows[:-1]))
    return any(_is_level(row, piece) for row in bare)


def _with_labels_above(rows: list[OpenRow], piece: Piece) -> OpenRow:
    """Make one row of the labels from the one that stands beside an amount on, and return it.

    The text prints a label whole before its amounts: what stands between them is its next line.
    """
    rest = rows.pop().cells[0]
    while not _is_level(rows[-1], piece):
        rest = [*rows.pop().cells[0], *rest]
    rows[-1].cells[0] += rest
    return rows[-1]


def _is_level(row: OpenRow, piece: Piece) -> bool:
    """Return whether a label has a line at the height of an amount."""
    return any(
        p.page == piece.page and abs(p.middle - piece.middle) <= _LEVEL * piece.height
        for p in row.cells.get(0, [])
    )


def rows_by_height(
    lines: tuple[Line, ...], columns: tuple[Column, ...], gap: float
) -> list[OpenRow]:
    """Return the rows of one page by the height of their amounts.

    For tables that print several rows as the lines of one row of cells: the stored text then holds
    all labels before the first amount. A line with amounts is a row; a line before it without any
    belongs to it when the label had to be broken.
    """
    rows: list[OpenRow] = []
    for line in lines:
        first = line.pieces[0]
        if not (rows and _label_goes_on(rows[-1], first, columns, gap)):
            rows.append(OpenRow())
        for piece in line.pieces:
            rows[-1].add(column_of(piece, columns), piece)
    return rows


def _label_goes_on(row: OpenRow, piece: Piece, columns: tuple[Column, ...], gap: float) -> bool:
    """Return whether a row is so far a label that had to be broken, and ``piece`` its next line."""
    if set(row.cells) != {0} or column_of(piece, columns) != 0:
        return False
    return _is_wrapped(row.cells[0][-1], piece, columns[0], gap)


def _same_row(
    row: OpenRow, column: int, piece: Piece, columns: tuple[Column, ...], gap: float
) -> bool:
    last = row.cells[row.last][-1]
    if column < row.last:
        return _resumes(row, column, piece, columns)
    if column > row.last:
        return _beside(row, piece)
    if columns[column].is_amount:
        # A "-" left beside a number spoils that one cell; two numbers are two rows.
        both = piece.is_number and last.is_number
        return not (piece.is_value and last.is_value and (both or not _within(row, piece)))
    if column > 0:
        return columns[0].is_amount or not _is_part(row, column, piece)
    return _is_wrapped(last, piece, columns[0], gap)


def _is_part(row: OpenRow, column: int, piece: Piece) -> bool:
    """Return whether a label in another type stands below one with a code and nothing else."""
    coded = set(row.cells) == {0, 1} and all(is_code(p.text) for p in row.cells[0])
    return column == 1 and coded and not _same_type(row.cells[1][-1], piece)


def _resumes(row: OpenRow, column: int, piece: Piece, columns: tuple[Column, ...]) -> bool:
    """Return whether a new page goes on with each cell of a row that begins with an amount.

    The next row would begin with its amount, so words alone are the rest of this row.
    """
    begun = columns[0].is_amount and 0 in row.cells and not columns[column].is_amount
    return begun and piece.page > row.cells[row.last][-1].page and not piece.is_number


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


def _is_wrapped(last: Piece, piece: Piece, column: Column, gap: float) -> bool:
    """Return whether a label goes on: its signs tell, or the room above it, or that it had to.

    A word had to go to the next line when it did not fit. Next to the widest label of all that says
    little: then a capital is taken for a new row.
    """
    room = piece.top - last.bottom
    if last.page != piece.page or room > 0.8 * piece.height or not _same_type(last, piece):
        return False
    if _NUMBERED.match(piece.text) or group_year(last.text) is not None:
        return False
    if (
        piece.text[:1] == "("
        or piece.text.isdecimal()
        or last.text.endswith("-")
        or _is_open_total(last, piece)
    ):
        return True
    if gap > _APART * piece.height and room < 0.6 * gap:
        return True
    widest = last.x1 > column.x1 - 1.0
    if widest and gap > _APART * piece.height and piece.text[:1].isupper():
        return False
    return last.x1 + _LETTER * last.height + piece.first_width > column.x1


def _same_type(a: Piece, b: Piece) -> bool:
    """Return whether two lines are printed alike; a bold line and a regular one are two labels."""
    one, other = a.words[-1], b.words[0]
    heavier = abs(one.weight - other.weight) > 0.1 * max(abs(one.weight), abs(other.weight))
    return not heavier and abs(one.height - other.height) < 0.1 * one.height


def _is_open_total(last: Piece, piece: Piece) -> bool:
    """Return whether "Totaal ..." goes on with a small letter: no group is called that."""
    return last.text.lower().startswith("totaal") and piece.text[:1].islower()
