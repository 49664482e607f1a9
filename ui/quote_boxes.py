"""Where a quote stands on a drawn page.

The stored text comes from one reader of the PDF, the positions from another; they differ in white
space, hyphens at line ends and ligatures, and sometimes in the order of table cells. So letters are
compared with all of that left out.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

LEAST_FOUND = 0.9
"""Share of a quote's letters that must be found before anything is marked."""

_IGNORED = frozenset("-\u00ad\u2010\u2011\ufffe\x02")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left of the picture."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Letter:
    """One character as drawn, and the room it takes."""

    char: str
    box: Box


@dataclass(frozen=True, slots=True)
class _Folded:
    """Text without white space and hyphens; ``origin`` gives each character's index before that."""

    text: str
    origin: tuple[int, ...]


def quote_boxes(letters: Sequence[Letter], page_text: str, start: int, end: int) -> tuple[Box, ...]:
    """Return one box per printed line of the quote, top to bottom as drawn.

    ``page_text`` is the stored text of the page, ``start`` and ``end`` the quote in it. Returns ()
    when less than `LEAST_FOUND` of the quote is found.
    """
    drawn = _fold(letter.char for letter in letters)
    stored = _fold(page_text)
    quote = _fold(page_text[start:end])
    if not quote.text:
        return ()
    ahead = len(_fold(page_text[:start]).text)
    found = _whole(drawn.text, stored.text, quote.text, ahead) or _aligned(
        drawn.text, stored.text, ahead, ahead + len(quote.text)
    )
    if len(found) < LEAST_FOUND * len(quote.text):
        found = _by_line(drawn.text, page_text[start:end], ahead)
    if len(found) < LEAST_FOUND * len(quote.text):
        return ()
    return _lines([letters[drawn.origin[index]].box for index in found])


def _fold(chars: Iterable[str]) -> _Folded:
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
    places = _occurrences(drawn, quote)
    if not places:
        return ()
    before = sum(1 for place in _occurrences(stored, quote) if place < ahead)
    first = places[before] if before < len(places) else min(places, key=lambda p: abs(p - ahead))
    return tuple(range(first, first + len(quote)))


def _aligned(drawn: str, stored: str, start: int, end: int) -> tuple[int, ...]:
    """Return the indexes of the letters that pair up when both pages are laid side by side."""
    found: list[int] = []
    for step in Indel.opcodes(stored, drawn):
        if step.tag != "equal":
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


def _lines(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return the boxes of letters joined into one per line and cell."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _same_line(lines[-1], box):
            last = lines[-1]
            lines[-1] = Box(
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            lines.append(box)
    return tuple(lines)


def _same_line(line: Box, box: Box) -> bool:
    """Return whether a letter goes on where a line stopped: same height, no column in between."""
    middle = (box.top + box.bottom) / 2
    height = max(line.bottom - line.top, 1)
    return line.top <= middle <= line.bottom and -height <= box.left - line.right <= 2 * height
