"""Abbreviations as the reports themselves explain them: "Welzijn op recept (WoR)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.span import Span
from store.terms import fold

_SHORT = re.compile(r"\((?P<short>[A-Za-z]{2,8})\)")
# Up to nine words that end where the bracket opens. Looked for in so many characters before it: to
# look for the words first takes 0.1 s a report.
_WORDS = re.compile(r"(?:[\w'’-]+\s+){1,8}[\w'’-]+\s*\Z")
_WINDOW = 1_000
_BEFORE = re.compile(r"\b(?P<short>[A-Z][A-Za-z]{1,7})\s*\((?P<long>[^()]{6,80})\)")


@dataclass(frozen=True, slots=True)
class _Explained:
    """``short`` begins at ``short_at``; ``span`` holds it and the words that it may stand for."""

    short: str
    short_at: int
    words: tuple[str, ...]
    span: Span


def abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """Return each folded abbreviation in ``text``, once, with what it stands for.

    The words must begin with the letters of the abbreviation, small words between them skipped.

    >>> abbreviations("inzet van Welzijn op recept (WoR) bij de huisartsen")
    (('wor', 'Welzijn op recept'),)
    """
    found: dict[str, str] = {}
    for explained in _behind(text):
        tail = _spelled_out(explained.short, explained.words)
        if tail:
            found.setdefault(fold(explained.short), " ".join(tail))
    for match in _BEFORE.finditer(text):
        if _spelled_out(match["short"], tuple(match["long"].split())):
            found.setdefault(fold(match["short"]), match["long"])
    return tuple(found.items())


def spelled_out_at(text: str, short: str) -> Span | None:
    """Return where ``short`` is first spelled out, with its brackets, or None.

    >>> spelled_out_at("inzet van Welzijn op recept (WoR)", "wor")
    Span(start=10, end=33)
    """
    asked = fold(short)
    for explained in _behind(text):
        tail = _spelled_out(explained.short, explained.words)
        if tail and fold(explained.short) == asked:
            begin = text.rfind(tail[0], explained.span.start, explained.short_at)
            return Span(max(begin, explained.span.start), explained.span.end)
    for match in _BEFORE.finditer(text):
        spelled_out = _spelled_out(match["short"], tuple(match["long"].split()))
        if spelled_out and fold(match["short"]) == asked:
            return Span(*match.span())
    return None


def _behind(text: str) -> Iterator[_Explained]:
    """Yield the abbreviations in brackets with the words before them, in order."""
    for match in _SHORT.finditer(text):
        first = max(0, match.start() - _WINDOW)
        run = _WORDS.search(text[first : match.start()])
        if run:
            span = Span(first + run.start(), match.end())
            yield _Explained(match["short"], match.start("short"), tuple(run[0].split()), span)


def _spelled_out(short: str, long: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last words of ``long`` whose letters spell ``short``, or ()."""
    letters = short.lower()
    for start in range(len(long) - 1, -1, -1):
        if (
            _spells(letters, "".join(long[start:]).lower())
            and long[start][:1].lower() == letters[0]
        ):
            return long[start:]
    return ()


def _spells(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
