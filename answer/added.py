"""Several things that one question names: their sum, or each by itself where none can be made."""

from collections.abc import Sequence
from dataclasses import replace

from answer.amounts import answer_target, title_of, whole_of
from answer.answer import Kind
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.inquiry import Inquiry
from answer.parts import several
from answer.targets import Target, evidence_of
from answer.told_apart import told_apart
from answer.totals import draft_part, total_of
from answer.view import LineView
from ingest.report import Report


def added(targets: tuple[Target, ...], inquiry: Inquiry) -> Result:
    """Return the sum of several things, or each by itself where they can't be added whole."""
    found = total_of(whole_of(targets, inquiry), inquiry.frame)
    if isinstance(found, Refusal):
        return found
    single = found.kind is not Kind.SEVERAL
    terms = [found.parts] if single else [(part,) for part in found.parts]
    titles = {title_of(target) for target in targets}
    whole = all({title_of(t) for t in targets if _is_in(t, term)} == titles for term in terms)
    return found if whole else _unlike(targets, inquiry)


def _unlike(targets: tuple[Target, ...], inquiry: Inquiry) -> Result:
    """Return things that can't be added side by side, each with its one value, or a refusal."""
    drafts = [answer_target(target, inquiry) for target in targets]
    if all(isinstance(draft, Draft) and draft.value is not None for draft in drafts):
        return alternatives_of(targets, inquiry)
    return Refusal(
        closest=tuple(evidence_of(target) for target in targets[:3]),
        reason=(
            "Deze bedragen zijn van een ander soort, jaar of rapport en zijn niet op te tellen.",
            "These amounts are of another kind, year or report and can't be added.",
        ),
    )


def _is_in(target: Target, terms: Sequence[DraftPart]) -> bool:
    places = [e for term in terms for e in term.evidence if e.report is target.report]
    if isinstance(target, LineView):
        return any(place.span == figure.span for place in places for figure in target.figures)
    return any(place.span in target.section.span for place in places)


def alternatives_of(targets: Sequence[Target], inquiry: Inquiry) -> Result:
    """Return all that the question may mean; those without the asked year are left out."""
    results = [answer_target(target, inquiry) for target in targets]
    found = [
        (target, draft)
        for target, draft in zip(targets, results, strict=True)
        if isinstance(draft, Draft) and draft.value is not None
    ]
    if len({draft.value for _, draft in found}) <= 1:
        return found[0][1] if found else results[0]
    reports = tuple(target.report for target, _ in found)
    parts = tuple(_part(target, draft, reports) for target, draft in found)
    return several(parts, found[0][1].subject)


def _part(target: Target, draft: Draft, beside: Sequence[Report]) -> DraftPart:
    """Return an alternative, with what tells its report from those of the others."""
    label = ", ".join((title_of(target), *told_apart(target.report, beside)))
    return replace(draft_part(draft), label=label)
