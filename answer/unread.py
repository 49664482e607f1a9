"""Pages that were not read well: no total is stated over them."""

from collections.abc import Sequence

from answer.draft import Refusal
from answer.evidence import Evidence
from ingest.report import Health, Page, Report
from ingest.span import Span

_FINE = (Health.READ, Health.EMPTY, Health.HIDDEN_TEXT)


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
    numbers = ", ".join(str(page.number) for page in pages)
    dutch = "Pagina" if len(pages) == 1 else "Pagina's"
    verb = "is" if len(pages) == 1 else "zijn"
    english = "page" if len(pages) == 1 else "pages"
    return Refusal(
        closest=tuple(read[:3]),
        reason=(
            f"{dutch} {numbers} {verb} niet goed gelezen. Een totaal zou daarom onvolledig zijn.",
            f"The {english} {numbers} could not be read well, so a total would be incomplete.",
        ),
        confidence=0.9,
    )
