"""Amounts of budget lines and totals of sections, from the table and never from a search."""

from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Kind
from answer.cells import Cell, cells_of, narrow
from answer.draft import Draft, Refusal, Result
from answer.dutch import shown
from answer.evidence import Evidence
from answer.frame import Frame
from answer.inquiry import Inquiry
from answer.measures import wanted_in
from answer.overlaps import line_notes, theme_notes
from answer.parts import cell_part, no_figure, several
from answer.targets import Target
from answer.totals import Whole, total_of
from answer.view import LineView, ReportView, SectionView
from answer.words import Role
from ingest.report import Figure


def answer_target(target: Target, inquiry: Inquiry) -> Result:
    """Return the amount of a line or the total of a section or group of rows."""
    if isinstance(target, LineView):
        return answer_lines((target,), inquiry)
    whole = whole_of((target,), inquiry)
    found = total_of(whole, inquiry.frame)
    if isinstance(found, Refusal):
        return found
    notes = theme_notes(target.section.title, whole.lines, _view(target, inquiry))
    return replace(found, notes=(*found.notes, *notes))


def answer_lines(lines: Sequence[LineView], inquiry: Inquiry) -> Result:
    """Return the one amount that the rows hold for the question, or all that it may mean.

    The same amount under the same name, printed twice, is one answer.
    """
    cells = _of_money(narrow(cells_of(lines), inquiry.frame), inquiry.frame)
    if not cells:
        return no_figure(lines, inquiry.frame)
    if len({(cell.line.label.lower(), cell.value) for cell in cells}) == 1:
        return _amount(cells, inquiry)
    return several(tuple(cell_part(cell, cells) for cell in cells), cells[0].line.label)


def _of_money(cells: tuple[Cell, ...], frame: Frame) -> tuple[Cell, ...]:
    """Return the cells in euros where money is asked for; a number is no amount of money."""
    if frame.unit != "euro":
        return cells
    euros = tuple(cell for cell in cells if cell.figure.unit == "euro")
    speaks = any(word.role is Role.MONEY for word in frame.words)
    stated = any(quantity.unit == "euro" for quantity in frame.quantities)
    return euros if euros or speaks or stated else cells


def whole_of(targets: Sequence[Target], inquiry: Inquiry, *, subject: str = "") -> Whole:
    """Return targets as one whole: all rows under them, each once, printed totals included."""
    lines: list[LineView] = []
    for target in targets:
        lines += [line for line in _rows(target, inquiry) if not any(line is o for o in lines)]
    spans = tuple((t.report, t.section.span) for t in targets if isinstance(t, SectionView))
    return Whole(subject or " + ".join(dict.fromkeys(map(title_of, targets))), tuple(lines), spans)


def title_of(target: Target) -> str:
    """Return a target's name as the report prints it."""
    return target.section.title if isinstance(target, SectionView) else target.label


def _rows(target: Target, inquiry: Inquiry) -> tuple[LineView, ...]:
    if isinstance(target, LineView):
        return (target,)
    lines = _view(target, inquiry).lines
    return tuple(line for line in lines if line.first.amount in target.section.span)


def _view(target: Target, inquiry: Inquiry) -> ReportView:
    return next(view for view in inquiry.views if view.report is target.report)


def _amount(cells: Sequence[Cell], inquiry: Inquiry) -> Draft:
    best = cells[0]
    others = tuple(Evidence(c.line.report, c.figure.span) for c in cells[1:])
    return Draft(
        kind=Kind.AMOUNT if best.figure.unit == "euro" else Kind.NUMBER,
        subject=best.line.label,
        evidence=(*_evidence(best.figure, best.line), *others),
        value=best.value,
        unit=best.figure.unit,
        notes=(
            *_year_note(best),
            *(("Het rapport zet een min voor lasten.",) if best.is_turned else ()),
            *_loose_note(best, inquiry),
            *line_notes(best.line, _view(best.line, inquiry)),
        ),
        confidence=0.93,
    )


def _evidence(figure: Figure, line: LineView) -> tuple[Evidence, ...]:
    row = Evidence(line.report, figure.span)
    if figure.explanation is None or not len(figure.explanation):
        return (row,)
    return row, Evidence(line.report, figure.explanation)


def _year_note(cell: Cell) -> tuple[str, ...]:
    if cell.period is not None:
        return (f"Periode: {cell.period}.",)
    return (f"Jaar: {cell.year}.",) if cell.year else ()


def _loose_note(cell: Cell, inquiry: Inquiry) -> tuple[str, ...]:
    """Name the amounts that a loose word ("kreeg") passed by: aangevraagd beside verleend."""
    if wanted_in(inquiry.frame.words).kinds or cell.kind is None:
        return ()
    beside = [
        other
        for other in cells_of((cell.line,))
        if other.kind and other.kind != cell.kind and other.year == cell.year
    ]
    said = ", ".join(
        f"{o.kind} {shown(o.value, o.figure.unit)}" for o in beside if o.kind != "verschil"
    )
    this = "de realisatie" if cell.kind == "realisatie" else f"wat is {cell.kind}"
    return (f"Dit is {this}. Ook genoemd: {said}.",) if said else ()
