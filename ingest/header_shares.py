"""Which columns each header of a line stands over, where it stands over several of them.

Cells have no borders here; their edges lie in the room between the amounts of two columns. Headers
stand at the left, in the middle or at the right of their cells, all of one line alike. What fits in
one way only is taken.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ingest.table_columns import Column
from ingest.table_lines import Piece

_MOST = 16  # amount columns; more ways to part them than anyone prints
_TIGHT = 0.4  # of a line height: edges of two lines of one cell
_PADDING = 1.4  # line heights between an amount and the right edge of its cell, at most
_SPREAD = 0.5  # of a line height: how much the headers of a line differ in where they stand
_EVEN = 0.1  # of the width of a column: how much equally wide columns differ
_OFF = 0.2  # of the width of a column: how far from the middle of its cells a header may stand

Block = tuple[int, int]  # first and last amount column under a header


@dataclass(frozen=True, slots=True)
class _Cells:
    """Where the amounts stand (``x0``, ``x1``) and how far the headers below stick out of them."""

    x0: tuple[float, ...]
    x1: tuple[float, ...]
    left: tuple[float, ...]
    right: tuple[float, ...]
    labels: float
    at_end: bool

    @property
    def is_even(self) -> bool:
        """Return whether all columns are equally wide."""
        steps = [b - a for a, b in pairwise(self.x1)]
        return max(steps) - min(steps) <= _EVEN * self.pitch

    @property
    def pitch(self) -> float:
        """Return the usual distance of two columns."""
        steps = sorted(b - a for a, b in pairwise(self.x1))
        return steps[len(steps) // 2]


def header_ways(
    pieces: Sequence[Piece],
    columns: Sequence[Column],
    leaves: Sequence[Piece | None],
    within: Sequence[Block],
    labels: float,
) -> tuple[tuple[Block, ...], ...]:
    """Return the ways to give each of ``pieces`` its block of columns; more than one is unclear.

    ``columns`` are the amount columns from left to right, ``leaves`` the lowest header of each,
    ``within`` the blocks of the line above, which no header crosses; ``labels`` is where the
    labels end.
    """
    if not 1 < len(pieces) <= len(columns) <= _MOST:
        return ()
    cells = _cells(columns, leaves, labels)
    ways = [
        way
        for way in _ways(len(pieces), len(columns))
        if not crosses(way, within) and _named(way, leaves) and in_rounds(way, leaves)
    ]
    found: set[tuple[Block, ...]] = set()
    for fits in (_fit_right, _fit_left, _fit_middle):
        fitting = [way for way in ways if fits(pieces, way, cells)]
        found |= set(_fullest(fitting, len(columns)))
        if fits is _fit_right and len(found) == 1 and cells.at_end:
            break  # to end where amounts do is no chance, where these do end at one place
    return tuple(sorted(found if cells.at_end else _fullest(found, len(columns))))


def _fullest(ways: Collection[tuple[Block, ...]], columns: int) -> list[tuple[Block, ...]]:
    """Return the ways that leave the fewest columns without a header."""
    fewest = min((_blank(way, columns) for way in ways), default=0)
    return [way for way in ways if _blank(way, columns) == fewest]


def _cells(columns: Sequence[Column], leaves: Sequence[Piece | None], labels: float) -> _Cells:
    both = list(zip(columns, leaves, strict=True))
    return _Cells(
        x0=tuple(c.x0 for c in columns),
        x1=tuple(c.x1 for c in columns),
        left=tuple(min(c.x0, leaf.x0) if leaf else c.x0 for c, leaf in both),
        right=tuple(max(c.x1, leaf.x1) if leaf else c.x1 for c, leaf in both),
        labels=labels,
        at_end=all(c.at_end for c in columns),
    )


def _ways(pieces: int, columns: int) -> Iterator[tuple[Block, ...]]:
    """Yield all ways to give each piece a block; what stays blank lies before or behind them."""
    for cuts in combinations(range(columns + 1), pieces + 1):
        yield tuple((a, b - 1) for a, b in pairwise(cuts))


def _named(way: tuple[Block, ...], leaves: Sequence[Piece | None]) -> bool:
    """Return whether all columns of a block over several have a header of their own below it."""
    return all(leaves[n] for first, last in way if first < last for n in range(first, last + 1))


def crosses(way: Sequence[Block], within: Sequence[Block]) -> bool:
    """Return whether one of the blocks ``way`` lies partly in one of ``within``."""
    return any(
        first <= start <= last < end
        or start < first <= end <= last
        or (start < first and end > last)
        for start, end in way
        for first, last in within
    )


def _blank(way: tuple[Block, ...], columns: int) -> int:
    return columns - sum(last - first + 1 for first, last in way)


def _before(first: int, cells: _Cells) -> float:
    return cells.right[first - 1] if first else cells.labels


def _inside(piece: Piece, block: Block, cells: _Cells) -> bool:
    slack = _TIGHT * piece.height
    behind = cells.left[block[1] + 1] if block[1] + 1 < len(cells.left) else piece.x1
    return _before(block[0], cells) - slack < piece.x0 and piece.x1 < behind + slack


def _fit_right(pieces: Sequence[Piece], way: tuple[Block, ...], cells: _Cells) -> bool:
    """Return whether each header ends where the amounts of its last column do."""
    return all(
        _inside(p, block, cells)
        and min(abs(p.x1 - cells.x1[block[1]]), abs(p.x1 - cells.right[block[1]]))
        <= _TIGHT * p.height
        for p, block in zip(pieces, way, strict=True)
    )


def _fit_left(pieces: Sequence[Piece], way: tuple[Block, ...], cells: _Cells) -> bool:
    """Return whether headers begin in the room before their first columns, all as far in it."""
    both = list(zip(pieces, way, strict=True))
    begin = all(
        _inside(p, block, cells) and p.x0 <= cells.left[block[0]] + _TIGHT * p.height
        for p, block in both
    )
    return begin and _are_alike([p.x0 - _edge(block[0], cells) for p, block in both], pieces, cells)


def _fit_middle(pieces: Sequence[Piece], way: tuple[Block, ...], cells: _Cells) -> bool:
    """Return whether headers stand in the middle of the cells of their blocks.

    Where amounts end at the right of their cells an edge lies just behind them.
    """
    both = list(zip(pieces, way, strict=True))
    if not all(_inside(p, block, cells) for p, block in both):
        return False
    slack = _OFF * cells.pitch
    if not cells.at_end:
        middles = [(cells.x0[i] + cells.x1[j]) / 2 for i, j in way]
        return all(abs(_middle(p) - at) <= slack for p, at in zip(pieces, middles, strict=True))
    offs = [_middle(p) - (_edge(i, cells) + cells.x1[j]) / 2 for p, (i, j) in both]
    most = min(_PADDING * pieces[0].height, 2 * slack)
    if any(not -slack <= off <= most for off, (i, _) in zip(offs, way, strict=True) if i):
        return False
    return _are_alike(offs, pieces, cells) and _may_begin(pieces[0], way[0], cells)


def _middle(piece: Piece) -> float:
    return (piece.x0 + piece.x1) / 2


def _edge(first: int, cells: _Cells) -> float:
    """Return where the column before ``first`` ends, or would end."""
    return cells.x1[first - 1] if first else cells.x1[0] - cells.pitch


def _are_alike(offs: Sequence[float], pieces: Sequence[Piece], cells: _Cells) -> bool:
    """Return whether headers stand equally far from the edges of their cells.

    The first edge is known only where all columns are equally wide.
    """
    known = offs if cells.is_even else offs[1:]
    return not known or max(known) - min(known) <= _SPREAD * pieces[0].height


def _may_begin(piece: Piece, block: Block, cells: _Cells) -> bool:
    """Return whether a header may be in the middle where its cell begins behind the labels."""
    if block[0]:
        return True
    slack = _OFF * cells.pitch
    low = (max(cells.labels, cells.x1[0] - 1.5 * cells.pitch) + cells.x1[block[1]]) / 2
    high = (cells.left[0] + cells.x1[block[1]]) / 2 + _PADDING * piece.height
    return low - slack <= _middle(piece) <= high + slack


def in_rounds(way: Sequence[Block], leaves: Sequence[Piece | None]) -> bool:
    """Return whether each header stands over whole rounds of names that come back."""
    names = [leaf.text if leaf else "" for leaf in leaves]
    period = next(
        (
            p
            for p in range(1, len(names))
            if all(a == b for a, b in zip(names, names[p:], strict=False))
        ),
        len(names),
    )
    if period == len(names) or 2 * period > len(names):
        return True
    wide = [block for block in way if block[0] < block[1]]
    return all(first % period == 0 == (last + 1) % period for first, last in wide)
