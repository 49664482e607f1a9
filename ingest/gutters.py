"""The empty strips between columns of text that a file draws line by line, side by side."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.list_mark import list_mark
from ingest.placed_words import Word

# Of the height of a line, some 1.2 times the font size: spaces, those of justified text too, are
# 0.2 to 0.6 of it; columns of real plans and agreements lie 1.0 and more apart.
GAP = 0.8
_LEVEL = 0.75  # of the height of a line: columns need not stand on one base line
JUMPS = 5  # lines that go on at the other side; fewer are a letterhead or a block of signatures
_MOST = 3  # gutters: four columns of running text is the most that a page has


def find_gutters(words: Sequence[Word]) -> tuple[float, ...]:
    """Return how far from the left of the page, in points, text jumps to a next column, ascending.

    ``words`` are those of one page in stored order. A place counts where five lines or more are
    followed, in that order, by what stands beside them. A page that is stored column after column
    has none; a table has some too.
    """
    jumps = [(a.x1, b.x0) for a, b in pairwise(words) if _is_jump(a, b)]
    found: list[float] = []
    while len(found) < _MOST and (at := _busiest(jumps)) is not None:
        found.append(at)
        jumps = [jump for jump in jumps if not jump[0] < at < jump[1]]
    return tuple(sorted(found))


def _is_jump(a: Word, b: Word) -> bool:
    height = max(a.height, b.height)
    beside = abs(a.middle - b.middle) < _LEVEL * height and b.x0 - a.x1 >= GAP * height
    return beside and list_mark(f"{a.text} x") is None


def _busiest(jumps: Sequence[tuple[float, float]]) -> float | None:
    """Return the middle of the strip that most jumps go over, or None where that is too few."""
    edges = sorted([(start, 1) for start, _ in jumps] + [(end, -1) for _, end in jumps])
    over, most = 0, (0, 0.0)
    for (at, step), (following, _) in pairwise(edges):
        over += step
        if over > most[0] and following > at:
            most = (over, (at + following) / 2)
    return most[1] if most[0] >= JUMPS else None
