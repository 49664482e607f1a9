"""Finds the municipality that a report is of."""

import re
from collections import Counter

from ingest.report import Origin, Place
from ingest.span import Span

_FIRST_PAGE = 1500  # characters
_NAME = r"(?:[’']s[- ])?[A-Z][\w’'-]+(?:[ -](?:aan|op|bij|en|de|den|der|van|over|[A-Z])[\w’'-]*)*"
_PLACE = re.compile(
    rf"(?:\b[Gg]emeente(?:raad van|bestuur van)?|[Bb]urgemeester en [Ww]ethouders van"
    rf"|[Bb]&[Ww] van)\s+(?P<name>{_NAME})"
)
_WORDS_OF_PLACES = frozenset(("den", "de", "der", "aan", "op", "bij", "en", "van", "over"))


def find_municipality(text: str) -> tuple[str, Origin] | None:
    """Return the municipality that is clearly named most, and where it is named first.

    The first page counts most; a place that is named once, or about as often as another, is none.
    """
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for match in _PLACE.finditer(text):
        name = _clean_name(match["name"])
        if len(name) > 2:
            counts[name] += 4 if match.start() < _FIRST_PAGE else 1
            start = match.start("name")
            first.setdefault(name, Span(start, start + len(name)))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    name = ranked[0][0]
    if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
        return name, Origin("municipality", Place.TEXT, first[name])
    return None


def _clean_name(name: str) -> str:
    """Return the name without the sentence that runs on behind it."""
    words = name.split(" ")
    while words and (words[-1].lower() in _WORDS_OF_PLACES or not words[-1][:1].isupper()):
        words.pop()
    kept = words[:1]
    for word in words[1:]:
        if word.lower() in _WORDS_OF_PLACES or kept[-1].lower() in _WORDS_OF_PLACES:
            kept.append(word)
        else:
            break
    return " ".join(kept).rstrip("’'-")
