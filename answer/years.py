"""Whether a sentence may speak for the year that was asked about."""

from collections.abc import Sequence

from answer.frame import Frame
from answer.view import SentenceView
from ingest.span import Span


def year_fits(view: SentenceView, frame: Frame) -> bool:
    """Return whether the sentence or its report is about one of the asked years.

    A sentence that names years speaks for those; one that names none speaks for its report's year.
    """
    if frame.days and not _speaks_of_day(view, frame):
        return False
    if not frame.years:
        return True
    named = {year for mention in view.dates for year in mention.years}
    own = view.report.year
    return bool(set(frame.years) & named) or (own in frame.years and _no_other(named, own))


def _speaks_of_day(view: SentenceView, frame: Frame) -> bool:
    """Tell whether the sentence or its report is of the day that was asked about."""
    named = {mention.iso for mention in view.dates}
    return bool(named & set(frame.days)) or bool(set(view.of_days) & set(frame.days))


def _no_other(named: set[int], own: int | None) -> bool:
    return not named or own in named


def is_of_other_year(view: SentenceView, at: Span, asked: Sequence[int]) -> bool:
    """Tell a number that stands beside another year than was asked, in a sentence of several.

    "In 2024 € 450.000, in 2025 wordt dat minder" says what 2024 had.
    """
    told = {year for mention in view.dates for year in mention.years}
    if not asked or len(told) < 2:
        return False
    nearest = min(view.dates, key=lambda mention: _apart(view.text, mention.span, at))
    return bool(nearest.years) and not {*asked} & set(nearest.years)


def _apart(text: str, one: Span, other: Span) -> int:
    """Return the characters between two places; another clause is far away."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    clauses = sum(text.count(mark, start, end) for mark in (", ", "; ", ". "))
    return max(0, end - start) + _CLAUSE * clauses


_CLAUSE = 40  # characters that another clause is farther away, as in `answer.counted_noun`
