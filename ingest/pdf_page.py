"""Reads one page of a PDF: its text, its lines with how they look, and what it hides."""

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pypdf import PageObject
from pypdf.generic import ContentStream, NameObject

from ingest.glyphs import Glyph
from ingest.line import Line
from ingest.pdf_geometry import Raw
from ingest.pdf_ink import InkWatch
from ingest.pdf_visible import visible_patches
from ingest.span import Span

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_DROP_CAP = 1.8  # times the size of the text: the least that takes two lines
_BOLD_WEIGHT = 600  # of 100 to 900, in a font's own description


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as read. Spans of ``lines`` count in ``text``.

    ``hides`` tells that text was left out that a reader of the page can't see; ``picture`` is the
    share of the page, 0 to 1, that its largest picture covers; ``recognised`` tells that the text
    is that of text recognition (OCR), and ``glyphs`` where its letters stand if it is our own.
    """

    text: str
    lines: tuple[Line, ...]
    hides: bool
    picture: float
    recognised: bool = False
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Text that was printed in one go, from character ``start`` of the page."""

    start: int
    size: float
    bold: bool
    left: float
    height: float


def read_page(page: PageObject, number: int, path: Path) -> PageText:
    """Return page ``number`` (from 1) of ``path``: pypdf's plain text without what the page hides.

    Raises:
        Exception: whatever a broken page makes pypdf raise; the caller leaves the page out.
    """
    if "/Contents" in page:  # parsed once for all passes over it
        content = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
        page[NameObject("/Contents")] = content
    text, runs, watch = _extract(page, frozenset())
    hides = False
    if hidden := watch.hidden() | _covered(watch, path, number):
        visible, visible_runs, _ = _extract(page, hidden)
        hides = "".join(visible.split()) != "".join(text.split())
        text, runs = (visible, visible_runs) if hides else (text, runs)
    lines = _lines(text, runs, number)
    share, recognised = watch.picture_share(), watch.is_recognised()
    return PageText(text, lines, hides, share, recognised)


def _covered(watch: InkWatch, path: Path, number: int) -> frozenset[int]:
    """Return the doubtful text that can't be seen on the rendered page."""
    doubtful = watch.doubtful()
    seen = visible_patches(path, number, tuple(doubtful.values())) if doubtful else ()
    return frozenset(n for n, visible in zip(doubtful, seen, strict=True) if not visible)


def _extract(page: PageObject, blank: frozenset[int]) -> tuple[str, list[_Run], InkWatch]:
    watch = InkWatch(page, blank)
    pieces: list[str] = []
    runs: list[_Run] = []
    bold: dict[int, bool] = {}
    length = 0

    def visit(piece: str, cm: Sequence[float], tm: Sequence[float], font: Raw, size: float) -> None:
        nonlocal length
        if piece.strip():
            if id(font) not in bold:
                bold[id(font)] = _is_bold(font)
            grown = abs(size) * (abs(tm[0] * cm[0] + tm[1] * cm[2]) or abs(tm[1] * cm[1]) or 1.0)
            left = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            height = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            runs.append(_Run(length, round(grown, 1), bold[id(font)], left, height))
        pieces.append(piece)
        length += len(piece)

    text = page.extract_text(
        visitor_operand_before=watch.before, visitor_operand_after=watch.after, visitor_text=visit
    )
    return text, runs if "".join(pieces) == text else [], watch


def _is_bold(font: Raw) -> bool:
    if font is None:
        return False
    name = str(font.get("/BaseFont", ""))
    described = font.get("/FontDescriptor")
    weight = described.get_object().get("/FontWeight", 0) if described is not None else 0
    weight = weight if isinstance(weight, int | float) else 0
    return bool(_BOLD.search(name)) or weight >= _BOLD_WEIGHT


def _lines(text: str, runs: list[_Run], number: int) -> tuple[Line, ...]:
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
    return _with_space_above(lines)


def _line(span: Span, runs: list[_Run], number: int) -> Line:
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


def _far(run: _Run, following: _Run) -> bool:
    """Tell whether ``following`` starts well behind where ``run`` ends: half its size a letter."""
    width = 0.55 * run.size * (following.start - run.start)
    return following.left > run.left + width + 2 * run.size


def _with_space_above(lines: list[Line]) -> tuple[Line, ...]:
    """Mark the lines that stand further below the one before than lines of a paragraph do."""
    gaps = [_gap(a, b) for a, b in itertools.pairwise(lines)]
    usual: Counter[tuple[float, float]] = Counter()
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap is not None and 0.7 * line.size < gap < 2.0 * line.size:
            usual[(line.size, round(gap, 0))] += 1
    marked = lines[:1]
    for above, line, gap in zip(lines, lines[1:], gaps, strict=False):
        marked.append(line if _is_drop_cap(above, line) else _marked(line, gap, usual))
    return tuple(marked)


def _is_drop_cap(above: Line, line: Line) -> bool:
    """Return whether a line is one letter, as tall as two lines or more of the text behind it."""
    return len(above.span) == 1 and above.size > _DROP_CAP * line.size > 0


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
