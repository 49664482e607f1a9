"""Words of the stored text with the place where they are printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.glyph_places import glyph_places
from ingest.glyphs import Glyph
from ingest.report import Page
from ingest.rules import Rule
from ingest.span import Span

_WORD = re.compile(r"\S+")
# Letters of one word lie at most a few tenths of the font height apart; further is another cell.
_WORD_GAP = 0.45
_SMALL = 0.85  # of the height of the word; marks of footnotes are 0.5 to 0.7 of it
_NAMED = 4  # characters; "m", "km" and "dm" with a raised digit are units


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its ``span`` in the stored text and its box on the page, in points from the top."""

    text: str
    span: Span
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    weight: int = 0

    @property
    def height(self) -> float:
        """Return the height of the box, some 1.2 times the font size."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Return half-way down the box."""
        return (self.top + self.bottom) / 2


def placed_words(
    text: str, page: Page, glyphs: tuple[Glyph, ...], edges: tuple[Rule, ...] = ()
) -> tuple[Word, ...]:
    """Return the words of one page in the order of the stored text, those without a place left out.

    ``edges`` are the lines drawn down the page: letters on both sides of one are two words.

    The stored text and the glyphs come from two readers that agree but for a few characters; a word
    of which no character could be matched has no place.
    """
    offsets = [i for i in range(page.span.start, page.span.end) if not text[i].isspace()]
    placed = glyph_places(text, offsets, glyphs)
    words = []
    for found in _WORD.finditer(text, page.span.start, page.span.end):
        for start, end in _pieces(found.start(), found.end(), placed, edges):
            boxes = [placed[i] for i in range(start, end) if i in placed]
            if boxes:
                words.append(_word(text, Span(start, end), page.number, boxes))
    return tuple(words)


def _pieces(
    start: int, end: int, placed: dict[int, Glyph], edges: tuple[Rule, ...]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a word that stand together: glued cells come apart.

    Small raised digits at the end, which point to a footnote, are in none of them.
    """
    end = _without_footnote(start, end, placed)
    first = start
    last: Glyph | None = None
    for index in range(start, end):
        glyph = placed.get(index)
        if glyph is None:
            continue
        if last is not None and (_apart(last, glyph) or _parted(last, glyph, edges)):
            yield first, index
            first = index
        last = glyph
    yield first, end


def _without_footnote(start: int, end: int, placed: dict[int, Glyph]) -> int:
    """Return where a word ends without the mark of a footnote: "1.250.000" of "1.250.000¹".

    A unit ("m²", "km2") is three letters at most; a shorter word keeps its raised digit.
    """
    stop = end
    while stop > start and stop - 1 in placed and placed[stop - 1].char.isdecimal():
        last, before = placed[stop - 1], placed.get(stop - 2)
        body = placed.get(start)
        if body is None or before is None or not _is_raised(last, body):
            break
        stop -= 1
    return stop if stop - start >= _NAMED and stop < end else end


def _is_raised(glyph: Glyph, body: Glyph) -> bool:
    """Return whether a character is smaller than ``body`` and stands higher than its foot."""
    small = glyph.bottom - glyph.top < _SMALL * (body.bottom - body.top)
    return small and glyph.bottom < body.bottom - 0.1 * (body.bottom - body.top)


def _apart(left: Glyph, right: Glyph) -> bool:
    height = max(left.bottom - left.top, 1.0)
    moved_down = abs((left.top + left.bottom) - (right.top + right.bottom)) / 2 > 0.5 * height
    return moved_down or right.x0 - left.x1 > _WORD_GAP * height or right.x1 < left.x0


def _parted(left: Glyph, right: Glyph, edges: tuple[Rule, ...]) -> bool:
    """Return whether a line is drawn down between two letters; they may touch it."""
    low, high = (left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2
    middle = (left.top + left.bottom) / 2
    return any(low < edge.at < high and edge.start < middle < edge.end for edge in edges)


def _word(text: str, span: Span, page: int, boxes: list[Glyph]) -> Word:
    return Word(
        span.cut(text),
        span,
        page,
        min(b.x0 for b in boxes),
        max(b.x1 for b in boxes),
        min(b.top for b in boxes),
        max(b.bottom for b in boxes),
        boxes[0].weight,
    )
