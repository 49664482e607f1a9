"""Pages that were not read well: which, why, and that no total is stated over them."""

from collections.abc import Sequence
from itertools import groupby

from answer.draft import Refusal
from answer.evidence import Evidence
from ingest.page_runs import page_runs
from ingest.report import Health, Page, Report
from ingest.span import Span

# Why a page could not be read, one page and more of them: (Dutch, English).
_WHY = {
    Health.NO_TEXT: (
        ("is een afbeelding", "is a picture"),
        ("zijn afbeeldingen", "are pictures"),
    ),
    Health.GARBLED: (("is onleesbaar", "is unreadable"), ("zijn onleesbaar", "are unreadable")),
    Health.OVER_LIMITS: (
        ("is te groot of beschadigd", "is too large or damaged"),
        ("zijn te groot of beschadigd", "are too large or damaged"),
    ),
    Health.TABLE_UNSURE: (
        ("heeft een tabel die niet zeker te lezen is", "has a table that can't be read for sure"),
        ("hebben een tabel die niet zeker te lezen is", "have a table that can't be read for sure"),
    ),
    Health.TABLE_LOST: (
        ("heeft een tabel die niet zeker te lezen is", "has a table that can't be read for sure"),
        ("hebben een tabel die niet zeker te lezen is", "have a table that can't be read for sure"),
    ),
}
_FINE = (Health.READ, Health.EMPTY, Health.HIDDEN_TEXT, Health.OCR)


def unread_pages(report: Report, span: Span) -> tuple[Page, ...]:
    """Return the pages under ``span`` whose amounts may be missing, in order."""
    return tuple(
        page for page in report.pages if page.health not in _FINE and _under(page.span, span)
    )


def _under(page: Span, span: Span) -> bool:
    """Tell that a page lies under a span; a page without text counts by its place."""
    if not len(page):
        return span.start <= page.start <= span.end
    return page.start < span.end and page.end > span.start


def refuse_unread(pages: Sequence[Page], read: Sequence[Evidence]) -> Refusal:
    """Return the refusal that names the pages; ``read`` are the rows that were read."""
    dutch, english = why_unread(pages)
    return Refusal(
        closest=tuple(read[:3]),
        reason=(
            f"{dutch}. Een totaal zou daarom onvolledig zijn.",
            f"{english}, so a total would be incomplete.",
        ),
        confidence=0.9,
    )


def why_unread(pages: Sequence[Page]) -> tuple[str, str]:
    """Return which pages could not be read and why, in (Dutch, English), without a full stop.

    >>> scan = Health.NO_TEXT
    >>> why_unread([Page(n, Span(0, 0), None, scan) for n in (173, 174, 180)])
    ('Bladzijde 173-174, 180 zijn afbeeldingen', 'Pages 173-174, 180 are pictures')
    """
    dutch, english = [], []
    ordered = sorted(pages, key=lambda page: (page.health.value, page.number))
    for health, run in groupby(ordered, key=lambda page: page.health):
        numbers = tuple(dict.fromkeys(page.number for page in run))
        why = _WHY[health][len(numbers) > 1]
        dutch.append(f"bladzijde {page_runs(numbers)} {why[0]}")
        english.append(f"page{'s' if len(numbers) > 1 else ''} {page_runs(numbers)} {why[1]}")
    said = ["; ".join(parts) for parts in (dutch, english)]
    return (said[0][:1].upper() + said[0][1:], said[1][:1].upper() + said[1][1:])
