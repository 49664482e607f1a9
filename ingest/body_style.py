"""The look of running text, against which headings stand out."""

from collections import Counter
from collections.abc import Iterable

from ingest.line import Line

_SHARE = 0.15  # of all characters; headings take 2 to 6 of 100, footnotes and captions little more


def body_size(lines: Iterable[Line]) -> float:
    """Return the font size in points of running text; 0 where no sizes are known.

    It is the largest size that a fair part of the characters have: in a report full of tables most
    characters stand in those, set smaller than the prose.
    """
    sizes: Counter[float] = Counter()
    for line in lines:
        if not line.repeated:
            sizes[line.size] += len(line.span)
    total = sum(sizes.values())
    return max((size for size, count in sizes.items() if count >= _SHARE * total), default=0.0)


def is_styled(line: Line, body: float) -> bool:
    """Return whether a line looks like a heading: bold, or a tenth larger than running text."""
    return line.bold or (body > 0 and line.size > 1.1 * body)
