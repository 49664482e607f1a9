"""The words of a page as stretches: what stands side by side on one line of one column."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.gutters import GAP
from ingest.list_mark import list_mark
from ingest.placed_words import Word

_SAME_LINE = 0.45  # of the height of a line
_OVER = 1.0  # points that a letter may reach into a gutter
_BESIDE = 4  # lines; a list mark stands at most so far before its text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``first`` to ``last`` of a page in stored order; a box in points from the top.

    ``column`` counts from 0 at the left, None for what runs over a gutter.
    """

    first: int
    last: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    column: int | None

    @property
    def height(self) -> float:
        """Return the height of the line."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Return half-way down the line."""
        return (self.top + self.bottom) / 2

    def is_beside(self, other: "Stretch") -> bool:
        """Return whether both stand on one line."""
        return abs(self.middle - other.middle) < _SAME_LINE * max(self.height, other.height)


def stretches(words: Sequence[Word], gutters: Sequence[float]) -> tuple[Stretch, ...]:
    """Return the stretches of a page in stored order; every word is in one."""
    starts = [i for i, word in enumerate(words) if not i or not _goes_on(words[i - 1], word)]
    ends = [*starts[1:], len(words)]
    return tuple(
        _stretch(words, first, end - 1, gutters) for first, end in zip(starts, ends, strict=True)
    )


def _goes_on(last: Word, word: Word) -> bool:
    height = max(last.height, word.height)
    if abs(last.middle - word.middle) > _SAME_LINE * height:
        return False
    marks = list_mark(f"{last.text} x") is not None
    return -GAP * height < word.x0 - last.x1 < (_BESIDE if marks else GAP) * height


def _stretch(words: Sequence[Word], first: int, last: int, gutters: Sequence[float]) -> Stretch:
    own = words[first : last + 1]
    x0, x1 = min(w.x0 for w in own), max(w.x1 for w in own)
    over = any(x0 + _OVER < gutter < x1 - _OVER for gutter in gutters)
    return Stretch(
        first,
        last,
        " ".join(word.text for word in own),
        x0,
        x1,
        min(w.top for w in own),
        max(w.bottom for w in own),
        None if over else bisect_right(gutters, (x0 + x1) / 2),
    )
