"""Totals over a whole: what is added is of one year and one measure, and no line is missed.

A total that the report prints itself is checked against its parts and then stated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.answer import Kind, Operation
from answer.cells import Cell, cells_of, narrow
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.dutch import euro
from answer.evidence import Evidence, section_number
from answer.frame import Frame
from answer.measures import is_changed
from answer.parts import cell_part, no_figure, several
from answer.unread import refuse_unread, unread_pages
from answer.view import LineView
from ingest.report import Report
from ingest.span import Span

# More totals than this are no answer: the question must name the part or the measure.
_MOST_TOTALS = 6


@dataclass(frozen=True, slots=True)
class Whole:
    """Rows that a question speaks of as one thing, the printed totals among them.

    ``spans`` is the text that they stand in: every page of it must have been read. ``partial`` tells
    that rows were left out on purpose, so that a printed total says nothing of the rest.
    """

    subject: str
    lines: tuple[LineView, ...]
    spans: tuple[tuple[Report, Span], ...]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class _Series:
    """Cells that may be added: of one year, kind and side."""

    name: str
    parts: tuple[Cell, ...]
    totals: tuple[Cell, ...]


def total_of(whole: Whole, frame: Frame) -> Result:
    """Return the total of ``whole``, one per year or measure where the question leaves that open."""
    unread = [page for report, span in whole.spans for page in unread_pages(report, span)]
    if unread:
        return refuse_unread(unread, [Evidence(li.report, li.first.span) for li in whole.lines])
    cells = tuple(cell for cell in cells_of(whole.lines) if cell.figure.unit == "euro")
    fitting = narrow(cells, frame, every_year=frame.all_years)
    if not fitting:
        return no_figure(whole.lines, frame)
    drafts = [draft for series in _series(fitting, frame) for draft in _total(series, whole)]
    if len(drafts) == 1:
        return drafts[0]
    if not drafts or len(drafts) > _MOST_TOTALS:
        return _which(whole)
    return several(tuple(_as_part(draft) for draft in drafts), whole.subject)
