"""Header lines tied to columns: a header over several columns is given to each of them."""

from dataclasses import dataclass

from ingest.placed_words import Word
from ingest.table_columns import Column, header_home
from ingest.table_lines import Line, Piece, piece_of

_SAME_CELL = 0.9  # of a line height: the lines of one header cell follow each other closely


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """The pieces of one header, top to bottom, and the columns below it."""

    pieces: tuple[Piece, ...]
    columns: tuple[int, ...]


def header_cells(
    lines: tuple[Line, ...], columns: tuple[Column, ...]
) -> tuple[tuple[HeaderCell, ...], ...]:
    """Return for each column the headers above it, from top to bottom, their lines joined.

    A piece belongs to the column that it lies over, or, when the pieces of its line part the amount
    columns evenly ("2026" and "2027" over lasten and baten), to every column of its share. A piece
    that fits neither way is left out: no header is better than a wrong one.
    """
    found: list[list[HeaderCell]] = [[] for _ in columns]
    for above, line in zip((None, *lines), lines, strict=False):
        shares = {} if above and _wraps(above, line) else _even_shares(line, columns)
        pieces = line.pieces if shares else [p for q in line.pieces for p in _split(q, columns)]
        for piece in pieces:
            below = shares.get(piece.order) or _over(piece, line, columns)
            for index in below:
                _put(found[index], piece, below)
    return tuple(tuple(cells) for cells in found)


def _wraps(above: Line, line: Line) -> bool:
    """Return whether a line is the lone last word of one of the headers above it."""
    close = line.top - above.bottom < _SAME_CELL * line.height
    return len(line.pieces) == 1 < len(above.pieces) and close


def _split(piece: Piece, columns: tuple[Column, ...]) -> list[Piece]:
    """Return headers that nearly touch as pieces of their own, where each ends with its column."""
    groups: dict[int, list[Word]] = {}
    for word in piece.words:
        best = max(range(len(columns)), key=lambda i: columns[i].overlap(word.x0, word.x1))
        groups.setdefault(best, []).append(word)
    ends = [
        columns[i].is_amount and abs(columns[i].x1 - words[-1].x1) < 0.4 * piece.height
        for i, words in groups.items()
    ]
    if len(groups) < 2 or not all(ends):
        return [piece]
    return [piece_of(words, piece.order) for words in groups.values()]


def _put(cells: list[HeaderCell], piece: Piece, below: tuple[int, ...]) -> None:
    """Add a piece to the headers of a column: to the last one when it is its next line."""
    last = cells[-1] if cells else None
    if (
        last is not None
        and last.columns == below
        and piece.top - last.pieces[-1].bottom < _SAME_CELL * piece.height
    ):
        cells[-1] = HeaderCell((*last.pieces, piece), below)
    else:
        cells.append(HeaderCell((piece,), below))


def _even_shares(line: Line, columns: tuple[Column, ...]) -> dict[int, tuple[int, ...]]:
    """Return the columns of each piece (by its order) where each has as many, two or more."""
    amounts = [index for index, column in enumerate(columns) if column.is_amount]
    if not amounts:
        return {}
    left = columns[amounts[0]].x0
    pieces = [piece for piece in line.pieces if piece.x1 > left - piece.height]
    size, rest = divmod(len(amounts), len(pieces)) if pieces else (0, 1)
    if rest or size < 2:
        return {}
    shares = {
        piece.order: tuple(amounts[i * size : (i + 1) * size]) for i, piece in enumerate(pieces)
    }
    alone = len(pieces) == 1
    return shares if all(_spans(p, shares[p.order], columns, alone) for p in pieces) else {}


def _spans(piece: Piece, share: tuple[int, ...], columns: tuple[Column, ...], alone: bool) -> bool:
    """Return whether a piece stands over the middle of its columns, or starts with the first.

    One piece ``alone`` must be in the middle: at the start it heads the first column only.
    """
    x0, x1 = columns[share[0]].x0, columns[share[-1]].x1
    off = abs((piece.x0 + piece.x1) / 2 - (x0 + x1) / 2)
    inside = piece.x0 > x0 - 2 * piece.height and piece.x1 < x1 + 2 * piece.height
    if alone:
        return inside and off < 0.05 * (x1 - x0)
    return inside and (off < 0.2 * (x1 - x0) or abs(piece.x0 - x0) < piece.height)


def _over(piece: Piece, line: Line, columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Return the one column that a piece lies over, or () when it is not clear which.

    Of two columns the one that it lies over is taken when it hardly touches the other.
    """
    overlaps = {i: column.overlap(piece.x0, piece.x1) for i, column in enumerate(columns)}
    best = max(overlaps, key=lambda i: overlaps[i])
    others = [value for i, value in overlaps.items() if i != best]
    if overlaps[best] <= 0:
        home = header_home(piece, line, columns)
        return () if home is None else (home,)
    if others and max(others) > 0.15 * overlaps[best]:
        return ()
    return (best,)
