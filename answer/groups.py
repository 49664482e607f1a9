"""Groups of rows within a table ("Programma 2 Wonen en ruimte"), laid out as sections."""

from itertools import groupby

from answer.bag import Bag
from answer.measures import is_measure_name
from answer.view import LineView, ReportView, SectionView
from ingest.report import Section
from ingest.span import Span
from store.terms import stem, words


def groups_of(view: ReportView) -> tuple[SectionView, ...]:
    """Return the named groups of rows of all tables, each with its rows, in order.

    A group that is called by its measure only ("Lasten") is a side of its section and no thing of
    its own. The section of a group has the index of the section that the table stands in.
    """
    grouped = [line for line in view.lines if len(line.first.row_path) > 1]
    found = []
    for _, run in groupby(grouped, key=lambda li: (li.first.table, li.first.row_path[:-1])):
        rows = tuple(run)
        if not is_measure_name(rows[0].first.row_path[-2]):
            found.append(_group(rows, view))
    return tuple(found)


def _group(rows: tuple[LineView, ...], view: ReportView) -> SectionView:
    first = rows[0].first
    title = first.row_path[-2]
    around = view.report.section_path(first.section)
    start = min(first.amount, first.span).start
    heading = _heading(view, title, start, around[-1].span.start if around else 0)
    return rows_as_section(view, rows, title, heading or first.label_span, _bag(title))


def rows_as_section(
    view: ReportView, rows: tuple[LineView, ...], title: str, heading: Span, name: Bag
) -> SectionView:
    """Return rows of one table as a section of that title, without the totals among them.

    It has the index of the section that the table stands in, and no number.
    """
    first, last = rows[0].first, rows[-1].figures[-1]
    around = view.report.section_path(first.section)
    start, end = min(first.amount, first.span).start, max(last.amount, last.span).end
    return SectionView(
        report=view.report,
        section=Section(
            index=around[-1].index if around else 0,
            number=None,
            title=title,
            level=len(around) + 1,
            parent=around[-1].index if around else None,
            heading=heading,
            span=Span(start, max(start, end)),
        ),
        name=name,
        path=rows[0].path,
        lines=tuple(row for row in rows if not row.first.is_total),
    )


def _heading(view: ReportView, title: str, before: int, after: int) -> Span | None:
    """Return the last place of the group's name ahead of its rows."""
    at = view.report.text.rfind(title, after, before)
    return Span(at, at + len(title)) if at >= 0 else None


def _bag(name: str) -> Bag:
    forms = frozenset(words(name))
    return Bag(frozenset(map(stem, forms)), frozenset(), forms)
