"""Lines that a report prints on every page: headers, footers and page numbers inside a sentence."""

import re
from collections import Counter

from ingest.report import Report
from ingest.span import Span

_DIGITS = re.compile(r"\d+")
# A line that stands on so many pages is furniture; two pages may share a heading by chance.
_FEWEST_PAGES = 3


def body_text(report: Report, span: Span, running: frozenset[str]) -> str:
    """Return the text under ``span``, the running lines in it left out; line ends are kept.

    Only a span over a page break can hold them; any other is returned as it stands.
    """
    lines = report.quote(span).splitlines()
    if len(lines) > 1 and report.page_at(span.start) != report.page_at(max(span.end - 1, 0)):
        lines = [line for line in lines if _masked(line) not in running]
    return "\n".join(lines)


def running_lines(report: Report) -> frozenset[str]:
    """Return the lines that stand on several pages, their digits masked; a bare number is one."""
    pages = [
        {_masked(line) for line in report.quote(page.span).splitlines() if line.strip()}
        for page in report.pages
    ]
    counts = Counter(line for page in pages for line in page)
    return frozenset({"#"} | {line for line, count in counts.items() if count >= _FEWEST_PAGES})


def _masked(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))
