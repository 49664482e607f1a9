"""Comparisons over budget lines and totals: difference, largest, smallest, top, share and count."""

from collections.abc import Sequence
from decimal import Decimal

from answer.amounts import answer_target, part_of
from answer.answer import Kind, Operation
from answer.columns import pick
from answer.cues import PARTS
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.prose_amounts import prose_amounts
from answer.targets import Target, choose, evidence_of
from answer.topics import split_topics
from answer.view import LineView, ReportView, SectionView
from answer.wholes import side_by_side
from answer.words import Word

_THEMES = ("thema", "thema's", "themas", "paragraaf", "paragrafen", "hoofdstuk", "theme", "themes",
           "programma", "programma's")  # fmt: skip
_DEFAULT_TOP = 3


def rank(inquiry: Inquiry) -> Result:
    """Return the largest, smallest or top lines (or themes) of what the question names."""
    frame = inquiry.frame
    asked = tuple(w for w in inquiry.asked if w.text not in _THEMES)
    together = side_by_side(inquiry) if asked else ()
    if len(together) > 1 and frame.operation is not Operation.TOP:
        return _ranked(_candidates_of(together, inquiry), inquiry)
    if not asked:
        return _rank_report(inquiry)
    targets = choose(inquiry, asked)
    if isinstance(targets, Refusal):
        return targets
    lines = [line for t in targets for line in (t.lines if isinstance(t, SectionView) else (t,))]
    return _ranked(_line_parts(lines, inquiry), inquiry)


def _rank_report(inquiry: Inquiry) -> Result:
    """Rank over a whole report: its themes where the question says so, its lines otherwise."""
    views = [view for view in inquiry.views if view.lines]
    if inquiry.frame.context and not inquiry.frame.whole:
        targets = choose(inquiry, inquiry.frame.context)
        if not isinstance(targets, Refusal):
            return _ranked(_candidates_of(targets[:1], inquiry, inside=True), inquiry)
    if len(views) != 1:
        views = [v for v in views if not inquiry.frame.years or v.report.year in inquiry.frame.years]
    if len(views) != 1:
        return Refusal(missing=(inquiry.frame.question,))
    said = {word.text for word in inquiry.frame.words}
    if said & set(_THEMES):
        return _ranked(_candidates_of(_themes(views[0]), inquiry), inquiry)
    return _ranked(_line_parts(views[0].lines, inquiry), inquiry)


def _themes(view: ReportView) -> tuple[Target, ...]:
    """Return the innermost numbered sections with lines of their own."""
    return tuple(
        section
        for section in view.sections
        if section.lines
        and section.section.number
        and all(
            (numbered := view.report.numbered_section(line.first.section)) is not None
            and numbered.index == section.section.index
            for line in section.lines
        )
    )


def _line_parts(lines: Sequence[LineView], inquiry: Inquiry) -> tuple[DraftPart, ...]:
    picked = [(line, pick(line, inquiry.frame)) for line in lines if not line.first.is_total]
    return tuple(part_of(figures[0], line) for line, figures in picked if len(figures) == 1)


def _candidates_of(
    targets: Sequence[Target], inquiry: Inquiry, *, inside: bool = False
) -> tuple[DraftPart, ...]:
    if inside and len(targets) == 1 and isinstance(targets[0], SectionView):
        return _line_parts(targets[0].lines, inquiry)
    parts = []
    for target in targets:
        draft = answer_target(target, inquiry)
        if isinstance(draft, Draft) and draft.value is not None:
            parts.append(_part(target, draft))
    return tuple(parts)


def _part(target: Target, draft: Draft) -> DraftPart:
    section = isinstance(target, SectionView)
    evidence = (evidence_of(target),) if section else draft.evidence[:1]
    number = target.section.number if section else _number(target)
    terms = tuple(e for part in draft.parts for e in part.evidence)
    return DraftPart(
        draft.subject, draft.value or Decimal(0), draft.unit or "euro", number, (*evidence, *terms)
    )


