"""The numbers that are printed on the pages, where the file does not tell them itself."""

import re
from collections.abc import Mapping, Sequence

from ingest.line import Line

_NAMED = re.compile(r"(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)\s*(\d{1,4})\b", re.IGNORECASE)
_AT_END = re.compile(r"(?:^|[\s|–-])(\d{1,4})(?:\s*-)?$")
_AT_START = re.compile(r"^(?:-\s*)?(\d{1,4})(?=[\s|–-])")


def printed_numbers(text: str, lines: Sequence[Line]) -> Mapping[int, str]:
    """Return for pages (from 1) the number that is printed on them, where it is another.

    ``lines`` have their headers and footers marked. A number counts where the page before or behind
    has the one before or behind it, so that a year in a footer is none.
    """
    found: dict[int, set[int]] = {}
    for line in lines:
        if line.repeated and line.page is not None:
            found.setdefault(line.page, set()).update(_numbers(line.span.cut(text)))
    return {
        page: str(number)
        for page, numbers in found.items()
        if (number := _counting(page, numbers, found)) is not None and number != page
    }


def _numbers(printed: str) -> set[int]:
    """Return the numbers of a header or footer that may be its page's.

    >>> sorted(_numbers("Begroting 2026 | 12")), _numbers("Pagina 3 van 9"), _numbers("- 4 -")
    ([12], {3}, {4})
    """
    if named := _NAMED.search(printed):
        return {int(named[1])}
    ends = (pattern.search(printed) for pattern in (_AT_END, _AT_START))
    return {int(match[1]) for match in ends if match}


def _counting(page: int, numbers: set[int], found: Mapping[int, set[int]]) -> int | None:
    """Return the only number of a page that counts on with the page before or behind it."""
    before, behind = found.get(page - 1, set()), found.get(page + 1, set())
    counting = [n for n in numbers if n - 1 in before or n + 1 in behind]
    return counting[0] if len(counting) == 1 else None
