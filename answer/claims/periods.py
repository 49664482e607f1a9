"""Whether a sentence is of the year, month or season that a claim names."""

import re
from collections.abc import Callable, Sequence

from answer.view import SentenceView
from ingest.dates import DateMention
from ingest.span import Span
from store.terms import words

_LOOSE = frozenset(["van", "of", "in"])


def periods_agree(
    claimed: Sequence[DateMention], claim: str, view: SentenceView, said_in: Callable[[str], int]
) -> bool | None:
    """Return whether the sentence is of all the periods that ``claim`` names.

    False where it names another one in its place; None where it does not tell. ``said_in`` counts
    the words of the claim in a piece of text: of several years the one that they stand with counts.
    """
    found = [_agrees(mention, claim, view, said_in) for mention in claimed]
    if any(one is False for one in found):
        return False
    return None if None in found else True


def _agrees(
    claimed: DateMention, claim: str, view: SentenceView, said_in: Callable[[str], int]
) -> bool | None:
    if claimed.grain == "year":
        return _of_year(claimed, view, said_in)
    alike = [mention for mention in view.dates if mention.grain == claimed.grain]
    if alike:
        wanted = _key(claimed, claim)
        return any(wanted <= _key(mention, view.text) for mention in alike)
    years = {year for mention in view.dates for year in mention.years}
    other = bool(years) and bool(claimed.years) and not years & set(claimed.years)
    return False if other else None


def _of_year(
    claimed: DateMention, view: SentenceView, said_in: Callable[[str], int]
) -> bool | None:
    """Tell whether a sentence is of a year; one that names none is of its report's year."""
    dated = [mention for mention in view.dates if mention.years]
    if not dated:
        return True if view.report.year in claimed.years else None
    if not set(claimed.years) & {year for mention in dated for year in mention.years}:
        return False
    counts = [said_in(_clause_of(mention, view.text)) for mention in dated]
    best = {m.years for m, count in zip(dated, counts, strict=True) if count == max(counts)}
    named = {year for years in best for year in years}
    return bool(named & set(claimed.years)) if len(named) == 1 else None


_BREAK = re.compile(r"[,;:]|\b(?:en|maar|and|but)\b", re.IGNORECASE)


def _clause_of(mention: DateMention, text: str) -> str:
    """Return the text between the breaks around a date."""
    breaks = [Span(*match.span()) for match in _BREAK.finditer(text)]
    start = max((b.end for b in breaks if b.end <= mention.span.start), default=0)
    end = min((b.start for b in breaks if b.start >= mention.span.end), default=len(text))
    return text[start:end]


def _key(mention: DateMention, text: str) -> frozenset[str]:
    return frozenset(words(mention.span.cut(text))) - _LOOSE
