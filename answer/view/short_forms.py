"""The stems of what a report's abbreviations stand for."""

from collections.abc import Iterable, Mapping

from answer.lexicon import GRAMMAR
from store.terms import stem, words


def short_forms(explained: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return abbreviations with the stems of what they stand for, small words left out.

    >>> short_forms([("wor", "Welzijn op recept")])
    {'wor': ('welzijn', 'recept')}
    """
    return {short: _stems(long) for short, long in explained}


def _stems(long: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(long) if word not in GRAMMAR)
