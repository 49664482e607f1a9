"""Whether two texts speak of as many: all, nearly all, some, or only these."""

import re
from enum import StrEnum


class Extent(StrEnum):
    """Of how many of its kind a text speaks."""

    ALL = "all"
    NEARLY = "nearly"
    SOME = "some"
    OPEN = "open"  # it does not say


_NEARLY = re.compile(
    r"\b(?:bijna|vrijwel|haast|almost|nearly)\s+(?:alle|allemaal|iedereen|elke?|iedere?|all|every)\b"
    r"|\bde meeste\b|\bmost of\b|\bde meerderheid\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:alle|allemaal|elke?|iedere?|iedereen|all|every|each|everyone)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:sommige|enkele|een paar|een aantal|een deel|gedeeltelijk|deels|soms|some|a few)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:alleen|uitsluitend|slechts|enkel|only)\b", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\b(?:niet alleen|not only)\b", re.IGNORECASE)
_NOT_ONE = re.compile(r"\b(geen|not) (?:enkele?|a single)\b", re.IGNORECASE)


def extents_agree(claim: str, said: str) -> bool | None:
    """Return whether claim and sentence speak of as many; None where it can't be told."""
    if _speaks_of_only(claim) != _speaks_of_only(said):
        return None
    wanted, given = extent_of(claim), extent_of(said)
    if wanted is given or (wanted is Extent.OPEN and given is not Extent.SOME):
        return True
    return False if wanted is Extent.ALL and given in (Extent.NEARLY, Extent.SOME) else None


def extent_of(text: str) -> Extent:
    """Return of how many a text speaks.

    >>> [str(extent_of(t)) for t in ("bijna alle scholen", "elk thema", "een paar", "de raad")]
    ['nearly', 'all', 'some', 'open']
    """
    said = _NOT_ONE.sub(r"\1", text)
    for extent, pattern in ((Extent.NEARLY, _NEARLY), (Extent.ALL, _ALL), (Extent.SOME, _SOME)):
        if pattern.search(said):
            return extent
    return Extent.OPEN


def _speaks_of_only(text: str) -> bool:
    """Return whether a text leaves out all others.

    >>> _speaks_of_only("alleen ouderen"), _speaks_of_only("geen enkele oudere")
    (True, False)
    """
    return bool(_ONLY.search(_NOT_ONE.sub(r"\1", _NOT_ONLY.sub(" ", text))))
