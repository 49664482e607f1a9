"""Header lines tied to columns: a header over several columns is given to each of them."""

import re
from dataclasses import dataclass

from ingest.header_shares import crosses, header_ways, in_rounds
from ingest.table_columns import Column, header_home
from ingest.table_lines import Line, Piece
from ingest.table_parts import is_year
from ingest.touching_headers import parted

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CELL = 6  # line heights that a header may begin left of the amounts in its cell
_ROWS_APART = 0.15  # of a line height: lines of one cell follow each other at 0 to 0.1
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
    most = 0  # pieces of a line so far: a header over several columns stands above finer ones
    wide: dict[int, tuple[int, ...]] = {}  # what stood over several columns so far
    for above, line, under in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        goes_on = len(line.pieces) < most or bool(above and _wraps(above, line))
        ways = _ways(line, lines, columns, wide)
        shares = ways[0] if len(ways) == 1 else {}
        if not shares and not goes_on:
            even = _even_shares(line, under, columns)
            may_be = not crosses(_ends(even), _ends(wide)) and (not ways or even in ways)
            shares = even if may_be and _in_rounds(even, line, lines, columns) else {}
        wide = shares or wide
        most = max(most, len(line.pieces))
        pieces = line.pieces if shares else [p for q in line.pieces for p in parted(q, columns)]
        for piece in pieces:
            below = shares.get(piece.order) or _over(piece, line, columns)
            for index in below:
                _put(found[index], piece, below)
    return tuple(tuple(cells) for cells in found)


def _ways(
    line: Line,
    lines: tuple[Line, ...],
    columns: tuple[Column, ...],
    wide: dict[int, tuple[int, ...]],
) -> list[dict[int, tuple[int, ...]]]:
    """Return the ways to give columns to each piece (by its order) of a line above a finer one."""
    amounts = [index for index, column in enumerate(columns) if column.is_amount]
    if line == lines[-1] or not amounts or amounts != [*range(amounts[0], len(columns))]:
        return []
    if not _stands_free(line, lines):
        return []
    labels = columns[amounts[0] - 1].x1 if amounts[0] else float("-inf")
    pieces = [p for p in line.pieces if p.x0 > labels]
    finer = lines[lines.index(line) + 1 :]
    leaves = _leaves(columns, amounts, finer)
    within = [(first - amounts[0], last - amounts[0]) for first, last in _ends(wide)]
    held = [columns[index] for index in amounts]
    return [
        {
            piece.order: tuple(amounts[first : last + 1])
            for piece, (first, last) in zip(pieces, way, strict=True)
        }
        for way in header_ways(pieces, held, leaves, within, labels)
        if any(first < last for first, last in way)
        and _holds_rounds(way, [p for p in finer[0].pieces if p.x0 > labels], held)
    ]


def _holds_rounds(
    way: tuple[tuple[int, int], ...], below: list[Piece], columns: list[Column]
) -> bool:
    """Return whether the headers right below that come back ("2025", "2026") do so in each block.

    Each header stands over as many rounds of them.
    """
    names = [piece.text for piece in below]
    rounds = len(way)
    period = len(names) // rounds
    if period < 2 or names != names[:period] * rounds:
        return True
    middles = [(piece.x0 + piece.x1) / 2 for piece in below]
    ends = [columns[last].x1 for _, last in way]
    begins = [float("-inf"), *ends[:-1]]
    held = [sum(a < at <= b for at in middles) for a, b in zip(begins, ends, strict=True)]
    return all(count == period for count in held)


def _stands_free(line: Line, lines: tuple[Line, ...]) -> bool:
    """Return whether a line is a row of cells by itself, not a part of taller cells."""
    at = lines.index(line)
    room = _ROWS_APART * line.height
    above = at == 0 or line.top - lines[at - 1].bottom > room
    return above and lines[at + 1].top - line.bottom > room


def _in_rounds(
    shares: dict[int, tuple[int, ...]],
    line: Line,
    lines: tuple[Line, ...],
    columns: tuple[Column, ...],
) -> bool:
    """Return whether no header parts names that come back below it ("lasten", "baten")."""
    amounts = [index for index, column in enumerate(columns) if column.is_amount]
    finer = lines[lines.index(line) + 1 :]
    way = [(amounts.index(first), amounts.index(last)) for first, last in _ends(shares)]
    return in_rounds(way, _leaves(columns, amounts, finer))


def _ends(shares: dict[int, tuple[int, ...]]) -> list[tuple[int, int]]:
    return [(share[0], share[-1]) for share in shares.values()]


def _leaves(
    columns: tuple[Column, ...], amounts: list[int], finer: tuple[Line, ...]
) -> list[Piece | None]:
    """Return for each amount column the lowest piece of the lines below in its cell, if only one.

    The cell begins where the column before it ends.
    """
    found: list[Piece | None] = []
    for index in amounts:
        begin = columns[index - 1].x1 if index else float("-inf")
        held = (
            [
                p
                for piece in line.pieces
                for p in parted(piece, columns)
                if columns[index].overlap(p.x0, p.x1) > 0
                or (begin < p.x0 and p.x1 < columns[index].x1)
            ]
            for line in reversed(finer)
        )
        lowest = next((pieces for pieces in held if pieces), [])
        found.append(lowest[0] if len(lowest) == 1 else None)
    return found


