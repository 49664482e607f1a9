"""Totals over a whole: what is added is of one year and one measure, and no line is missed.

A total that the report prints itself is checked against its parts and then stated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.answer import Kind, Operation
from answer.cells import Cell, cells_of, narrow, over_years
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.dutch import euro
from answer.evidence import Evidence
from answer.frame import Frame
from answer.loose_rows import refuse_loose
from answer.measures import is_changed
from answer.parts import cell_part, no_figure, several
from answer.rates import refuse_rates
from answer.unread import refuse_unread, unread_pages
from answer.view import LineView
from ingest.report import Report
from ingest.span import Span

# More totals than this are no answer: the question must name the part or the measure.
_MOST_TOTALS = 6


@dataclass(frozen=True, slots=True)
class Whole:
    """Rows that a question speaks of as one thing, the printed totals among them.

    ``spans`` is the text that they stand in: every page of it must have been read. Where rows were
    left out on purpose ``before`` holds all of them: a printed total says nothing of the rest.
    """

    subject: str
    lines: tuple[LineView, ...]
    spans: tuple[tuple[Report, Span], ...]
    before: tuple[LineView, ...] = ()


@dataclass(frozen=True, slots=True)
class _Series:
    """Cells that may be added: of one year, kind and side."""

    name: str
    parts: tuple[Cell, ...]
    totals: tuple[Cell, ...]


def total_of(whole: Whole, frame: Frame) -> Result:
    """Return the total of ``whole``, one per year or measure where that is left open."""
    unread = [page for report, span in whole.spans for page in unread_pages(report, span)]
    if unread:
        return refuse_unread(unread, [Evidence(li.report, li.first.span) for li in whole.lines])
    rows = whole.before or whole.lines
    unfit = refuse_loose(rows) or refuse_rates(whole.subject, rows)
    if unfit and len(rows) > 1:
        return unfit
    cells = tuple(cell for cell in cells_of(rows) if cell.figure.unit == "euro")
    fitting = narrow(cells, frame, every_year=over_years(frame))
    if not fitting:
        return no_figure(whole.lines, frame)
    found = tuple(_kept(series, whole) for series in _series(fitting, frame))
    told = len(found) > 1 or any(series.totals for series in found)
    drafts = [d for series in found for d in _total(series, _with_name(whole, series, told=told))]
    if len(drafts) == 1:
        return drafts[0]
    if not drafts or len(drafts) > _MOST_TOTALS:
        return _which(whole)
    return several(tuple(draft_part(draft) for draft in drafts), whole.subject)


def _series(cells: Sequence[Cell], frame: Frame) -> tuple[_Series, ...]:
    """Return the cells by year and measure; by column too where a row has several."""
    rows = [(id(c.line), _key(c, frame)) for c in cells]
    crowded = {key for place, key in rows if rows.count((place, key)) > 1}
    groups: dict[tuple[str, ...], list[Cell]] = {}
    for cell in cells:
        key = _key(cell, frame)
        column = " ".join(cell.figure.column_path).lower() if key in crowded else ""
        groups.setdefault((*key, column), []).append(cell)
    return tuple(
        _Series(
            name=", ".join(dict.fromkeys(part for part in key[1:] if part)),
            parts=_without_summaries([c for c in group if c.figure.is_counted], group),
            totals=tuple(c for c in group if c.figure.is_total),
        )
        for key, group in groups.items()
    )


def _kept(series: _Series, whole: Whole) -> _Series:
    """Return the series without the rows that were left out on purpose."""
    if not whole.before:
        return series
    kept = {id(line) for line in whole.lines}
    return replace(series, parts=tuple(c for c in series.parts if id(c.line) in kept))


def _key(cell: Cell, frame: Frame) -> tuple[str, ...]:
    changed = "na wijziging" if is_changed(cell.figure) else ""
    year = "" if over_years(frame) else str(cell.year or cell.period or "")
    # Reports are never added together: one may repeat what another says.
    return (cell.line.report.id, cell.side or "", cell.kind or "", changed, year)


def _without_summaries(parts: Sequence[Cell], group: Sequence[Cell]) -> tuple[Cell, ...]:
    """Leave out a row that repeats the total of another table, whose own rows are there as well."""
    detailed = {c.figure.table for c in parts}
    totals = {
        (c.value, c.figure.table)
        for c in group
        if c.figure.is_total and c.figure.table in detailed and c.value
    }
    return tuple(
        c for c in parts if not any(v == c.value and table != c.figure.table for v, table in totals)
    )


def _total(series: _Series, whole: Whole) -> list[Draft]:
    value = sum((cell.value for cell in series.parts), Decimal(0))
    printed = () if whole.before else series.totals
    same = next((cell for cell in printed if cell.value == value), None)
    if same is not None and series.parts:
        return [_checked(same, series, whole)]
    if not series.parts:
        return [_printed(cell, whole, ()) for cell in _grand(printed)]
    grand = _not_sub(printed)
    if len(grand) == 1 and _one_table(series):
        note = f"De regels erboven zijn samen {euro(value)}; dat is een ander bedrag."
        return [_printed(grand[0], whole, (note,))]
    return [_summed(series, whole, value)]


def _not_sub(totals: Sequence[Cell]) -> Sequence[Cell]:
    """Return the totals that are no subtotals; all of them where each is one."""
    grand = [cell for cell in totals if not cell.line.label.lower().startswith("sub")]
    return grand or totals


def _one_table(series: _Series) -> bool:
    return len({cell.figure.table for cell in (*series.parts, *series.totals)}) == 1


def _grand(totals: Sequence[Cell]) -> Sequence[Cell]:
    """Return the total that is the sum of all others, or all of them where none is."""
    whole = sum((cell.value for cell in totals), Decimal(0))
    grand = [cell for cell in totals if 2 * cell.value == whole]
    return grand[:1] if len(totals) > 2 and grand else totals


def _checked(total: Cell, series: _Series, whole: Whole) -> Draft:
    """Return a printed total of which the parts are there and agree."""
    return Draft(
        kind=Kind.TOTAL,
        subject=whole.subject,
        evidence=(Evidence(total.line.report, total.figure.span),),
        value=total.value,
        unit="euro",
        parts=tuple(cell_part(cell, series.parts) for cell in series.parts),
        notes=("Dit totaal staat zo in het rapport en is nagerekend.",),
        confidence=0.95,
    )


def _printed(total: Cell, whole: Whole, notes: tuple[str, ...]) -> Draft:
    return Draft(
        kind=Kind.AMOUNT,
        subject=", ".join(dict.fromkeys((total.line.label, whole.subject))),
        evidence=(Evidence(total.line.report, total.figure.span),),
        value=total.value,
        unit="euro",
        notes=notes,
        confidence=0.85,
    )


def _summed(series: _Series, whole: Whole, value: Decimal) -> Draft:
    return Draft(
        kind=Kind.TOTAL,
        subject=whole.subject,
        value=value,
        unit="euro",
        operation=Operation.SUM,
        parts=tuple(cell_part(cell, series.parts) for cell in series.parts),
        confidence=0.95,
    )


def _with_name(whole: Whole, series: _Series, *, told: bool) -> Whole:
    """Return the whole called with its year and measure where it has more than one."""
    name = f"{whole.subject} ({series.name})" if told and series.name else whole.subject
    reports = {line.report.id: line.report.title for line in whole.lines}
    cells = (*series.parts, *series.totals)
    if len(reports) > 1 and cells:
        name = f"{name}, {reports[cells[0].line.report.id]}"
    return replace(whole, subject=name)


def draft_part(draft: Draft) -> DraftPart:
    """Return a draft as one of several answers."""
    terms = tuple(e for part in draft.parts for e in part.evidence)
    number = draft.parts[0].section_number if draft.parts else None
    value = draft.value if draft.value is not None else Decimal(0)
    return DraftPart(draft.subject, value, draft.unit or "euro", number, draft.evidence or terms)


def _which(whole: Whole) -> Refusal:
    return Refusal(
        closest=tuple(Evidence(line.report, line.first.span) for line in whole.lines[:3]),
        reason=(
            "Het rapport heeft hiervan meer dan één totaal. Noem het jaar of het onderdeel.",
            "The report has more than one total of this. Name the year or the part.",
        ),
    )
