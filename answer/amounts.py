"""Amounts of budget lines and totals of sections, computed from the table and never from a search."""

from collections.abc import Sequence
from decimal import Decimal

from answer.answer import Kind, Operation
from answer.columns import pick
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.evidence import Evidence, section_number
from answer.frame import Frame
from answer.inquiry import Inquiry
from answer.targets import Target, evidence_of
from answer.view import LineView, SectionView
from ingest.report import Figure


def answer_target(target: Target, inquiry: Inquiry) -> Result:
    """Return the amount of a line or the total of a section.

    A total is the sum of all its lines that are no totals themselves; the report's own total, where
    it prints one, must agree with it.
    """
    if isinstance(target, SectionView):
        return total_of(target.lines, target.section.title, inquiry.frame)
    figures = pick(target, inquiry.frame)
    if not figures:
        return _other_year(target, inquiry.frame)
    if len(figures) > 1:
        return several(tuple(part_of(figure, target) for figure in figures), target.label)
    return Draft(
        kind=Kind.AMOUNT,
        subject=target.label,
        evidence=_evidence(figures[0], target),
        value=figures[0].value,
        unit=figures[0].unit,
        notes=_year_note(figures[0], target),
        confidence=0.93,
    )


def total_of(lines: Sequence[LineView], subject: str, frame: Frame) -> Result:
    """Return the sum over ``lines``, one figure of each, or why there is none."""
    picked = [(line, pick(line, frame)) for line in lines]
    found = [(line, figures) for line, figures in picked if figures]
    if not found:
        return _other_year(lines[0], frame) if lines else Refusal()
    if any(len(figures) > 1 for _, figures in found):
        return _per_column(found, subject)
    parts = tuple(part_of(figures[0], line) for line, figures in found)
    value = sum((part.value for part in parts), Decimal(0))
    return Draft(
        kind=Kind.TOTAL,
        subject=subject,
        value=value,
        unit=parts[0].unit,
        operation=Operation.SUM,
        parts=parts,
        confidence=0.95,
    )


def _per_column(found: Sequence[tuple[LineView, tuple[Figure, ...]]], subject: str) -> Result:
    """Return one total per column where the question left the column open."""
    sums: dict[str, list[DraftPart]] = {}
    for line, figures in found:
        for figure in figures:
            sums.setdefault(" ".join(figure.column_path), []).append(part_of(figure, line))
    parts = tuple(
        DraftPart(
            label=f"{subject}, {column}" if column else subject,
            value=sum((term.value for term in terms), Decimal(0)),
            unit=terms[0].unit,
            section_number=terms[0].section_number,
            evidence=tuple(evidence for term in terms for evidence in term.evidence),
        )
        for column, terms in sums.items()
    )
    return several(parts, subject)


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


def part_of(figure: Figure, line: LineView) -> DraftPart:
    """Return a figure as a term of a sum or an alternative, with its column where it has one."""
    return DraftPart(
        label=line.label,
        value=figure.value,
        unit=figure.unit,
        section_number=section_number(line.report, figure),
        evidence=(Evidence(line.report, figure.span),),
    )


def _evidence(figure: Figure, line: LineView) -> tuple[Evidence, ...]:
    row = Evidence(line.report, figure.span)
    if figure.explanation is None or not len(figure.explanation):
        return (row,)
    return row, Evidence(line.report, figure.explanation)


def _year_note(figure: Figure, line: LineView) -> tuple[str, ...]:
    year = figure.year or line.report.year
    return (f"Jaar: {year}.",) if year else ()


def _other_year(line: LineView, frame: Frame) -> Refusal:
    """Say that the line is there, but not for the year or kind that was asked for."""
    years = sorted({f.year or line.report.year for f in line.figures} - {None})
    asked = " en ".join(map(str, frame.years))
    there = ", ".join(map(str, years))
    return Refusal(
        missing=tuple(map(str, frame.years)) or (line.label,),
        closest=(evidence_of(line),),
        reason=(
            f"Over {asked} staat hier geen bedrag; wel over {there}.",
            f"There is no amount for {asked} here; there is one for {there}.",
        )
        if frame.years and there
        else None,
        confidence=0.9,
    )
