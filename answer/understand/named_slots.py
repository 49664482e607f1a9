"""Numbers that a question names: years, paragraphs, and how many of a ranking or a list."""

import re

from answer import operation_cues
from ingest.dates import find_dates
from ingest.number_words import number_word

_SECTION = re.compile(
    r"(?<![\d.,€])\b(?P<a>\d{1,2}\.\d{1,2})(?![\d]|[.,]\d)"
    r"(?:\s*(?P<upto>tot en met|t/m|tot|-|–|to)\s*(?P<b>\d{1,2}\.\d{1,2})(?!\d))?"
)
_TOP = re.compile(
    r"\btop[\s-]?(?P<a>\w+)|\b(?P<b>\w+) (?:aller)?(?:grootste|duurste|hoogste|largest|highest|"
    r"biggest)|\bwelke (?P<c>\w+) \w+.*\b(?:meeste?|hoogste|grootste|minste|laagste)\b|"
    r"\bde (?P<d>\w+) \w{4,}(?:en|s|'s)\b.{1,60}\b(?:met|die|waar\w*|that|which) .*"
    r"\b(?:meeste?|hoogste|grootste)\b",
    re.IGNORECASE,
)
_EVERY = 50  # of what is to be put in order; no table of a theme is longer
_LISTED = re.compile(r"(?:^|\s)(?P<n>[^\W\d]+) (?=[^\W\d]+(?:en|s)\b)", re.IGNORECASE)
_RELATIVE = (
    (re.compile(r"\b(vorig|afgelopen) jaar\b|\blast year\b|\bjaar (ervoor|daarvoor)\b", re.I), -1),
    (re.compile(r"\b(volgend|komend) jaar\b|\bnext year\b|\bjaar (erna|daarna)\b", re.I), 1),
    (re.compile(r"\b(dit|huidige?) jaar\b|\bthis year\b", re.I), 0),
)


def top_count(question: str) -> int | None:
    """Return how many of a ranking are asked for ("de drie grootste"), 2 to 20, or None."""
    match = _TOP.search(question)
    named = (match["a"] or match["b"] or match["c"] or match["d"]) if match else None
    if not named:
        return None
    count = int(named) if named.isdecimal() else number_word(named)
    return count if count and 1 < count <= 20 else None


def top_named(question: str) -> int | None:
    """Return how many things a ranking or a list is said to have, None where that is open."""
    for listed in _LISTED.finditer(question):
        count = number_word(listed["n"])
        if count and count > 1:
            return top_count(question) or count
    return top_count(question) or (_EVERY if operation_cues.ORDERED.search(question) else None)


def years_named(question: str, base_year: int | None) -> tuple[int, ...]:
    """Return the years that are named, sorted; "vorig jaar" is read against ``base_year``."""
    named = {year for mention in find_dates(question) for year in mention.years}
    if base_year is not None:
        named |= {base_year + step for pattern, step in _RELATIVE if pattern.search(question)}
    return tuple(sorted(named))


def sections_named(question: str) -> tuple[str, ...]:
    """Return the paragraph numbers that are named, a range written out."""
    found: list[str] = []
    for match in _SECTION.finditer(question):
        first, last = match["a"], match["b"]
        if last and first.split(".")[0] == last.split(".")[0]:
            chapter, start = first.split(".")
            found += [f"{chapter}.{n}" for n in range(int(start), int(last.split(".")[1]) + 1)]
        else:
            found += [number for number in (first, last) if number]
    return tuple(dict.fromkeys(found))
