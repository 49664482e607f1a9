"""A page with columns as slabs: what lies between two white strips or lines over all columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from ingest.stretches import Stretch

_WHITE = 0.4  # of the height of a line, more than between lines of a paragraph: a white strip
_WORDS = 4.0  # a line of running text in a narrow column has some five
_LABEL = 5  # words of a name or a function below a letter


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One line of one column."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """Return the line with single spaces between its stretches."""
        return " ".join(stretch.text for stretch in self.stretches)

    @property
    def top(self) -> float:
        """Return the upper edge, in points from the top of the page."""
        return min(stretch.top for stretch in self.stretches)

    @property
    def bottom(self) -> float:
        """Return the lower edge, in points from the top of the page."""
        return max(stretch.bottom for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Slab:
    """Columns of lines, from left to right and from top to bottom; a column may be empty.

    ``crowded`` tells that a line over several columns has something beside it, as a table has.
    A slab of such lines has one column only and is no ``text`` of columns.
    """

    columns: tuple[tuple[ColumnLine, ...], ...]
    is_wide: bool = False
    crowded: bool = False

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Return all stretches."""
        return tuple(s for column in self.columns for line in column for s in line.stretches)

    @property
    def top(self) -> float:
        """Return the upper edge, in points from the top of the page."""
        return min(stretch.top for stretch in self.stretches)

    @property
    def bottom(self) -> float:
        """Return the lower edge, in points from the top of the page."""
        return max(stretch.bottom for stretch in self.stretches)

    @property
    def filled(self) -> tuple[int, ...]:
        """Return which columns hold lines."""
        return tuple(n for n, column in enumerate(self.columns) if column)

    @property
    def is_running(self) -> bool:
        """Return whether a column of it is running text."""
        return not self.is_wide and any(_runs_on(column) for column in self.columns)

    @property
    def is_labels(self) -> bool:
        """Return whether it holds short lines only: names, functions, places."""
        lines = [line.text for column in self.columns for line in column]
        return all(len(text.split()) <= _LABEL and text[-1] not in ".;:" for text in lines)


def _runs_on(lines: Sequence[ColumnLine]) -> bool:
    words = sum(len(line.text.split()) for line in lines)
    lower = any(line.text[0].islower() for line in lines[1:])
    return len(lines) > 1 and words >= _WORDS * len(lines) and lower


def slabs_of(page: Sequence[Stretch], count: int) -> tuple[Slab, ...]:
    """Return the slabs of a page with ``count`` columns, from top to bottom."""
    ordered = sorted(page, key=lambda stretch: (stretch.middle, stretch.x0))
    wide = [stretch for stretch in ordered if stretch.column is None]
    crossed = {s: s.column is None or any(s.is_beside(over) for over in wide) for s in ordered}
    found: list[Slab] = []
    for is_wide, run in groupby(ordered, crossed.__getitem__):
        band = tuple(run)
        if is_wide:
            crowded = any(stretch.column is not None for stretch in band)
            found.append(Slab(((ColumnLine(band),),), is_wide=True, crowded=crowded))
        else:
            found.extend(_parted(band, count))
    return tuple(found)


def _parted(band: Sequence[Stretch], count: int) -> list[Slab]:
    """Return what lies between two wide lines, cut at the strips that are white in all columns."""
    usual = _usual_gap(_columns(band, count))
    parts: list[list[Stretch]] = []
    bottom = 0.0
    for stretch in sorted(band, key=lambda s: s.top):
        if not parts or stretch.top - bottom > usual + _WHITE * stretch.height:
            parts.append([])
        parts[-1].append(stretch)
        bottom = max(bottom, stretch.bottom)
    return [Slab(_columns(part, count)) for part in parts]


def _columns(band: Sequence[Stretch], count: int) -> tuple[tuple[ColumnLine, ...], ...]:
    return tuple(_lines([s for s in band if s.column == number]) for number in range(count))


def _lines(column: Sequence[Stretch]) -> tuple[ColumnLine, ...]:
    lines: list[list[Stretch]] = []
    for stretch in sorted(column, key=lambda s: (s.middle, s.x0)):
        if lines and stretch.is_beside(lines[-1][0]):
            lines[-1].append(stretch)
        else:
            lines.append([stretch])
    return tuple(ColumnLine(tuple(sorted(line, key=lambda s: s.x0))) for line in lines)


def _usual_gap(columns: Sequence[Sequence[ColumnLine]]) -> float:
    """Return the white between two lines of a paragraph, in points; lines may overlap."""
    gaps = [b.top - a.bottom for column in columns for a, b in pairwise(column)]
    return median(gaps) if gaps else 0.0
