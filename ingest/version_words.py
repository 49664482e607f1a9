"""Words that tell versions of one report apart: concept, vastgesteld, erratum, versie 2."""

import re
from collections.abc import Iterator

# In the order in which they are named. "Nog niet vastgesteld" is no version, "conceptueel" neither.
_STATUS = (
    ("erratum", r"errat(?:um|a)\b|rectificatie\b"),
    ("gewijzigd", r"(?<!niet )(?:gewijzigde?|herziene?|gecorrigeerde?|aangepaste(?= versie))\b"),
    (
        "concept",
        r"concept(?!u)(?!en\b)(?:versie)?|ontwerp(?:versie)?\b(?=$|[\s)]*$)|"
        r"ontwerp[- ]?(?=begroting|jaarstukken|jaarrekening|kadernota|jaarplan|raadsbesluit)",
    ),
    ("vastgesteld", r"(?<!niet )(?:vastgestelde?|definitie(?:f|ve))\b"),
)
_NUMBER = r"versie\s*(?:nr\.?|nummer)?\s*:?\s*v?(?P<number>\d{1,2}(?:\.\d{1,2})*)\b"
_SHORT_NUMBER = r"v(?P<short>\d{1,2}(?:\.\d{1,2})*)$"  # "jaarstukken v2": at the end of a name only
_STATUSES = tuple((name, re.compile(rf"\b(?:{p})", re.IGNORECASE)) for name, p in _STATUS)
_NUMBERS = re.compile(rf"\b(?:{_NUMBER}|{_SHORT_NUMBER})", re.IGNORECASE)
_OF = re.compile(r"^(?:behorend )?(?:bij|op|van)\s+(?:de\s+|het\s+)?")
_LEFT = re.compile(r"\bversie\b|[-_()\[\],:;]+", re.IGNORECASE)


def version_of(words: str) -> str | None:
    """Return the version that ``words`` name, in fixed words and order, or None.

    >>> version_of("Concept-jaarstukken 2024"), version_of("ontwerpbegroting 2026, versie 2")
    ('concept', 'concept versie 2')
    >>> version_of("Gewijzigd raadsvoorstel"), version_of("azwa 2025 definitief")
    ('gewijzigd', 'vastgesteld')
    >>> version_of("Begrotingswijziging 2025") is None, version_of("nog niet vastgesteld") is None
    (True, True)
    """
    return " ".join(_named(words)) or None


def without_version(words: str) -> str:
    """Return ``words`` in small letters without what names a version, white space folded.

    >>> without_version("Concept-jaarstukken 2024"), without_version("Jaarstukken 2024 (versie 2)")
    ('jaarstukken 2024', 'jaarstukken 2024')
    >>> without_version("Erratum bij de jaarstukken 2024")
    'jaarstukken 2024'
    """
    for pattern in (*(pattern for _, pattern in _STATUSES), _NUMBERS, _LEFT):
        words = pattern.sub(" ", words)
    return _OF.sub("", " ".join(words.lower().split()))


def _named(words: str) -> Iterator[str]:
    for name, pattern in _STATUSES:
        if pattern.search(words):
            yield name
    if number := _NUMBERS.search(words):
        yield f"versie {number['number'] or number['short']}"
