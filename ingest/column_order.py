"""The reading order of a page whose columns of text are stored line by line, side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.column_signs import are_columns
from ingest.gutters import find_gutters
from ingest.placed_words import Word
from ingest.rules import Rules
from ingest.slabs import ColumnLine, Slab, slabs_of
from ingest.stretches import stretches

# Of the height of a line, on the same pages as in `ingest.column_signs`: white that parts what
# stands above or below from the text. Between paragraphs is up to 1.2 of it.
_FAR = 1.6


@dataclass(frozen=True, slots=True)
class _Zone:
    """Slabs below each other that are read column by column."""

    slabs: tuple[Slab, ...]

    def column(self, number: int) -> tuple[ColumnLine, ...]:
        return tuple(line for slab in self.slabs for line in slab.columns[number])


def column_order(words: Sequence[Word], rules: Rules) -> tuple[tuple[int, int], ...] | None:
    """Return the words of a page in reading order, as runs from one index to another, included.

    None where the page is not certain to hold columns of running text that are stored line by line:
    a table, a block of signatures, text that is stored column after column. What stands above,
    between and below the columns keeps its stored order.
    """
    gutters = find_gutters(words)
    if not gutters:
        return None
    slabs = slabs_of(stretches(words, gutters), len(gutters) + 1)
    parts = _parts(slabs)
    if parts is None:
        return None
    zones = [part for part in parts if isinstance(part, _Zone)]
    if not zones or not are_columns([zone.slabs for zone in zones], rules):
        return None
    order = [run for part in parts for run in _runs(part)]
    taken = [n for first, last in order for n in range(first, last + 1)]
    return tuple(order) if sorted(taken) == list(range(len(words))) else None


def _parts(slabs: Sequence[Slab]) -> list[_Zone | Slab] | None:
    """Return zones and what stands between them, or None where it can't be told what is what."""
    parts: list[_Zone | Slab] = []
    for is_wide, run in groupby(slabs, lambda slab: slab.is_wide):
        band = list(run)
        found = band if is_wide else _zone(band)
        if found is None:
            return None
        parts += found
    places = [n for n, part in enumerate(parts) if isinstance(part, _Zone)]
    among = parts[places[0] : places[-1]] if places else []
    crowded = any(isinstance(part, Slab) and part.crowded for part in among)
    return None if crowded else parts


def _zone(band: list[Slab]) -> list[_Zone | Slab] | None:
    """Return a band as its zone with what stands above and below it, both apart from it."""
    running = [n for n, slab in enumerate(band) if slab.is_running]
    if not running:
        return list(band)
    first, last = running[0], running[-1] + 1
    heads, zone, tails = band[:first], band[first:last], band[last:]
    count = len(band[0].columns)
    if any(not slab.is_running and len(slab.filled) > 1 for slab in zone):
        return None
    if heads and not (_is_far(heads[-1], zone[0]) or all(s.filled == (0,) for s in heads)):
        return None
    if tails and not (
        _is_far(zone[-1], tails[0])
        or all(slab.filled == (count - 1,) for slab in tails)
        or all(slab.is_labels and len(slab.filled) > 1 for slab in tails)
    ):
        return None
    return [*heads, _Zone(tuple(zone)), *tails]


def _is_far(above: Slab, below: Slab) -> bool:
    height = max(stretch.height for stretch in above.stretches)
    return below.top - above.bottom > _FAR * height


def _runs(part: _Zone | Slab) -> Iterator[tuple[int, int]]:
    """Yield the words of a part in reading order, those that are stored together in one run."""
    if isinstance(part, Slab):
        yield from _joined(sorted((s.first, s.last) for s in part.stretches))
        return
    for number in range(len(part.slabs[0].columns)):
        for line in part.column(number):
            yield from _joined([(s.first, s.last) for s in line.stretches])


def _joined(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in runs:
        if joined and joined[-1][1] + 1 == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined
