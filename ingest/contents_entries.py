"""What a table of contents says stands where, also of pages that could not be read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.contents_list import mark_contents
from ingest.line import Line
from ingest.numbered_headings import heading_parts
from ingest.report import Report
from ingest.span import Span

_ENTRY = re.compile(r"(?P<title>.*[^\W\d_].*?)[\s.…_]+(?P<page>\d{1,4})$", re.DOTALL)
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One entry: ``title`` without its number; PDF pages ``page`` to ``page_end``, from 1."""

    title: str
    page: int
    page_end: int


def contents_entries(report: Report) -> tuple[ContentsEntry, ...]:
    """Return the entries of the table of contents in its order; () without one or without pages.

    Printed page numbers are turned into those of the PDF by the headings that were found, else by
    the labels that the file gives its pages, else they are taken to be the same.
    """
    if not report.pages:
        return ()
    printed = tuple(_printed(report))
    shift = _shift(report, printed)
    places = [_place(report, number, shift) for _, number in printed]
    last = report.pages[-1].number
    entries = []
    for index, (title, _) in enumerate(printed):
        start = places[index]
        following = places[index + 1] if index + 1 < len(places) else last + 1
        if 1 <= start <= last:
            end = max(start, min(following - 1, last))
            entries.append(ContentsEntry(_title(title), start, end))
    return tuple(entries)


def _printed(report: Report) -> Iterator[tuple[str, int]]:
    """Yield title and printed page number of each entry."""
    lines = mark_contents(report.text, tuple(_lines(report)))
    for line in lines:
        found = _ENTRY.match(line.span.cut(report.text)) if line.repeated else None
        if found:
            yield found["title"].strip(" .…_\t"), int(found["page"])


def _lines(report: Report) -> Iterator[Line]:
    at = 0
    for row in report.text.split("\n"):
        if row.strip():
            yield Line(Span(at + len(row) - len(row.lstrip()), at + len(row.rstrip())))
        at += len(row) + 1


def _shift(report: Report, printed: Sequence[tuple[str, int]]) -> int | None:
    """Return how far PDF pages lie behind printed ones by the headings found; None without any."""
    headed: dict[str, int] = {}
    for section in report.sections:
        headed.setdefault(_key(section.title), report.page_at(section.heading.start) or 0)
    shifts = Counter(
        headed[_key(_title(title))] - number
        for title, number in printed
        if _key(_title(title)) in headed
    )
    return max(shifts, key=lambda s: (shifts[s], -abs(s))) if shifts else None


def _place(report: Report, number: int, shift: int | None) -> int:
    if shift is not None:
        return number + shift
    labelled = (page.number for page in report.pages if page.label == str(number))
    return next(labelled, number)


def _title(printed: str) -> str:
    parts = heading_parts(printed)
    return parts[1] if parts else printed


def _key(title: str) -> str:
    return " ".join(_WORDS.findall(title.lower()))
