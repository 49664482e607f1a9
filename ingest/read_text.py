"""Reads plain text and Markdown."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ingest.errors import UnreadableReport
from ingest.limits import Limits
from ingest.line import Line
from ingest.line_grids import grids_from_lines
from ingest.reading import Reading
from ingest.report import Page
from ingest.span import Span

# Everything that no printer shows, but line ends, tabs and form feeds (a new page).
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\ufeff]")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")
_RULE = re.compile(r"[-=_*~]{3,}$")


def read_text(path: Path, limits: Limits, *, markdown: bool) -> tuple[Reading, tuple[Line, ...]]:
    """Return what a text file holds: the file's own text without control characters.

    UTF-8 (with or without mark) and UTF-16 are recognised, anything else is read as Windows-1252. A
    form feed starts a new page. In Markdown, ``#`` opens a heading.

    Raises:
        UnreadableReport: empty, too long, or not text at all.
    """
    text = _decode(path)
    if not text.strip():
        message = f"{path.name} is leeg: er staat geen tekst in. Controleer het bestand."
        raise UnreadableReport(message)
    if len(text) > limits.characters:
        message = (
            f"{path.name} heeft {len(text)} tekens; gelezen wordt tot {limits.characters}. "
            "Splits het bestand."
        )
        raise UnreadableReport(message)
    lines = _lines(text, markdown=markdown)
    return Reading(text, _pages(text), grids_from_lines(text), ()), lines


def _decode(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif data.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or b"\0" in data[:4096]:
        message = f"{path.name} is geen tekst, al heet het zo. Geef het zijn juiste achtervoegsel."
        raise UnreadableReport(message)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _pages(text: str) -> tuple[Page, ...]:
    """Return a page for each form feed and what follows it; () when there is none."""
    cuts = [match.end() for match in re.finditer("\f", text)]
    if not cuts:
        return ()
    if not text[cuts[-1] :].strip():
        cuts.pop()  # pdftotext ends every page with a form feed, the last one too
    edges = [0, *cuts, len(text)]
    return tuple(Page(i + 1, Span(a, b)) for i, (a, b) in enumerate(itertools.pairwise(edges)))


def _lines(text: str, *, markdown: bool) -> tuple[Line, ...]:
    rows: list[tuple[Span, int, int]] = []  # span, empty lines above it, page
    offset, empty, page = 0, 0, 1
    for row in re.split(r"(?<=[\n\f])", text):
        page += rows != [] and text[offset - 1 : offset] == "\f"
        printed = row.strip()
        if printed and not _RULE.match(printed):
            start = offset + len(row) - len(row.lstrip())
            rows.append((Span(start, start + len(printed)), empty, page))
            empty = 0
        elif not printed:
            empty += 1
        offset += len(row)
    usual = _usual_space(text, rows)
    paged = "\f" in text
    return tuple(
        _line(text, span, apart=above > usual, page=number if paged else None, markdown=markdown)
        for span, above, number in rows
    )


def _usual_space(text: str, rows: Sequence[tuple[Span, int, int]]) -> int:
    """Return how many empty lines stand inside a paragraph: 0, or 1 in text with double spacing."""
    inside: Counter[int] = Counter()
    for (above, _, _), (span, empty, _) in itertools.pairwise(rows):
        if text[span.start].islower() and text[above.end - 1] not in ".:;!?":
            inside[empty] += 1
    total = sum(inside.values())
    return 1 if total >= 5 and inside[0] < 0.3 * total else 0


def _line(text: str, span: Span, *, apart: bool, page: int | None, markdown: bool) -> Line:
    heading = _HEADING.match(span.cut(text)) if markdown else None
    if heading is None:
        spread = re.search(r"\S {3,}\S", span.cut(text)) is not None
        return Line(span, page, apart=apart, spread=spread)
    level = len(heading["marks"])
    inner = Span(span.start + heading.end(), span.end)
    return Line(inner, page, apart=True, whole=True, level=level)