def _wraps(above: Line, line: Line) -> bool:
    """Return whether a line is the lone last word of one of the headers above it."""
    close = line.top - above.bottom < _SAME_CELL * line.height
    return len(line.pieces) == 1 < len(above.pieces) and close


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


def _even_shares(
    line: Line, under: Line | None, columns: tuple[Column, ...]
) -> dict[int, tuple[int, ...]]:
    """Return the columns of each piece (by its order) where each has as many.

    ``under`` is the next line of the header.
    """
    amounts = [index for index, column in enumerate(columns) if column.is_amount]
    if not amounts:
        return {}
    labels = columns[amounts[0] - 1].x1 if amounts[0] else float("-inf")
    pieces = [p for p in line.pieces if p.x0 > labels or p.x1 > columns[amounts[0]].x0 - p.height]
    pieces = [p for p in pieces if not any(_lies_over(p, c) for c in columns if not c.is_amount)]
    size, rest = divmod(len(amounts), len(pieces)) if pieces else (0, 1)
    if rest or (size < 2 and len(pieces) < 2):
        return {}
    shares = {
        piece.order: tuple(amounts[i * size : (i + 1) * size]) for i, piece in enumerate(pieces)
    }
    alone = len(pieces) == 1
    if size == 1:
        return shares if all(_near(p, shares[p.order][0], columns) for p in pieces) else {}
    if alone and under is not None:
        if _goes_on_below(pieces[0], under):
            return {}
        if _heads_all(pieces[0], under, columns):
            return shares
    return shares if all(_spans(p, shares[p.order], columns, alone) for p in pieces) else {}


def _lies_over(piece: Piece, column: Column) -> bool:
    return column.overlap(piece.x0, piece.x1) > 0


def _goes_on_below(piece: Piece, under: Line) -> bool:
    """Return whether a header goes on with the piece below it, as no other piece there does."""
    below = [p for p in under.pieces if p.x0 < piece.x1 and piece.x0 < p.x1]
    rest = [p for p in under.pieces if p not in below]
    return any(_is_rest(p) for p in below) and not all(_is_rest(p) for p in rest)


def _is_rest(piece: Piece) -> bool:
    """Return whether a header is but the end of one: a year, or words that begin small."""
    return is_year(piece) or piece.text[:1].islower() or piece.text[:1] == "("


def _heads_all(piece: Piece, under: Line, columns: tuple[Column, ...]) -> bool:
    """Return whether a lone year stands over headers that name none: it holds for all of them."""
    amounts = [column for column in columns if column.is_amount]
    labels = max((c.x1 for c in columns if c.x1 < amounts[0].x0), default=float("-inf"))
    heads = [p for p in under.pieces if p.x0 > labels or _near_column(p, amounts[0])]
    unlike = not any(_YEAR.search(p.text) or _is_rest(p) for p in heads)
    return bool(_YEAR.search(piece.text)) and unlike and len(heads) >= len(amounts) > 1


def _near_column(piece: Piece, column: Column) -> bool:
    return column.overlap(piece.x0, piece.x1) > -_CELL * piece.height


def _near(piece: Piece, index: int, columns: tuple[Column, ...]) -> bool:
    """Return whether a header may stand in the cell of a column: not wholly over another one."""
    before = columns[index - 1].x1 if index else float("-inf")
    after = columns[index + 1].x0 if index + 1 < len(columns) else float("inf")
    if before < piece.x0 and piece.x1 < after:
        return True
    far = -_CELL * piece.height
    beside = piece.x1 > before and piece.x0 < after
    return beside and columns[index].overlap(piece.x0, piece.x1) > far


def _spans(piece: Piece, share: tuple[int, ...], columns: tuple[Column, ...], alone: bool) -> bool:
    """Return whether a piece stands over its columns: in their middle, or at their start or end.

    Words start at the left of a cell, which begins where the column before it ends. One piece
    ``alone`` must be in the middle: at the start it heads the first column only.
    """
    x0, x1 = columns[share[0]].x0, columns[share[-1]].x1
    off = abs((piece.x0 + piece.x1) / 2 - (x0 + x1) / 2)
    before = columns[share[0] - 1].x1 if share[0] else x0
    edge = max(before - 0.5 * piece.height, x0 - _CELL * piece.height)
    inside = edge < piece.x0 and piece.x1 < x1 + 2 * piece.height
    if alone:
        return inside and off < 0.05 * (x1 - x0)
    at_edge = piece.x0 < x0 + piece.height or abs(piece.x1 - x1) < piece.height
    return inside and (at_edge or off < 0.2 * (x1 - x0))


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
