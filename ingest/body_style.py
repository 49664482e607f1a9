"""The look of running text, against which headings stand out."""

from collections import Counter
from collections.abc import Iterable

from ingest.line import Line

_SHARE = 0.15  # of all characters; headings take 2 to 6 of 100, footnotes and captions little more
_ROWS = 4  # lines; a title of a short letter may take more characters, in fewer lines


def body_size(lines: Iterable[Line]) -> float:
    """Return the font size in points of running text; 0 where no sizes are known.

    It is the largest size that a fair part of the characters have: in a report full of tables most
    characters stand in those, set smaller than the prose.
    """
    sizes: Counter[float] = Counter()
    rows: Counter[float] = Counter()
    for line in lines:
        if not line.repeated:
            sizes[line.size] += len(line.span)
            rows[line.size] += 1
    total = sum(sizes.values())
    fair = [size for size in sizes if sizes[size] >= _SHARE * total and rows[size] >= _ROWS]
    return max(fair) if fair else max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def is_styled(line: Line, body: float) -> bool:
    """Return whether a line looks like a heading: bold, or a tenth larger than running text."""
    return line.bold or (body > 0 and line.size > 1.1 * body)
