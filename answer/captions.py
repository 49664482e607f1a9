"""Tables by their printed name ("Tabel 3: bijdragen per gemeente"), laid out as sections."""

import re
from itertools import groupby

from answer.view import LineView, ReportView, SectionView
from ingest.report import Section
from ingest.span import Span

_CAPTION = re.compile(
    r"^(?:tabel|table)\b\s*[\d.a-z]{0,4}\s*[:.–-]\s*(?P<name>\S.{2,})$", re.IGNORECASE
)
# Heads, a unit and a remark may stand between a table and its name.
_FARTHEST = 500
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s*[–-]\s*(?:19|20)\d\d\b)?")


def captioned(view: ReportView) -> tuple[SectionView, ...]:
    """Return the tables that have a name of their own, each with its rows, in order.

    The section of a table has the index of the section that it stands in; totals are left out.
    """
    found, before = [], 0
    for _, run in groupby(view.lines, key=lambda line: line.first.table):
        rows = tuple(run)
        start = min(min(line.first.span.start, line.first.amount.start) for line in rows)
        end = max(line.figures[-1].amount.end for line in rows)
        made = _named(view, rows, Span(max(before, start - _FARTHEST), start), end)
        found += [made] if made else []
        before = end
    return tuple(found)


def _named(
    view: ReportView, rows: tuple[LineView, ...], above: Span, end: int
) -> SectionView | None:
    near = [s for s in view.captions if s.sentence.span in above]
    caption = _CAPTION.match(near[-1].text) if near else None
    if caption is None:
        return None
    name = _YEARS.sub("", caption["name"]).strip(" –-:,")
    around = view.report.section_path(rows[0].first.section)
    heading = near[-1].sentence.span
    return SectionView(
        report=view.report,
        section=Section(
            index=around[-1].index if around else 0,
            number=None,
            title=name,
            level=len(around) + 1,
            parent=around[-1].index if around else None,
            heading=heading,
            span=Span(heading.start, max(end, heading.end)),
        ),
        name=view.words.name(name),
        path=rows[0].path,
        lines=tuple(row for row in rows if not row.first.is_total),
    )
