"""Finds the lines that belong to the page and not to the report: headers, footers, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.line import Line

_EDGE = 4  # lines from the top or bottom of the page's text in which headers and footers stand
_NUMBER = re.compile(
    r"(?:-\s*)?(?:(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)\s*)?(\d{1,4})"
    r"(?:\s*(?:van|/|of)\s*\d{1,4})?(?:\s*-)?$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[ivxl])(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})$")
_NAMED_NUMBER = re.compile(r"(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*\d{1,4}\b", re.IGNORECASE)
_PAGES = 3  # a line that stands in the same place on three pages is a header or footer


def mark_repeated(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with ``repeated`` set on headers, footers and page numbers.

    A line is one of these when it stands among the first or last lines of its page and is the page
    number, or has the same words (digits aside) at the same height on three or more pages.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None:
            pages[line.page].append(index)
    own = _continued(text, lines)
    edges = {i for indexes in pages.values() for i in (*indexes[:_EDGE], *indexes[-_EDGE:])}
    seen = Counter(_key(text, lines[index]) for index in edges)
    ends = {i for indexes in pages.values() for i in (*indexes[:2], *indexes[-2:])}
    return tuple(
        replace(line, repeated=True)
        if (index in edges and seen[_key(text, line)] >= _PAGES and index not in own)
        or (index in ends and _is_page_number(text, line))
        else line
        for index, line in enumerate(lines)
    )


def _continued(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines whose last word goes on in the line below: running text, no header."""
    return frozenset(
        index
        for index, (line, below) in enumerate(pairwise(lines))
        if line.page == below.page
        and not below.apart
        and line.span.cut(text)[-1] in "-\u00ad"
        and below.span.cut(text)[0].islower()
    )


def _key(text: str, line: Line) -> tuple[str, int | None]:
    words = re.sub(r"\d+", "#", line.span.cut(text).lower())
    height = None if line.height is None else round(line.height / 4)
    return " ".join(words.split()), height


def _is_page_number(text: str, line: Line) -> bool:
    printed = line.span.cut(text)
    match = _NUMBER.match(printed)
    if not match:
        return bool(_ROMAN.match(printed))
    # A bare number is the page's own, give or take the cover and preface that are not counted.
    near = line.page is not None and abs(int(match.group(1)) - line.page) <= 12
    return near or bool(_NAMED_NUMBER.match(printed))