def _number(line: LineView) -> str | None:
    numbered = line.report.numbered_section(line.first.section)
    return numbered.number if numbered else None


def _ranked(parts: Sequence[DraftPart], inquiry: Inquiry) -> Result:
    if not parts:
        return Refusal(missing=(inquiry.frame.question,))
    operation = inquiry.frame.operation or Operation.MAX
    down = operation is not Operation.MIN
    ordered = tuple(sorted(parts, key=lambda part: -part.value if down else part.value))
    top = ordered[: inquiry.frame.top or _DEFAULT_TOP]
    winners = top if operation is Operation.TOP else ordered[:1]
    return Draft(
        kind=Kind.COMPARISON,
        subject=", ".join(part.label for part in winners),
        value=ordered[0].value,
        unit=ordered[0].unit,
        operation=operation,
        parts=top if operation is Operation.TOP else ordered,
        items=tuple(part.label for part in winners),
        evidence=winners[0].evidence[:1],
        confidence=0.9,
    )


def compare(inquiry: Inquiry) -> Result:
    """Return the difference between the two things that the question names."""
    parts = _candidates_of(side_by_side(inquiry), inquiry)
    if len(parts) < 2:
        parts = prose_amounts(inquiry, split_topics(inquiry.frame.words))
    if len(parts) != 2:
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    high, low = sorted(parts, key=lambda part: -part.value)
    if high.unit != low.unit:
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    return Draft(
        kind=Kind.COMPARISON,
        subject=high.label,
        value=high.value - low.value,
        unit=high.unit,
        operation=Operation.DIFFERENCE,
        parts=(high, low),
        confidence=0.9,
    )


def share(inquiry: Inquiry) -> Result:
    """Return what percentage the first named thing is of the second, or of the report's total."""
    named = side_by_side(inquiry) or _one(inquiry)
    parts = list(_candidates_of(named, inquiry))
    if len(parts) == 1:
        parts += _grand_total(named[0], inquiry)
    if len(parts) != 2 or not max(part.value for part in parts):
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    whole, piece = sorted(parts, key=lambda part: -part.value)
    percent = round(piece.value * 100 / whole.value, 1)
    return Draft(
        kind=Kind.COMPARISON,
        subject=piece.label,
        value=percent,
        unit="percent",
        operation=Operation.SHARE,
        parts=(piece, whole),
        confidence=0.85,
    )


def _one(inquiry: Inquiry) -> tuple[Target, ...]:
    targets = choose(inquiry, inquiry.asked) if inquiry.asked else Refusal()
    return () if isinstance(targets, Refusal) else targets[:1]


def _grand_total(target: Target, inquiry: Inquiry) -> list[DraftPart]:
    """Return the total of the report that a target stands in."""
    view = next(v for v in inquiry.views if v.report is target.report)
    parts = _line_parts(view.lines, inquiry)
    value = sum((part.value for part in parts), Decimal(0))
    evidence = tuple(e for part in parts for e in part.evidence)
    return [DraftPart(view.report.title, value, "euro", None, evidence)] if parts else []


def count_lines(inquiry: Inquiry) -> Result:
    """Return how many budget lines stand under what the question names."""
    asked: tuple[Word, ...] = tuple(w for w in inquiry.asked if not PARTS.search(w.text))
    targets = choose(inquiry, asked) if asked else Refusal()
    if isinstance(targets, Refusal):
        return targets
    section = next((t for t in targets if isinstance(t, SectionView)), None)
    if section is None:
        return Refusal(missing=tuple(word.asked for word in asked))
    parts = tuple(part_of(line.first, line) for line in section.lines)
    return Draft(
        kind=Kind.NUMBER,
        subject=section.section.title,
        value=Decimal(len(parts)),
        unit="count",
        operation=Operation.COUNT,
        parts=parts,
        evidence=(Evidence(section.report, section.section.heading),),
        confidence=0.85,
    )
