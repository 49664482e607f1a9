"""Figures as shown parts of an answer, and what is said when none fits."""

from collections.abc import Sequence

from answer.answer import Kind, Operation
from answer.cells import Cell, cells_of
from answer.draft import Draft, DraftPart, Refusal
from answer.evidence import Evidence, section_number
from answer.frame import Frame
from answer.told_apart import told_apart
from answer.view import LineView


def cell_part(cell: Cell, beside: Sequence[Cell] = ()) -> DraftPart:
    """Return a figure as a term or alternative, with what tells it from those ``beside`` it."""
    return DraftPart(
        label=", ".join((cell.line.label, *_told_apart(cell, beside))),
        value=cell.value,
        unit=cell.figure.unit,
        section_number=section_number(cell.line.report, cell.figure),
        evidence=(Evidence(cell.line.report, cell.figure.span),),
    )


def _told_apart(cell: Cell, beside: Sequence[Cell]) -> tuple[str, ...]:
    """Return the group, column and year where another cell of the same label differs in them."""
    same = [other for other in beside if other.line.label == cell.line.label]
    column = " ".join(cell.figure.column_path)
    said = []
    if any(" ".join(other.figure.column_path) != column for other in same) and column:
        said.append(column)
    if any(other.year != cell.year for other in same) and str(cell.year) not in column:
        said.append(str(cell.year))
    if any(other.figure.row_path != cell.figure.row_path for other in same):
        said += [part for part in cell.figure.row_path[-2:-1] if part]
    reports = [other.line.report for other in beside]
    return (*said, *(word for word in told_apart(cell.line.report, reports) if word not in said))


def several(parts: tuple[DraftPart, ...], subject: str) -> Draft:
    """Return more than one honest answer; the value is stated only when all agree."""
    values = {part.value for part in parts}
    return Draft(
        kind=Kind.SEVERAL,
        subject=subject,
        value=parts[0].value if len(values) == 1 else None,
        unit=parts[0].unit,
        parts=parts,
        confidence=0.75,
    )


def difference(parts: Sequence[DraftPart]) -> Draft:
    """Return by how much the larger of two figures of one unit exceeds the other."""
    high, low = sorted(parts, key=lambda part: -part.value)
    return Draft(
        kind=Kind.COMPARISON,
        subject=high.label,
        value=high.value - low.value,
        unit=high.unit,
        operation=Operation.DIFFERENCE,
        parts=(high, low),
        confidence=0.9,
    )


def no_figure(lines: Sequence[LineView], frame: Frame) -> Refusal:
    """Say that the rows are there, but not for the year or measure that was asked for."""
    found = {cell.year for cell in cells_of(lines)}
    years = sorted(year for year in found if year)
    other = frame.years and not set(frame.years) & set(years)
    asked, there = " en ".join(map(str, frame.years)), ", ".join(map(str, years))
    return Refusal(
        missing=tuple(map(str, frame.years)) if other else tuple(line.label for line in lines[:1]),
        closest=tuple(Evidence(line.report, line.first.span) for line in lines[:3]),
        reason=(
            f"Over {asked} staat hier geen bedrag; wel over {there}.",
            f"There is no amount for {asked} here; there is one for {there}.",
        )
        if other and there
        else (
            "De regel staat er wel, maar zonder het bedrag waar u naar vraagt.",
            "The line is there, but without the amount you ask for.",
        ),
        confidence=0.9,
    )
