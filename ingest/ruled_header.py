"""The header that stands above the drawn borders of a table, on a coloured strip."""

from ingest.placed_words import Word
from ingest.ruled_boxes import RuledBox, RuledCell
from ingest.table_lines import Piece, table_lines

Row = tuple[tuple[RuledCell, tuple[Piece, ...]], ...]
"""The cells of a row with the lines in each, from left to right."""

_ROOM = 1.2  # line heights between the lines of a header, and above the table
_OUT = 2.0  # points that a header may stick out of its column


def header_of_strip(box: RuledBox, words: tuple[Word, ...], *, above: bool) -> Row:
    """Return the headers among ``words``, each between the edges of one column.

    ``words`` are those of a strip without lines, the first row of the table, or with ``above`` all
    that stand above the table, of which the nearest lines are taken. () where fewer than two
    columns have one: a caption is no header.
    """
    held: list[list[Piece]] = [[] for _ in box.xs[1:]]
    edge = box.ys[0]
    for line in reversed(table_lines(words)):
        homes = [_home(piece, box) for piece in line.pieces]
        if None in homes and not above:
            return ()
        if None in homes or (above and edge - line.bottom > _ROOM * line.height):
            break
        for home, piece in reversed(tuple(zip(homes, line.pieces, strict=True))):
            held[home or 0].insert(0, piece)
        edge = line.top
    if sum(map(bool, held)) < 2:
        return ()
    return tuple((RuledCell(n, n, 0, 0), tuple(pieces)) for n, pieces in enumerate(held))


def _home(piece: Piece, box: RuledBox) -> int | None:
    """Return the column that a piece stands in, or None where it crosses an edge."""
    middle = (piece.x0 + piece.x1) / 2
    for column, (left, right) in enumerate(zip(box.xs, box.xs[1:], strict=False)):
        if left <= middle < right:
            return column if left - _OUT < piece.x0 and piece.x1 < right + _OUT else None
    return None
