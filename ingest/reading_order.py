"""Puts the text of a page in reading order where its columns are stored line by line."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.column_order import column_order
from ingest.glyph_places import glyph_places
from ingest.glyphs import Glyph
from ingest.gutters import GAP, JUMPS
from ingest.page_lines import Run, page_lines
from ingest.pdf_page import PageText
from ingest.placed_words import Word, placed_words
from ingest.report import Page
from ingest.rules import Rules
from ingest.span import Span
from ingest.stretches import stretches

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class OrderedPage:
    """A page with its letters in the order of its text."""

    page: PageText
    glyphs: tuple[Glyph, ...]


def in_reading_order(
    page: PageText, number: int, glyphs: tuple[Glyph, ...], rules: Callable[[], Rules]
) -> OrderedPage | None:
    """Return page ``number`` (from 1) column by column, or None where it stays as it is.

    Only whole lines change places: what was printed on one line stays word for word, and every
    character of the page but white space is there once. ``glyphs`` are those of the page in stored
    order; ``rules`` reads its drawn lines, which only a page with columns needs.
    """
    text = page.text
    if not _may_jump(glyphs):
        return None
    words = placed_words(text, Page(number, Span(0, len(text))), glyphs)
    if not _are_all_placed(text, words) or column_order(words, Rules()) is None:
        return None
    order = column_order(words, rules())
    if order is None:
        return None
    ends = [*(word.span.start for word in words[1:]), len(text)]
    pieces = [_trimmed(text, words[first].span.start, ends[last]) for first, last in order]
    lefts = [words[first].x0 for first, _ in order]
    flat = [len(stretches(words[first : last + 1], ())) == 1 for first, last in order]
    moved = "\n".join(
        _printed(piece.cut(text), one) for piece, one in zip(pieces, flat, strict=True)
    )
    runs = _moved_runs(page.runs, pieces, lefts)
    placed = glyph_places(text, [i for i, char in enumerate(text) if not char.isspace()], glyphs)
    drawn = tuple(placed[i] for p in pieces for i in range(p.start, p.end) if i in placed)
    lines = page_lines(moved, runs, number)
    return OrderedPage(replace(page, text=moved, lines=lines, runs=runs), drawn)


def _may_jump(glyphs: Sequence[Glyph]) -> bool:
    """Return whether text goes on further to the right often enough to be looked at closely."""
    jumps = 0
    for a, b in pairwise(glyphs):
        height = a.bottom - a.top
        jumps += b.x0 - a.x1 >= GAP * height and abs(a.top - b.top) < 2 * height
        if jumps >= JUMPS:
            return True
    return False


def _are_all_placed(text: str, words: Sequence[Word]) -> bool:
    """Return whether each printed word has a place, so that none is carried along by another."""
    starts = {word.span.start for word in words}
    return all(found.start() in starts for found in _WORD.finditer(text))


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _printed(stored: str, one_line: bool) -> str:
    """Return what is printed on one line on one: a file may hold each word by itself."""
    return stored.replace("\n", " ") if one_line else stored


def _moved_runs(
    runs: Sequence[Run], pieces: Sequence[Span], lefts: Sequence[float]
) -> tuple[Run, ...]:
    """Return ``runs`` cut at the pieces and set in their order; ``lefts`` is where each begins."""
    starts = [run.start for run in runs]
    moved: list[Run] = []
    at = 0
    for piece, left in zip(pieces, lefts, strict=True):
        first = max(0, bisect_right(starts, piece.start) - 1)
        for run in runs[first : bisect_right(starts, piece.end - 1)]:
            inside = run.start >= piece.start
            begin = at + max(0, run.start - piece.start)
            moved.append(replace(run, start=begin, left=run.left if inside else left))
        at += len(piece) + 1
    return tuple(moved)
