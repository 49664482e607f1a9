"""Finds the table of contents, whose lines look like headings and hold nothing else."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.line import Line

_TITLE = re.compile(r"(?:inhoud(?:sopgave)?|table of contents|contents)\W*$", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*\d{0,3}$")
_PAGE = re.compile(r"\D[\s.](\d{1,3})$")
_WRAP = 3  # lines in a row without a page number: entries wrap, a text does not come back


def mark_contents(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with ``repeated`` set on the lines of a table of contents, not its heading.

    These are lines with dots that lead to a page number, and lines below "Inhoud" that end in page
    numbers that do not go down.
    """
    entries = {i for i, ln in enumerate(lines) if _LEADER.search(ln.span.cut(text))}
    for index, line in enumerate(lines):
        if len(line.span) <= 30 and _TITLE.match(line.span.cut(text)):
            entries |= _entries(text, lines, index + 1)
    return tuple(
        replace(line, repeated=True) if index in entries else line
        for index, line in enumerate(lines)
    )


def _entries(text: str, lines: Sequence[Line], start: int) -> set[int]:
    """Return the lines from ``start`` that are entries, up to the last with a page number."""
    last_page, last_entry = 0, start - 1
    for index in range(start, len(lines)):
        match = _PAGE.search(lines[index].span.cut(text))
        page = int(match.group(1)) if match else 0
        if match and last_page <= page:
            last_page, last_entry = page, index
        elif index - last_entry > _WRAP and not lines[index].repeated:
            break
    found = range(start, last_entry + 1)
    return set(found) if len(found) >= 3 else set()
