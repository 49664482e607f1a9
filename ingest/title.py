"""Finds the lines on the first page that are the title of the report."""

from collections.abc import Sequence

from ingest.line import Line
from ingest.numbered_headings import heading_parts

_FIRST = 12  # lines from the start in which a title stands


def title_lines(text: str, lines: Sequence[Line], body: float) -> tuple[int, ...]:
    """Return the indexes of the title's lines, joined ones next to each other; () without a title.

    A title is what the file marks as one, or else the largest print before the first running text,
    if it is clearly larger than that.
    """
    marked = tuple(i for i, line in enumerate(lines[: 3 * _FIRST]) if line.level == 0)
    if marked:
        return marked[:3]
    first = [i for i, line in enumerate(lines[:_FIRST]) if not line.repeated]
    sizes = [lines[i].size for i in first if any(c.isalpha() for c in lines[i].span.cut(text))]
    largest = max(sizes, default=0.0)
    if not body or largest <= 1.15 * body:
        return ()
    start = next(i for i in first if lines[i].size == largest)
    printed = lines[start].span.cut(text)
    if heading_parts(printed) or lines[start].level or printed.lower().startswith("inhoud"):
        return ()
    end = start
    while end + 1 < len(lines) and lines[end + 1].size == largest and end - start < 4:
        end += 1
    return tuple(range(start, end + 1))
