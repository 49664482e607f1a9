"""The signs that tell columns of running text from a table and from names side by side."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.cell_value import parse_cell
from ingest.rules import Rules
from ingest.slabs import ColumnLine, Slab

# All measured on pages of a plan and an agreement in two columns, set anew line by line, and on
# those of two budgets and a plan with tables, of which none may be taken for columns.
_LINES = 6  # of each column on a page
_WORDS = 3.5  # of a line; labels and cells have fewer
_LOWER = 0.35  # of the lines start with a small letter: sentences go on over lines
_FULL = 0.5  # of the lines are nearly as long as the longest
_NEARLY = 0.75
_CELLS = 2  # lines with parts as in a table; one is a line of justified text or a year by itself
_SMALL = 0.85  # of the height of the line: marks of footnotes are 0.5 to 0.7 of it
_NUMBER = 4  # characters of what stands before a heading or a note
_EVEN = 0.75  # of the width of the widest column: a column of labels or notes is narrower
_DENSE = 0.7  # of the height of a column is print
_TURNS = 0.6  # of the lines are stored before what stands beside them
_TOGETHER = 0.6  # of the lines that begin a sentence have one beside them: rows of a table
_ENDS = ".!?:;"
_EDGE = 2.0  # points: a line above or below the text is drawn around a heading or a box
_BLANK = 0.4  # of the height of a line, more than between lines of a paragraph
_COMMON = 0.5  # of the white strips of a column are white in all: rows of a table


def are_columns(zones: Sequence[Sequence[Slab]], rules: Rules) -> bool:
    """Return whether what stands side by side is running text, stored line by line, and no table.

    ``zones`` are the slabs of a page that may be columns, from top to bottom: one or more for each
    stretch of the page between lines over all columns.
    """
    count = len(zones[0][0].columns)
    columns = [_column([slab for zone in zones for slab in zone], n) for n in range(count)]
    if not all(_is_prose(column) for column in columns):
        return False
    widths = [_right(column) - _left(column) for column in columns]
    strips = [(_right(a), _left(b)) for a, b in pairwise(columns)]
    return (
        min(widths) >= _EVEN * max(widths)
        and all(_takes_turns(a, b) for a, b in pairwise(columns))
        and not any(_begin_together(a, b) or _begin_together(b, a) for a, b in pairwise(columns))
        and not any(_has_rows(zone) or _is_ruled(zone, strips, rules) for zone in zones)
    )


def _column(slabs: Sequence[Slab], number: int) -> tuple[ColumnLine, ...]:
    return tuple(line for slab in slabs for line in slab.columns[number])


def _is_prose(column: Sequence[ColumnLine]) -> bool:
    if len(column) < _LINES:
        return False
    words = sum(len(line.text.split()) for line in column)
    lower = sum(line.text[0].islower() for line in column)
    left, right = _left(column), _right(column)
    long = [line for line in column if _end(line) - left >= _NEARLY * (right - left)]
    return (
        words >= _WORDS * len(column)
        and lower >= _LOWER * len(column)
        and len(long) >= _FULL * len(column)
        and sum(map(_is_parted, column)) < _CELLS
    )


def _is_parted(line: ColumnLine) -> bool:
    """Return whether a line has cells; a number before a heading or a note is none, nor a mark."""
    first, *rest = line.stretches
    body = max(stretch.height for stretch in line.stretches)
    cells = [s for s in (first, *rest) if s.height >= _SMALL * body]
    if cells and len(cells[0].text) <= _NUMBER and len(cells) > 1:
        cells = cells[1:]
    value = parse_cell(cells[0].text) if cells else None
    return len(cells) > 1 or (value is not None and value.value is not None)


def _left(column: Sequence[ColumnLine]) -> float:
    """Return where a column begins, but for a line in ten."""
    return sorted(min(s.x0 for s in line.stretches) for line in column)[len(column) // 10]


def _right(column: Sequence[ColumnLine]) -> float:
    """Return where a column ends, but for a line in ten."""
    return sorted(map(_end, column), reverse=True)[len(column) // 10]


def _end(line: ColumnLine) -> float:
    return max(stretch.x1 for stretch in line.stretches)


def _takes_turns(left: Sequence[ColumnLine], right: Sequence[ColumnLine]) -> bool:
    """Return whether the lines of both are stored by turns."""
    starts = {line.stretches[0].first for line in right}
    turns = sum(line.stretches[-1].last + 1 in starts for line in left)
    return turns >= _TURNS * min(len(left), len(right))


def _begin_together(column: Sequence[ColumnLine], other: Sequence[ColumnLine]) -> bool:
    """Return whether sentences of ``other`` begin where those of ``column`` do: rows of a table.

    In text of columns the line beside the beginning of a sentence is another in one of seven cases.
    """
    begun = _beginnings(column)
    beside = [
        line for line in begun if any(line.stretches[0].is_beside(b.stretches[0]) for b in other)
    ]
    twice = [
        line
        for line in beside
        if any(line.stretches[0].is_beside(b.stretches[0]) for b in _beginnings(other))
    ]
    return len(twice) > 1 and len(twice) >= _TOGETHER * len(beside)


def _beginnings(column: Sequence[ColumnLine]) -> list[ColumnLine]:
    """Return the lines that begin a sentence, those at the top of a column aside."""
    return [b for a, b in pairwise(column) if a.text[-1] in _ENDS and not b.text[0].islower()]


def _has_rows(zone: Sequence[Slab]) -> bool:
    """Return whether white strips come at the same height in all columns, as between rows."""
    common = sum(len(a.filled) > 1 and len(b.filled) > 1 for a, b in pairwise(zone))
    blanks = [_blanks(_column(zone, number)) for number in range(len(zone[0].columns))]
    if any(not dense for _, dense in blanks):
        return True
    least = min(count for count, _ in blanks)
    return common > 0 and (common >= _COMMON * least or least < 3)


def _blanks(column: Sequence[ColumnLine]) -> tuple[int, bool]:
    """Return how many white strips a column has, and whether most of its height is print."""
    gaps = [b.top - a.bottom for a, b in pairwise(column)]
    if not gaps:
        return 0, True
    usual, height = median(gaps), median(line.bottom - line.top for line in column)
    blank = [gap - usual for gap in gaps if gap > usual + _BLANK * height]
    return len(blank), sum(blank) <= (1 - _DENSE) * (column[-1].bottom - column[0].top)


def _is_ruled(zone: Sequence[Slab], strips: Sequence[tuple[float, float]], rules: Rules) -> bool:
    """Return whether lines are drawn as through a table; one may part two columns.

    ``strips`` are the empty strips between columns, each from left to right in points.
    """
    top = min(slab.top for slab in zone)
    bottom = max(slab.bottom for slab in zone)
    return any(
        top + _EDGE < rule.at < bottom - _EDGE
        and any(rule.start < left and right < rule.end for left, right in strips)
        for rule in rules.across
    ) or any(
        rule.start < bottom - _EDGE
        and rule.end > top + _EDGE
        and not any(left <= rule.at <= right for left, right in strips)
        for rule in rules.down
    )
