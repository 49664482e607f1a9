"""A "-" in a blank cell of amounts, which is no list mark of the words in the next cell."""

import re

from ingest.table_columns import Column
from ingest.table_lines import Piece, piece_of

_MARK = re.compile(r"[-–—]")


def parted_marks(piece: Piece, columns: tuple[Column, ...]) -> tuple[Piece, ...]:
    """Return a "-" that stands under amounts apart from the words in the cell beside it.

    Left of a list it would be a mark of its first line.
    """
    first, rest = piece.words[0], piece.words[1:]
    under = [c for c in columns if c.is_amount and c.overlap(first.x0, first.x1) > 0]
    if not rest or not _MARK.fullmatch(first.text) or not under:
        return (piece,)
    if any(column.overlap(rest[0].x0, rest[-1].x1) > 0 for column in under):
        return (piece,)
    return piece_of([first], piece.order), piece_of(list(rest), piece.order)
