"""Dates and periods in running text: days, months, quarters, seasons and years."""

import re
from dataclasses import dataclass

from ingest.span import Span

_MONTHS_NL = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_MONTHS_EN = (
    "january february march april may june july august september october november december"
).split()
_MONTHS = {name: i + 1 for names in (_MONTHS_NL, _MONTHS_EN) for i, name in enumerate(names)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e|first|second|third|fourth|last"
_PART = (
    r"medio|begin|eind|voorjaar|najaar|zomer|winter|herfst|lente|spring|summer|autumn|"
    r"mid|early|late|start|jaareinde"
)
_PATTERNS = (
    ("day", rf"\b(?P<d>[0-3]?\d)\s+(?P<m>{_MONTH})(?:\s+(?P<y>{_YEAR}))?\b"),
    ("day", rf"\b(?P<m>{_MONTH})\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y>{_YEAR})\b"),
    ("day", rf"\b(?P<d>[0-3]?\d)[-/](?P<n>[01]?\d)[-/](?P<y>{_YEAR})\b"),
    (
        "quarter",
        rf"\b(?:{_ORDINAL})\s+(?:kwartaal|helft|quarter|half)(?:\s+(?:van\s+|of\s+)?"
        rf"(?P<y>{_YEAR}))?\b",
    ),
    ("quarter", rf"\bq[1-4](?:\s+(?P<y>{_YEAR}))?\b"),
    ("part", rf"\b(?:{_PART})(?:\s+(?:van|of|in))?\s+(?P<y>{_YEAR})\b"),
    ("month", rf"\b(?P<m>{_MONTH})\s+(?P<y>{_YEAR})\b"),
    ("years", rf"\b(?P<y>{_YEAR})\s*[-–/]\s*(?P<z>{_YEAR})\b"),
    ("year", rf"(?<![\d.,€/-])\b(?P<y>{_YEAR})\b(?![.,]\d|\d|%)"),
)
_COMPILED = tuple((name, re.compile(p, re.IGNORECASE)) for name, p in _PATTERNS)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed: ``grain`` is day, quarter, part, month, years or year.

    ``iso`` is given for a whole day only; ``years`` are the years it names (possibly none).
    """

    span: Span
    grain: str
    iso: str | None
    years: tuple[int, ...]


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Return the dates and periods in ``text`` in order, none inside another.

    >>> [(m.grain, m.iso, m.years) for m in find_dates("Op 16 april 2025, medio 2024")]
    [('day', '2025-04-16', (2025,)), ('part', None, (2024,))]
    """
    found: list[DateMention] = []
    for grain, pattern in _COMPILED:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.start < f.span.end and f.span.start < span.end for f in found):
                found.append(_mention(grain, span, match))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(grain: str, span: Span, match: re.Match[str]) -> DateMention:
    groups = match.groupdict()
    years = tuple(int(groups[name]) for name in ("y", "z") if groups.get(name))
    month = int(groups["n"]) if groups.get("n") else _MONTHS.get((groups.get("m") or "").lower())
    iso = None
    if years and month and groups.get("d") and 1 <= int(groups["d"]) <= 31 and month <= 12:
        iso = f"{years[0]:04d}-{month:02d}-{int(groups['d']):02d}"
    return DateMention(span, grain, iso, years)
