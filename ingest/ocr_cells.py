"""The reading order of a recognised page: a row of a table is read cell after cell.

PDF files print a table that way, and how rows are found rests on it; text recognition reads across.
"""

from collections.abc import Iterator, Sequence

from ingest.placed_words import Word
from ingest.table_lines import Line, Piece

_EDGE = 6.0  # points that lines of one cell of a scan begin apart
_NEAR = 1.2  # line heights of room within a cell


def by_cell(lines: Sequence[Line]) -> Iterator[tuple[Word, ...]]:
    """Yield the printed lines of one column of text, top to bottom, as the words of each.

    A row that begins with an amount takes the lines below it that begin under its other cells, and
    gives them cell after cell; every other line is given as it stands.
    """
    at = 0
    while at < len(lines):
        end = _end_of_row(lines, at)
        if end == at + 1:
            yield tuple(word for piece in lines[at].pieces for word in piece.words)
        else:
            cells = _cells(lines[at:end])
            yield from (piece.words for cell in cells for piece in cell)
        at = end


def _end_of_row(lines: Sequence[Line], start: int) -> int:
    """Return behind which line the row that begins at ``start`` ends."""
    first = lines[start].pieces
    if len(first) < 2 or not first[0].is_number:
        return start + 1
    end = start + 1
    while end < len(lines) and _goes_on(first, lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(first: tuple[Piece, ...], above: Line, line: Line) -> bool:
    """Tell whether a line lies close below and begins under cells of the row but the amount."""
    if line.top - above.bottom > _NEAR * line.height:
        return False
    return all(any(abs(p.x0 - cell.x0) < _EDGE for cell in first[1:]) for p in line.pieces)


def _cells(rows: Sequence[Line]) -> list[list[Piece]]:
    cells = [[piece] for piece in rows[0].pieces]
    for row in rows[1:]:
        for piece in row.pieces:
            nearest = min(cells[1:], key=lambda cell: abs(cell[0].x0 - piece.x0))
            nearest.append(piece)
    return cells
