"""Counts, percentages and fractions in running text: the number whose noun was asked for."""

from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Kind, Operation
from answer.cues import SIZE
from answer.draft import Draft, DraftPart, Refusal, not_met
from answer.evidence import Evidence
from answer.from_to import CHANGING, asks_change, asks_former, change_around, is_changed_range
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY
from answer.number_candidates import (
    Counted,
    holds_number,
    numbers_in,
    order,
    order_score,
)
from answer.number_checks import is_meant, unheld
from answer.prose_amounts import prose_amount
from answer.sentences import Scored, rank_sentences
from answer.topics import ADDING, split_topics
from answer.view import SentenceView
from answer.words import Role, Word

_TIE = 0.05
# Two sentences that bear every word themselves and score alike are both meant.
_WHOLLY, _LEVEL = 0.99, 0.02


def answer_number(inquiry: Inquiry) -> Draft | Refusal:
    """Return the number that was asked for, several where equally meant, or what is missing."""
    asked = _asked(inquiry)
    ranked = rank_sentences(inquiry, asked, lambda view: holds_number(view, inquiry))
    counted = [c for scored in ranked for c in numbers_in(scored, inquiry, asked)]
    good = [c for c in counted if is_meant(c, inquiry)]
    loose = not inquiry.frame.counted and inquiry.frame.unit == "count"
    if loose and not SIZE.search(inquiry.frame.question):
        money = prose_amount(inquiry)
        if isinstance(money, Draft):
            return money
    if not good:
        open_ended = not inquiry.frame.counted and inquiry.frame.unit == "count"
        other = prose_amount(inquiry) if open_ended else None
        return other if isinstance(other, Draft) else _refuse(ranked, counted, inquiry, asked)
    best = min(good, key=order)
    if inquiry.frame.unit == "count" and asks_change(inquiry.frame.question):
        return _change(best)
    if _adds_up(inquiry) or inquiry.frame.operation is Operation.DIFFERENCE:
        reason = _NOT_ADDED if _adds_up(inquiry) else _NOT_COMPARED
        return Refusal(closest=(_place(best),), reason=reason)
    equal = [c for c in good if _equally_meant(c, best, asked)]
    places = {c.scored.view.text: c for c in sorted(equal, key=order, reverse=True)}
    alternatives = [c for c in places.values() if c.quantity.value != best.quantity.value]
    if alternatives:
        return _several([best, *alternatives])
    return _draft(_superlative(best, good, inquiry), inquiry)


_NOT_COMPARED = (
    "Het verschil tussen twee aantallen wordt niet berekend. Vraag naar elk aantal apart.",
    "The difference of two numbers of things is not worked out. Ask for each of them.",
)
_NOT_ADDED = (
    "Aantallen worden niet bij elkaar opgeteld. Vraag naar elk aantal apart.",
    "Numbers of things are not added up. Ask for each of them.",
)


def _adds_up(inquiry: Inquiry) -> bool:
    """Tell "kinderen en buurtbewoners samen": one of the two numbers would be a part only."""
    frame = inquiry.frame
    runs = split_topics(frame.words, frame.question, ADDING)
    said = [run for run in runs if any(word in inquiry.asked for word in run)]
    return frame.whole and frame.unit == "count" and len(said) > 1


def _place(found: Counted) -> Evidence:
    return Evidence(found.scored.view.report, found.scored.view.sentence.span)


def _superlative(best: Counted, good: Sequence[Counted], inquiry: Inquiry) -> Counted:
    """Return the largest or smallest number of the best sentence where the question wants that."""
    same = [c for c in good if c.scored is best.scored]
    if inquiry.frame.operation is Operation.MAX:
        return max(same, key=lambda c: c.quantity.value)
    if inquiry.frame.operation is Operation.MIN:
        return min(same, key=lambda c: c.quantity.value)
    return best


def _equally_meant(found: Counted, best: Counted, asked: Sequence[Word]) -> bool:
    """Tell whether another number is meant as much: its sentence has as much of what was said."""
    if best.quantity.unit != "count" or found is best:
        return found is best
    if len(asked) > 1:
        level = order_score(best) - order_score(found) <= _LEVEL
        whole = min(found.scored.own, best.scored.own) >= _WHOLLY
        return level and whole and found.scored is not best.scored
    if found.scored.helped < best.scored.helped:
        return False
    return found.fit >= best.fit - _TIE and found.scored.own >= best.scored.own - _TIE


def _asked(inquiry: Inquiry) -> tuple[Word, ...]:
    """Return the content with what is counted, whose words may be words of asking elsewhere."""
    counted = [
        w for w in inquiry.frame.counted if w.role is not Role.GRAMMAR and w.text not in ANYBODY
    ]
    changes = asks_change(inquiry.frame.question)
    rest = [
        word
        for word in inquiry.asked
        if word not in inquiry.frame.counted and not (changes and word.text in CHANGING)
    ]
    return (*counted, *rest) or inquiry.frame.context


def _change(best: Counted) -> Draft | Refusal:
    """Return by how much a number changed, where its sentence says what it was and became."""
    view = best.scored.view
    both = change_around(view.text, view.quantities, best.quantity)
    if both is None:
        return Refusal(closest=(_place(best),), reason=_NO_CHANGE)
    former, later = (
        DraftPart(said, q.value, q.unit, _section(view), (_place(best),))
        for said, q in zip(_SAID_OF_CHANGE, both, strict=True)
    )
    return Draft(
        kind=Kind.COMPARISON,
        subject=view.text,
        value=abs(later.value - former.value),
        unit=later.unit,
        operation=Operation.DIFFERENCE,
        parts=(former, later),
        confidence=0.85,
    )


_SAID_OF_CHANGE = ("eerst", "daarna")
_NO_CHANGE = (
    "Er staat niet bij wat dit aantal eerst was.",
    "The reports do not say what this number was before.",
)


def _draft(best: Counted, inquiry: Inquiry) -> Draft:
    view, quantity = best.scored.view, best.quantity
    if is_changed_range(view.text, quantity) and not asks_former(inquiry.frame.question):
        quantity = replace(quantity, value=quantity.value_max or quantity.value, value_max=None)
    elif is_changed_range(view.text, quantity):
        quantity = replace(quantity, value_max=None)
    return Draft(
        kind=Kind.NUMBER,
        subject=view.text,
        evidence=(Evidence(view.report, view.sentence.span),),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        printed=quantity.span.cut(view.text),
        confidence=min(0.95, 0.5 + 0.4 * best.scored.covered),
    )


def _several(found: Sequence[Counted]) -> Draft:
    parts = tuple(
        DraftPart(
            c.scored.view.text,
            c.quantity.value,
            c.quantity.unit,
            _section(c.scored.view),
            (Evidence(c.scored.view.report, c.scored.view.sentence.span),),
        )
        for c in found
    )
    return Draft(kind=Kind.SEVERAL, subject="", unit=parts[0].unit, parts=parts, confidence=0.7)


def _section(view: SentenceView) -> str | None:
    numbered = view.report.numbered_section(view.sentence.section)
    return numbered.number if numbered else None


def _refuse(
    ranked: Sequence[Scored],
    counted: Sequence[Counted],
    inquiry: Inquiry,
    asked: Sequence[Word],
) -> Refusal:
    best = min(counted, key=order) if counted else None
    missing: tuple[Word, ...] = tuple(asked)
    if best is not None:
        missing = unheld(best, inquiry) or best.scored.missing or inquiry.frame.counted or missing
    near = tuple(Evidence(s.view.report, s.view.sentence.span) for s in ranked[:3])
    return Refusal(missing=not_met(missing), closest=near)
