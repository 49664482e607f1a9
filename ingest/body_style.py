"""The look of running text, against which headings stand out."""

from collections import Counter
from collections.abc import Iterable

from ingest.line import Line


def body_size(lines: Iterable[Line]) -> float:
    """Return the font size in points that most characters have; 0 where no sizes are known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if not line.repeated:
            sizes[line.size] += len(line.span)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def is_styled(line: Line, body: float) -> bool:
    """Return whether a line looks like a heading: bold, or a tenth larger than running text."""
    return line.bold or (body > 0 and line.size > 1.1 * body)
