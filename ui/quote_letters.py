"""Which letters of a drawn page are a quote.

The stored text comes from one reader of the PDF, the positions from another; they differ in white
space, hyphens at line ends and ligatures, and sometimes in the order of table cells. So letters are
compared with all of that left out.
"""

import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import Indel

LEAST_FOUND = 0.9
"""Share of a quote's letters that must be found before anything is marked."""

SHORTEST_RUN = 4
"""Letters in a row that must agree when two pages are laid side by side: fewer agree by chance."""

_IGNORED = frozenset("-\u00ad\u2010\u2011\ufffe\x02")


@dataclass(frozen=True, slots=True)
class _Folded:
    """Text without white space and hyphens; ``origin`` gives each character's index before that."""

    text: str
    origin: tuple[int, ...]


def quote_letters(drawn_text: str, page_text: str, start: int, end: int) -> tuple[int, ...]:
    r"""Return which characters of ``drawn_text`` are the quote, in its order.

    ``drawn_text`` is what the drawing program reads on the page, ``page_text`` the stored text of
    that page, ``start`` and ``end`` the quote in it. Returns () when less than `LEAST_FOUND` of the
    quote is found.

    >>> quote_letters("45.000 Inzet Avedan", "45.000\nInzet  Avedan", 7, 12)
    (7, 8, 9, 10, 11)
    """
    drawn, stored, quote = _fold(drawn_text), _fold(page_text), _fold(page_text[start:end])
    ahead = len(_fold(page_text[:start]).text)
    enough = max(1, LEAST_FOUND * len(quote.text))
    found = _whole(drawn.text, stored.text, quote.text, ahead)
    if len(found) < enough:
        found = _aligned(drawn.text, stored.text, ahead, ahead + len(quote.text))
    if len(found) < enough:
        found = _by_line(drawn.text, page_text[start:end], ahead)
    return tuple(drawn.origin[index] for index in found) if len(found) >= enough else ()


def _fold(chars: str) -> _Folded:
    """Return the characters that both readers agree on."""
    text: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(chars):
        if char.isspace() or char in _IGNORED or not char.isprintable():
            continue
        for part in unicodedata.normalize("NFKC", char):
            if not part.isspace():
                text.append(part)
                origin.append(index)
    return _Folded("".join(text), tuple(origin))


def _whole(drawn: str, stored: str, quote: str, ahead: int) -> tuple[int, ...]:
    """Return the indexes of the quote in one piece: the same of several as in the stored text."""
    places = _occurrences(drawn, quote) if quote else ()
    if not places:
        return ()
    before = sum(1 for place in _occurrences(stored, quote) if place < ahead)
    first = places[before] if before < len(places) else min(places, key=lambda p: abs(p - ahead))
    return tuple(range(first, first + len(quote)))


def _aligned(drawn: str, stored: str, start: int, end: int) -> tuple[int, ...]:
    """Return the indexes of the letters that pair up when both pages are laid side by side."""
    found: list[int] = []
    for step in Indel.opcodes(stored, drawn):
        if step.tag != "equal" or step.src_end - step.src_start < SHORTEST_RUN:
            continue
        for index in range(max(step.src_start, start), min(step.src_end, end)):
            found.append(step.dest_start + index - step.src_start)
    return tuple(found)


def _by_line(drawn: str, quote: str, ahead: int) -> tuple[int, ...]:
    """Return the indexes of each line of the quote on its own, for cells in another order."""
    found: list[int] = []
    near = ahead
    for line in quote.splitlines():
        folded = _fold(line).text
        places = _occurrences(drawn, folded) if folded else ()
        if places:
            first = min(places, key=lambda place: abs(place - near))
            found.extend(range(first, first + len(folded)))
            near = first + len(folded)
    return tuple(found)


def _occurrences(text: str, part: str) -> tuple[int, ...]:
    """Return every place where ``part`` begins in ``text``, in order.

    >>> _occurrences("45.000en45.000", "45.000")
    (0, 8)
    """
    places: list[int] = []
    place = text.find(part)
    while place >= 0:
        places.append(place)
        place = text.find(part, place + 1)
    return tuple(places)
