"""Headers that nearly touch, taken apart: one piece of words over several narrow columns."""

from ingest.placed_words import Word
from ingest.table_columns import Column
from ingest.table_lines import Piece, piece_of

_ENDS = 0.4  # of a line height: how far the ends of a header and its amounts lie apart
_ROW = 3  # headers in the middle of their columns; two may be one over both
_CENTRED = 0.25  # of a line height: how far the middles of a header and its amounts lie apart


def parted(piece: Piece, columns: tuple[Column, ...]) -> list[Piece]:
    """Return headers that nearly touch as pieces of their own, otherwise the piece as it is.

    Each must end with the amounts below it, or three or more stand in their middle.
    """
    groups: dict[int, list[Word]] = {}
    for word in piece.words:
        best = max(range(len(columns)), key=lambda i: columns[i].overlap(word.x0, word.x1))
        groups.setdefault(best, []).append(word)
    if len(groups) < 2 or not all(columns[i].is_amount for i in groups):
        return [piece]
    held = [(columns[i], words) for i, words in groups.items()]
    ends = all(abs(c.x1 - words[-1].x1) < _ENDS * piece.height for c, words in held)
    centred = len(held) >= _ROW and all(_is_centred(c, words) for c, words in held)
    if not ends and not centred:
        return [piece]
    return [piece_of(words, piece.order) for words in groups.values()]


def _is_centred(column: Column, words: list[Word]) -> bool:
    off = (words[0].x0 + words[-1].x1 - column.x0 - column.x1) / 2
    return abs(off) < _CENTRED * (words[0].bottom - words[0].top)
