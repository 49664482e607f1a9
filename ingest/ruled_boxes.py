"""Tables by their drawn borders: which cells the lines on a page enclose."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ingest.rules import Rule, Rules

_JOIN = 3.0  # points between lines that touch: borders are drawn cell by cell
_SAME = 3.0  # points between lines at one place: the double edges of two cells
_MOST = 120  # lines across or down; more is no table


@dataclass(frozen=True, slots=True)
class RuledCell:
    """The columns and rows of a cell, from 0, first and last included."""

    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class RuledBox:
    """A table: ``xs`` and ``ys`` are the edges of its columns and rows, ``cells`` in row order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[RuledCell, ...]


def ruled_boxes(rules: Rules) -> tuple[RuledBox, ...]:
    """Return the tables of two columns and two rows or more, from top to bottom.

    Left out is what is no grid of oblong cells.
    """
    across, down = merged_rules(rules.across), merged_rules(rules.down)
    if max(len(across), len(down)) > _MOST:
        return ()
    found = [_box(*group) for group in _groups(across, down)]
    return tuple(sorted((box for box in found if box), key=lambda box: (box.ys[0], box.xs[0])))


def merged_rules(rules: tuple[Rule, ...]) -> list[Rule]:
    """Return lines that go on in each other as one."""
    merged: list[Rule] = []
    for place in _places([rule.at for rule in rules]):
        run: list[Rule] = []
        here = (rule for rule in rules if _nearest(rule.at, place))
        for rule in sorted(here, key=lambda r: r.start):
            if run and rule.start - run[-1].end <= _JOIN:
                run[-1] = Rule(place[0], run[-1].start, max(run[-1].end, rule.end))
            else:
                run.append(Rule(place[0], rule.start, rule.end))
        merged += run
    return merged


def _places(values: Iterable[float]) -> list[tuple[float, float, float]]:
    """Return the middle, first and last of the values that lie together."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= _SAME:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [((g[0] + g[-1]) / 2, g[0], g[-1]) for g in groups]


def _nearest(value: float, place: tuple[float, float, float]) -> bool:
    return place[1] <= value <= place[2]


def _groups(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the lines that hang together by crossing or touching each other."""
    left = set(range(len(down)))
    groups = []
    while left:
        column = {left.pop()}
        rows: set[int] = set()
        while True:
            more = {
                n
                for n, rule in enumerate(across)
                if n not in rows and any(_touch(rule, down[m]) for m in column)
            }
            rows |= more
            next_ = {m for m in left if any(_touch(across[n], down[m]) for n in more)}
            column |= next_
            left -= next_
            if not next_:
                break
        groups.append(([across[n] for n in sorted(rows)], [down[m] for m in sorted(column)]))
    return groups


def _touch(across: Rule, down: Rule) -> bool:
    beside = across.start - _JOIN <= down.at <= across.end + _JOIN
    return beside and down.start - _JOIN <= across.at <= down.end + _JOIN


def _box(across: list[Rule], down: list[Rule]) -> RuledBox | None:
    if len(across) < 2 or not down:
        return None
    ends = (min(rule.start for rule in across), max(rule.end for rule in across))
    sides = (min(rule.start for rule in down), max(rule.end for rule in down))
    xs = tuple(place for place, *_ in _places([*ends, *(rule.at for rule in down)]))
    ys = tuple(place for place, *_ in _places([*sides, *(rule.at for rule in across)]))
    if len(xs) < 3 or len(ys) < 3:
        return None
    cells = _cells(xs, ys, across, down)
    return RuledBox(xs, ys, cells) if cells else None


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], across: list[Rule], down: list[Rule]
) -> tuple[RuledCell, ...]:
    """Return the cells that the lines leave, or () when one of them is no oblong."""
    middles_x = [(a + b) / 2 for a, b in pairwise(xs)]
    middles_y = [(a + b) / 2 for a, b in pairwise(ys)]
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, middle in enumerate(middles_y):
        for column in range(len(middles_x)):
            if (column, row) in taken:
                continue
            right = column
            while right + 1 < len(middles_x) and not _between(down, xs[right + 1], middle):
                right += 1
            bottom = row
            while bottom + 1 < len(middles_y) and not any(
                _between(across, ys[bottom + 1], middles_x[n]) for n in range(column, right + 1)
            ):
                bottom += 1
            own = {(c, r) for c in range(column, right + 1) for r in range(row, bottom + 1)}
            if own & taken:
                return ()
            taken |= own
            cells.append(RuledCell(column, right, row, bottom))
    return tuple(cells)


def _between(rules: list[Rule], at: float, along: float) -> bool:
    """Return whether a line is drawn at ``at`` past the place ``along``."""
    return any(abs(rule.at - at) <= _SAME and rule.start <= along <= rule.end for rule in rules)
