"""Turns of phrase that say one thing in many ways: being part of something, taking place."""

import re

_OFF = re.compile(
    r"\b(?:afgelast|afgeblazen|geannuleerd|cancelled|canceled|called off)\b", re.IGNORECASE
)
_MEMBER = re.compile(
    r"\b(?:hoort|horen|hoorde|behoort|behoren)\b|\b(?:onderdeel|deel|lid)\s+(?:uit\s+)?van\b|"
    r"\bmaakt\b.{0,30}\bdeel uit\b|\bpart of\b|\bbelongs? to\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:gaat|gaan|ging|gingen)\b[^.;]{0,60}\bdoor\b(?! (?:de|het|een|te)\b)|\bdoorgegaan\b|"
    r"\bdoorging(?:en)?\b|\bdoorgaat\b|\b(?:vond|vonden|vindt|vinden)\b[^.;]{0,60}\bplaats\b|"
    r"\bplaatsgevonden\b",
    re.IGNORECASE,
)
_RELATIONS = (_MEMBER, _PLACE)
_WHOLE = re.compile(r"\b(?:bij|tot|van|onder|of|to)\s+(?:de|het|een|the)?\s*(?P<whole>\w+)")
WORDS = frozenset(
    "hoort horen hoorde behoort behoren onderdeel deel lid doorgegaan doorging doorgingen doorgaat "
    "gaat gaan ging gingen vond vonden plaats plaatsgevonden afgelast afgeblazen geannuleerd "
    "cancelled canceled part belongs belong uitviel uitvielen uitvalt luidt luidde".split()
)
"""The words of such phrases, and verbs that say no more than "is"; the phrase is met as a whole."""


def in_full(text: str) -> str:
    """Return ``text`` with "afgelast" said as what did not take place.

    >>> in_full("Het feest is afgelast")
    'Het feest is niet doorgegaan'
    """
    return _OFF.sub("niet doorgegaan", text)


def relation_of(text: str) -> re.Pattern[str] | None:
    """Return what finds the phrase of ``text`` in another text, None where it has none."""
    return next((relation for relation in _RELATIONS if relation.search(text)), None)


def whole_of(text: str) -> str | None:
    """Return the whole that something is said to be part of.

    >>> whole_of("hoort de coach bij het wijkteam"), whole_of("het feest ging door")
    ('wijkteam', None)
    """
    said = _MEMBER.search(text)
    behind = _WHOLE.search(text) if said else None
    return behind["whole"] if behind else None
