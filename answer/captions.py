"""Tables by their printed name ("Tabel 3: bijdragen per gemeente"), laid out as sections."""

import re
from itertools import groupby

from answer.groups import rows_as_section
from answer.view import LineView, ReportView, SectionView, SentenceView
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
    if not view.captions:
        return ()
    tables = [tuple(run) for _, run in groupby(view.lines, key=lambda line: line.first.table)]
    pages = [rows[0].first.page for rows in tables]
    found, before = [], 0
    for rows in tables:
        start = min(min(line.first.span.start, line.first.amount.start) for line in rows)
        above = Span(max(before, start - _FARTHEST), start)
        before = max(line.figures[-1].amount.end for line in rows)
        near = [s for s in view.captions if s.sentence.span in above]
        alone = pages.count(rows[0].first.page) == 1
        caption = near[-1] if near else _only_one(view, rows[0].first.page) if alone else None
        made = _named(view, rows, caption) if caption else None
        found += [made] if made else []
    return tuple(found)


def _only_one(view: ReportView, page: int | None) -> SentenceView | None:
    """Return the only caption of a page: some producers write it behind its table."""
    there = [s for s in view.captions if s.sentence.page == page]
    return there[0] if page is not None and len(there) == 1 else None


def _named(
    view: ReportView, rows: tuple[LineView, ...], sentence: SentenceView
) -> SectionView | None:
    caption = _CAPTION.match(sentence.text)
    if caption is None:
        return None
    name = _YEARS.sub("", caption["name"]).strip(" –-:,")
    return rows_as_section(view, rows, name, sentence.sentence.span, view.words.name(name))
