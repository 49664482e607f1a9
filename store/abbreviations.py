"""Abbreviations as the reports themselves explain them: "Welzijn op recept (WoR)"."""

import re

from ingest.span import Span
from store.terms import fold

_BEHIND = re.compile(r"(?P<long>(?:[\w'’-]+[\s]+){1,8}?[\w'’-]+)\s*\((?P<short>[A-Za-z]{2,8})\)")
_BEFORE = re.compile(r"\b(?P<short>[A-Z][A-Za-z]{1,7})\s*\((?P<long>[^()]{6,80})\)")


def abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """Return each folded abbreviation in ``text``, once, with what it stands for.

    The words must begin with the letters of the abbreviation, small words between them skipped.

    >>> abbreviations("inzet van Welzijn op recept (WoR) bij de huisartsen")
    (('wor', 'Welzijn op recept'),)
    """
    found: dict[str, str] = {}
    for match in _BEHIND.finditer(text):
        tail = _spelled_out(match["short"], match["long"].split())
        if tail:
            found.setdefault(fold(match["short"]), " ".join(tail))
    for match in _BEFORE.finditer(text):
        if _spelled_out(match["short"], match["long"].split()):
            found.setdefault(fold(match["short"]), match["long"])
    return tuple(found.items())


def spelled_out_at(text: str, short: str) -> Span | None:
    """Return where ``short`` is first spelled out, with its brackets, or None.

    >>> spelled_out_at("inzet van Welzijn op recept (WoR)", "wor")
    Span(start=10, end=33)
    """
    for match in _BEHIND.finditer(text):
        tail = _spelled_out(match["short"], match["long"].split())
        if tail and fold(match["short"]) == fold(short):
            begin = text.rfind(tail[0], match.start(), match.start("short"))
            return Span(max(begin, match.start()), match.end())
    for match in _BEFORE.finditer(text):
        if _spelled_out(match["short"], match["long"].split()) and fold(match["short"]) == fold(
            short
        ):
            return Span(*match.span())
    return None


def _spelled_out(short: str, long: list[str]) -> list[str]:
    """Return the last words of ``long`` whose letters spell ``short``, or []."""
    letters = short.lower()
    for start in range(len(long) - 1, -1, -1):
        if (
            _spells(letters, "".join(long[start:]).lower())
            and long[start][:1].lower() == letters[0]
        ):
            return long[start:]
    return []


def _spells(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
