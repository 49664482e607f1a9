"""The printed lines of a PDF page with how they look."""

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.line import Line
from ingest.span import Span

_DROP_CAP = 1.8  # times the size of the text: the least that takes two lines
_COLUMN = 8  # times the size of the print: the least that a next column lies to the right
_UP = 5  # times the size of the print, some four lines: the least that it begins higher
_ENDS = ".!?:;…)”\"'"


@dataclass(frozen=True, slots=True)
class Run:
    """Text that was printed in one go, from character ``start`` of the page."""

    start: int
    size: float
    bold: bool
    left: float
    height: float


def page_lines(text: str, runs: Sequence[Run], number: int) -> tuple[Line, ...]:
    """Return the lines of page ``number`` (from 1), whose text is ``text``, from top to bottom."""
    starts = [run.start for run in runs]
    lines: list[Line] = []
    offset = 0
    for row in text.split("\n"):
        start = offset + len(row) - len(row.lstrip())
        end = offset + len(row.rstrip())
        if start < end:
            first = max(0, bisect_right(starts, start) - 1)
            last = bisect_right(starts, end - 1)
            lines.append(_line(Span(start, end), runs[first:last], number))
        offset += len(row) + 1
    return _with_space_above(text, lines)


def _line(span: Span, runs: Sequence[Run], number: int) -> Line:
    if not runs:
        return Line(span, number)
    ends = [run.start for run in runs[1:]] + [span.end]
    sizes: Counter[float] = Counter()
    for run, end in zip(runs, ends, strict=True):
        sizes[run.size] += end - max(run.start, span.start)
    size = max(sizes, key=lambda key: (sizes[key], key))
    bold = all(run.bold for run in runs)
    left, height = round(runs[0].left, 1), round(runs[0].height, 1)
    spread = any(_far(a, b) for a, b in itertools.pairwise(runs))
    return Line(span, number, size, bold, left, height, spread=spread)


def _far(run: Run, following: Run) -> bool:
    """Tell whether ``following`` starts well behind where ``run`` ends: half its size a letter."""
    width = 0.55 * run.size * (following.start - run.start)
    return following.left > run.left + width + 2 * run.size


def _with_space_above(text: str, lines: list[Line]) -> tuple[Line, ...]:
    """Mark the lines that stand further below the one before than lines of a paragraph do."""
    gaps = [_gap(a, b) for a, b in itertools.pairwise(lines)]
    usual: Counter[tuple[float, float]] = Counter()
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap is not None and 0.7 * line.size < gap < 2.0 * line.size:
            usual[(line.size, round(gap, 0))] += 1
    marked = lines[:1]
    for above, line, gap in zip(lines, lines[1:], gaps, strict=False):
        goes_on = _is_drop_cap(above, line) or _turns(text, above, line)
        marked.append(line if goes_on else _marked(line, gap, usual))
    return tuple(marked)


def _is_drop_cap(above: Line, line: Line) -> bool:
    """Return whether a line is one letter, as tall as two lines or more of the text behind it."""
    return len(above.span) == 1 and above.size > _DROP_CAP * line.size > 0


def _turns(text: str, above: Line, line: Line) -> bool:
    """Tell whether a sentence goes on from the foot of one column at the top of the next."""
    if above.height is None or line.height is None or above.left is None or line.left is None:
        return False
    next_column = (
        line.height > above.height + _UP * line.size
        and line.left > above.left + _COLUMN * line.size
    )
    alike = line.size == above.size and line.bold == above.bold
    before, printed = above.span.cut(text), line.span.cut(text)
    return next_column and alike and printed[0].islower() and before[-1] not in _ENDS


def _pitch(pitches: Mapping[float, int], size: float) -> float:
    """Return the distance between lines of one paragraph: the largest that is common on the page.

    Tables are often set closer than the text around them (13 against 15 points), so the commonest
    distance alone would tear that text apart.
    """
    if not pitches:
        return 1.3 * size
    enough = 0.15 * sum(pitches.values())
    common = [pitch for pitch, count in pitches.items() if count >= enough and pitch <= 1.75 * size]
    return max(common) if common else max(pitches, key=lambda pitch: (pitches[pitch], -pitch))


def _gap(above: Line, below: Line) -> float | None:
    if above.height is None or below.height is None:
        return None
    return above.height - below.height


def _marked(line: Line, gap: float | None, usual: Counter[tuple[float, float]]) -> Line:
    if gap is None:
        return line
    pitches = {pitch: count for (size, pitch), count in usual.items() if size == line.size}
    pitch = _pitch(pitches, line.size)
    # Upwards is a new column or cell; a fifth more than usual was the smallest space between
    # paragraphs in the real reports (21 against 15.4 points there).
    apart = gap < -0.5 * line.size or gap > 1.2 * pitch
    return replace(line, apart=True) if apart else line
