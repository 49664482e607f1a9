"""Whether a sentence may speak for the year that was asked about."""

from answer.frame import Frame
from answer.view import SentenceView


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
