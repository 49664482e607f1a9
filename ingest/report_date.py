"""Finds the day that a report is dated."""

import re
from collections.abc import Sequence

from ingest.dates import DateMention, find_dates
from ingest.line import Line
from ingest.report import Origin, Place
from ingest.span import Span

_HEAD = 4000  # characters from the start that a cover, letterhead or first page takes
_LINES = 60
_COUNTS_TO = re.compile(
    r".{0,60}\b(?:per|stand|saldo|t/m|tot en met|vanaf|boekwaarde)\b", re.IGNORECASE
)

# "Vastgesteld door de raad op 5 november 2026": the day of the report, said on a line of its own.
_ADOPTED = re.compile(
    r"(?:gewijzigd )?vastgesteld (?:door|in) (?:de )?[\w ]{2,40}? (?:op|van|d\.d\.)\s*"
    r"(?:(?:maan|dins|woens|donder|vrij)dag )?$",
    re.IGNORECASE,
)


def find_report_date(
    text: str, lines: Sequence[Line], tables: Sequence[Span], *, is_letter: bool
) -> tuple[str, Origin] | None:
    """Return the day (ISO) and where it stands: on a line of its own or behind "Datum".

    At the end of another line in the head it counts for a letter only. A day in one of ``tables``,
    or up to which something counts ("Stand per 31-12-2024"), is not that of the report.
    """
    found: list[tuple[int, int, str, Span]] = []
    for index, line in enumerate(lines[:_LINES]):
        if line.span.start > _HEAD:
            break
        printed = line.span.cut(text)
        if _COUNTS_TO.match(printed) or any(line.span.start in _range(t) for t in tables):
            continue
        days = [mention for mention in find_dates(printed) if mention.iso]
        if not days:
            continue
        rank = _rank(printed, days[0], text[max(0, line.span.start - 120) : line.span.start])
        if rank is not None and (rank < 2 or is_letter):
            start, day = line.span.start, days[0]
            place = Span(start + day.span.start, start + day.span.end)
            found.append((rank, index, day.iso or "", place))
    if not found:
        return None
    _, _, day_found, span = min(found)
    return day_found, Origin("date", Place.TEXT, span)


def _range(span: Span) -> range:
    return range(span.start, span.end)


def _rank(printed: str, day: DateMention, above: str) -> int | None:
    """Rank a date: 0 behind "Datum", 1 (nearly) alone on its line, 2 at the end of a head line."""
    if re.search(r"\bdatum\b", printed[: day.span.start], re.IGNORECASE):
        return 0
    if _ADOPTED.match(printed[: day.span.start]):
        return 1
    if len(printed) - len(day.span) <= 15:
        return 0 if re.search(r"\bdatum\b", above, re.IGNORECASE) else 1
    return 2 if printed[day.span.end :].strip() == "" and len(printed) < 100 else None
