"""Finds the lines that belong to the page and not to the report: headers, footers, page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.line import Line
from ingest.margins import in_margins

_Key = tuple[str, int | None]
_EDGE = 4  # lines from the top or bottom of the page's text in which headers and footers stand
_NUMBER = re.compile(
    r"(?:-\s*)?(?:(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)\s*)?(\d{1,4})"
    r"(?:\s*(?:van|/|of)\s*\d{1,4})?(?:\s*-)?$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[ivxl])(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})$")
_NAMED_NUMBER = re.compile(r"(?:pagina|pag\.?|blz\.?|bladzijde|page)\s*\d{1,4}\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d,\d|€|%")
_PAGES = 3  # a line that stands in the same place on three pages is a header or footer


def mark_repeated(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with ``repeated`` set on headers, footers and page numbers.

    A line is one of these when it stands among the first or last lines of its page and is the page
    number, or has the same words (digits aside) at the same height on three or more pages, with
    nothing but the like further out. Where other pages have running text, there is no margin.
    """
    pages: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.page is not None:
            pages[line.page].append(index)
    own = _continued(text, lines)
    edges = {i for indexes in pages.values() for i in (*indexes[:_EDGE], *indexes[-_EDGE:])} - own
    places: dict[_Key, set[int]] = defaultdict(set)
    for index in edges:
        places[_key(text, lines[index])].add(lines[index].page or 0)
    coming = {i for i in edges if len(places[_key(text, lines[i])]) >= _PAGES}
    ends = {i for indexes in pages.values() for i in (*indexes[:2], *indexes[-2:])}
    numbers = {i for i in ends if _is_page_number(text, lines[i])}
    running = in_margins(lines, list(pages.values()), frozenset(coming | numbers))
    return tuple(
        replace(line, repeated=True) if index in running or index in numbers else line
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


def _key(text: str, line: Line) -> _Key:
    printed = line.span.cut(text).lower()
    words = printed if _AMOUNT.search(printed) else re.sub(r"\d+", "#", printed)
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
