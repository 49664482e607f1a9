"""Finds the sections of a report from its headings."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.body_style import body_size, is_styled
from ingest.line import Line
from ingest.numbered_headings import Number, heading_parts, numbered_headings
from ingest.plain_headings import plain_headings
from ingest.reading import Grid
from ingest.report import Section
from ingest.span import Span
from ingest.table_caption import is_caption
from ingest.title import title_lines

_TOP = re.compile(r"(?:bijlagen?\b|appendix|deel\s)", re.IGNORECASE)
_DEEPEST = 6
_MANY = 3  # larger headings among the numbered ones: chapters; one or two are an annex or a preface


@dataclass(frozen=True, slots=True)
class _Heading:
    """Lines ``first`` to ``last`` (included) are one heading."""

    first: int
    last: int
    number: Number | None
    level: int = 1


def find_sections(
    text: str, lines: Sequence[Line], grids: Sequence[Grid] = ()
) -> tuple[Section, ...]:
    """Return the sections in the order of their headings, sub-sections after their parent.

    Numbered headings get the level of their number ("2.6" is 2). A heading without a number lies in
    the numbered section above it, one level deeper. The title of the report opens no section, nor
    does a cell of a table in ``grids``.
    """
    body = body_size(lines)
    headings = _headings(text, lines, body, _in_tables(lines, grids))
    spans = [Span(lines[h.first].span.start, lines[h.last].span.end) for h in headings]
    sections: list[Section] = []
    for index, (heading, span) in enumerate(zip(headings, spans, strict=True)):
        end = next(
            (
                spans[j].start
                for j in range(index + 1, len(headings))
                if headings[j].level <= heading.level
            ),
            len(text),
        )
        parent = next(
            (
                s.index
                for s in reversed(sections)
                if s.level < heading.level and span.start < s.span.end
            ),
            None,
        )
        number = ".".join(map(str, heading.number)) if heading.number else None
        title = _title(span.cut(text), numbered=heading.number is not None)
        sections.append(
            Section(index, number, title, heading.level, parent, span, Span(span.start, end))
        )
    return tuple(sections)


def _in_tables(lines: Sequence[Line], grids: Sequence[Grid]) -> frozenset[int]:
    """Return the lines that lie in a cell."""
    cells = sorted(c.span for g in grids for row in g.rows for c in row if c.span and len(c.span))
    inside: set[int] = set()
    at = 0
    for index, line in enumerate(lines):
        while at < len(cells) and cells[at].end <= line.span.start:
            at += 1
        if at < len(cells) and cells[at].start < line.span.end:
            inside.add(index)
    return frozenset(inside)


def _headings(
    text: str, lines: Sequence[Line], body: float, cells: frozenset[int]
) -> list[_Heading]:
    free = [replace(line, repeated=True) if i in cells else line for i, line in enumerate(lines)]
    title = title_lines(text, lines, body)
    numbered = {h.index: h.number for h in numbered_headings(text, free, body)}
    starts = dict.fromkeys(plain_headings(text, free, body, frozenset((*title, *numbered))))
    found: list[_Heading] = []
    for index in sorted({*numbered, *starts}):
        if found and index <= found[-1].last:
            continue
        last = _last_line(text, free, index, body, numbered)
        found.append(_Heading(index, last, numbered.get(index)))
    return _levelled(text, lines, found)


def _last_line(
    text: str, lines: Sequence[Line], first: int, body: float, numbered: dict[int, Number]
) -> int:
    """Return the last line of a heading that wraps: same look, no white space between."""
    last = first
    while last + 1 < len(lines) and last - first < 2:
        following = lines[last + 1]
        if following.repeated or following.apart or following.whole or last + 1 in numbered:
            break
        if is_caption(following.span.cut(text)):
            break
        if not _wraps(text, lines, (first, last), body):
            break
        last += 1
    return last


def _wraps(text: str, lines: Sequence[Line], so_far: tuple[int, int], body: float) -> bool:
    """Tell whether the next line goes on with the heading of lines ``so_far``, first and last."""
    first, last = so_far
    line, following = lines[last], lines[last + 1]
    printed = following.span.cut(text)
    if line.bold != following.bold or abs(line.size - following.size) >= 0.2:
        return False
    if heading_parts(printed) and following.bold:
        return False
    if is_styled(lines[first], body):
        return printed[0].islower() or len(line.span) > 45
    after = lines[last + 2] if last + 2 < len(lines) else None
    ends = after is None or after.apart or not after.span.cut(text)[0].islower()
    return printed[0].islower() and len(printed) < 60 and printed[-1] not in ".:;," and ends


def _levelled(text: str, lines: Sequence[Line], headings: list[_Heading]) -> list[_Heading]:
    """Give every heading its level: by number, by what the file says, or by size under a number."""
    ladder = _ladder(lines, headings)
    result: list[_Heading] = []
    depth = 0  # of the numbered heading that is open
    for heading in headings:
        size = _size(lines, heading)
        if heading.number:
            depth = len(heading.number)
            level = ladder.base + depth
        elif ladder.top is None:
            level = 1 + ladder.plain.index(size)
        elif _TOP.match(lines[heading.first].span.cut(text)) or size > ladder.top:
            depth = 0
            level = 1 + (ladder.larger.index(size) if ladder.base and size in ladder.larger else 0)
        else:
            level = ladder.base + depth + 1 + ladder.plain.index(size)
        result.append(replace(heading, level=min(level, _DEEPEST)))
    return result


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The sizes of headings: ``larger`` than every numbered one, and the ``plain`` ones, both down.

    ``base`` is the level above the numbered headings: 0, or the number of larger sizes where these
    stand among them as chapters. ``top`` is the largest numbered size, None without numbered
    headings.
    """

    larger: tuple[float, ...]
    plain: tuple[float, ...]
    base: int
    top: float | None


def _ladder(lines: Sequence[Line], headings: Sequence[_Heading]) -> _Ladder:
    numbers = [h.number for h in headings if h.number]
    top = max((_size(lines, h) for h in headings if h.number), default=None)
    sizes = sorted({_size(lines, h) for h in headings if not h.number}, reverse=True)
    larger = tuple(size for size in sizes if top is not None and size > top)
    again = any(b <= a for a, b in itertools.pairwise(numbers))
    places = [i for i, h in enumerate(headings) if h.number]
    among = headings[places[0] : places[-1]] if places else ()
    between = sum(1 for h in among if not h.number and _size(lines, h) in larger)
    plain = tuple(size for size in sizes if size not in larger)
    return _Ladder(larger, plain, min(3, len(larger)) if again or between >= _MANY else 0, top)


def _size(lines: Sequence[Line], heading: _Heading) -> float:
    line = lines[heading.first]
    # In Markdown a line without "#" is no larger than any that has it.
    level = _DEEPEST + 1 if line.level is None and not line.size else line.level or 0
    return line.size + (0.1 if line.bold else 0.0) - level


def _title(printed: str, *, numbered: bool) -> str:
    """Return a heading on one line, its number and a hyphen at a line end taken away."""
    joined = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zà-ÿ])", "", printed)
    joined = " ".join(joined.split())
    parts = heading_parts(joined) if numbered else None
    return (parts[1] if parts else joined).rstrip(": ") or joined
