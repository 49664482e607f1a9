"""A quote in its place in the report's text, as HTML in which only the mark is ours."""

from ingest.report import Report
from ingest.span import Span
from ui.plain import as_html

AROUND = 700
"""Characters shown before and after a quote: half a page, enough to see its table."""


def marked_text(report: Report, span: Span) -> str:
    """Return the text around ``span`` as safe HTML, the passage itself in ``<mark>``.

    The text stays on the pages that hold the quote and begins and ends at a word.
    """
    shown = _surroundings(report, span)
    text = report.text
    before, after = Span(shown.start, span.start).cut(text), Span(span.end, shown.end).cut(text)
    opening = "" if shown.start == 0 else "… "
    closing = "" if shown.end == len(text) else " …"
    return (
        f"{opening}{as_html(before.lstrip())}"
        f'<mark class="rb-mark">{as_html(span.cut(text))}</mark>'
        f"{as_html(after.rstrip())}{closing}"
    )


def _surroundings(report: Report, span: Span) -> Span:
    """Return what is shown: at most `AROUND` characters on each side, no half words."""
    holding = [p.span for p in report.pages if p.span.start < span.end and span.start < p.span.end]
    lowest = min((page.start for page in holding), default=0)
    highest = max((page.end for page in holding), default=len(report.text))
    start = max(lowest, span.start - AROUND)
    end = min(max(highest, span.end), span.end + AROUND)
    while lowest < start < span.start and not report.text[start - 1].isspace():
        start += 1
    while span.end < end < len(report.text) and not report.text[end].isspace():
        end -= 1
    return Span(min(start, span.start), max(end, span.end))
