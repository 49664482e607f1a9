"""Counts, percentages and fractions in running text: the number whose noun was asked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.answer import Kind, Operation
from answer.counted_noun import distance, noun_fit
from answer.cues import SIZE
from answer.draft import Draft, DraftPart, Refusal, not_met
from answer.evidence import Evidence
from answer.frame import Ask
from answer.from_to import asks_former, is_former
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY, GRAMMAR, PERSONS
from answer.link import MET
from answer.prose_amounts import prose_amount
from answer.sentences import Scored, rank_sentences
from answer.topics import ADDING, split_topics
from answer.view import SentenceView
from answer.words import Role, Word
from answer.years import year_fits
from ingest.quantities import Quantity
from store.terms import stem, tokens

_COVERED = 0.55
# Less will do where the very noun stands at the number and the sentence's meaning stands out.
_COVERED_SURE = 0.42
_EXACT_FIT = 0.9
_STANDS_OUT = 2.5
_TIE = 0.05
# Two sentences that bear every word themselves and score alike are both meant.
_WHOLLY, _LEVEL = 0.99, 0.02
_CHANGED = 0.3


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number in a sentence: how well its noun is the one asked for, how near the other words."""

    scored: Scored
    quantity: Quantity
    fit: float
    distance: int
    in_time: float  # more for what is asked of a number that changed: what it was, or became


def answer_number(inquiry: Inquiry) -> Draft | Refusal:
    """Return the number that was asked for, several where equally meant, or what is missing."""
    asked = _asked(inquiry)
    ranked = rank_sentences(inquiry, asked, lambda view: _fits(view, inquiry))
    counted = [c for scored in ranked for c in _numbers(scored, inquiry, asked)]
    good = [c for c in counted if _accepted(c, inquiry)]
    loose = not inquiry.frame.counted and inquiry.frame.unit == "count"
    if loose and not SIZE.search(inquiry.frame.question):
        money = prose_amount(inquiry)
        if isinstance(money, Draft):
            return money
    if not good:
        open_ended = not inquiry.frame.counted and inquiry.frame.unit == "count"
        other = prose_amount(inquiry) if open_ended else None
        return other if isinstance(other, Draft) else _refuse(ranked, counted, inquiry, asked)
    best = min(good, key=_order)
    if _adds_up(inquiry):
        return Refusal(closest=(_place(best),), reason=_NOT_ADDED)
    equal = [c for c in good if _equally_meant(c, best, asked)]
    places = {c.scored.view.text: c for c in sorted(equal, key=_order, reverse=True)}
    alternatives = [c for c in places.values() if c.quantity.value != best.quantity.value]
    if alternatives:
        return _several([best, *alternatives])
    return _draft(_superlative(best, good, inquiry))


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


def _place(found: _Counted) -> Evidence:
    return Evidence(found.scored.view.report, found.scored.view.sentence.span)


def _superlative(best: _Counted, good: Sequence[_Counted], inquiry: Inquiry) -> _Counted:
    """Return the largest or smallest number of the best sentence where the question wants that."""
    same = [c for c in good if c.scored is best.scored]
    if inquiry.frame.operation is Operation.MAX:
        return max(same, key=lambda c: c.quantity.value)
    if inquiry.frame.operation is Operation.MIN:
        return min(same, key=lambda c: c.quantity.value)
    return best


def _equally_meant(found: _Counted, best: _Counted, asked: Sequence[Word]) -> bool:
    """Tell whether another number is meant as much: its sentence has as much of what was said."""
    if best.quantity.unit != "count" or found is best:
        return found is best
    if len(asked) > 1:
        level = _order_score(best) - _order_score(found) <= _LEVEL
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
    rest = [word for word in inquiry.asked if word not in inquiry.frame.counted]
    return (*counted, *rest) or inquiry.frame.context


def _fits(view: SentenceView, inquiry: Inquiry) -> float:
    units = _units(inquiry)
    has = any(quantity.unit in units for quantity in view.quantities)
    return 1.0 if has and year_fits(view, inquiry.frame) else -1.0


def _units(inquiry: Inquiry) -> tuple[str, ...]:
    unit = inquiry.frame.unit or "count"
    return ("fraction", "percent") if unit == "fraction" else (unit,)


def _numbers(scored: Scored, inquiry: Inquiry, asked: Sequence[Word]) -> list[_Counted]:
    view, units = scored.view, _units(inquiry)
    found = tokens(view.text)
    # The counted noun stands at each of the numbers; what else was said tells them apart.
    telling = [w for w in asked if w not in inquiry.frame.counted] or asked
    places = [t.start for t in found for w in telling if _is_form(t.text, w)]
    return [
        _Counted(
            scored,
            quantity,
            noun_fit(view, found, quantity, inquiry),
            min((distance(view.text, quantity, place) for place in places), default=0),
            _in_time(view, quantity, inquiry),
        )
        for quantity in view.quantities
        if quantity.unit in units and quantity.value not in _stated(inquiry)
    ]


def _is_form(form: str, word: Word) -> bool:
    root = stem(form)
    return form not in PERSONS and root in (word.stem, word.verb, *word.parts, *word.also)


_OUT_OF = re.compile(r"\b(?:van|of) (?:de|die|deze|the|those)(?: \w+)? $", re.IGNORECASE)


def _stated(inquiry: Inquiry) -> tuple[Decimal, ...]:
    """Return the numbers that the question gives itself: "hoeveel van de 88 woningen"."""
    question = inquiry.frame.question
    if inquiry.frame.ask is Ask.CLAIM:
        return ()
    stated = inquiry.frame.quantities
    return tuple(q.value for q in stated if _OUT_OF.search(question[: q.span.start]))


def _in_time(view: SentenceView, quantity: Quantity, inquiry: Inquiry) -> float:
    """Rank "311" of "van 311 naar 530" behind what it became, unless what it was is asked."""
    if not is_former(view.text, quantity.span):
        return 0.0
    return _CHANGED if asks_former(inquiry.frame.question) else -_CHANGED


# "De minimale groepsgrootte is 10" says nothing of how many there were in all.
_OF_A_PART = re.compile(
    r"\b(?:minimaal|minimale|maximaal|maximale|gemiddeld|gemiddelde|per)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)


def _accepted(found: _Counted, inquiry: Inquiry) -> bool:
    if found.fit < MET or any(word.is_name for word in found.scored.missing):
        return False
    if _counted_missing(found, inquiry):
        return False
    before = found.scored.view.text[: found.quantity.span.start]
    if inquiry.frame.whole and _OF_A_PART.search(before):
        return False
    sure = found.fit >= _EXACT_FIT and found.scored.deviation >= _STANDS_OUT
    return found.scored.covered >= (_COVERED_SURE if sure else _COVERED)


def _counted_missing(found: _Counted, inquiry: Inquiry) -> bool:
    """Tell that a word which narrows what is counted ("jonge vaders") is not met."""
    view = found.scored.view
    return any(
        max(view.bag.meets(w), view.near.meets(w)) < MET and w.text not in ANYBODY
        for w in inquiry.frame.counted
        if w.text not in GRAMMAR and w.role is Role.CONTENT
    )


def _order(found: _Counted) -> tuple[float, int, int]:
    return (-round(_order_score(found), 6), found.distance, found.quantity.span.start)


def _order_score(found: _Counted) -> float:
    return found.scored.score + 0.5 * found.fit + found.in_time


def _draft(best: _Counted) -> Draft:
    view, quantity = best.scored.view, best.quantity
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


def _several(found: Sequence[_Counted]) -> Draft:
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
    counted: Sequence[_Counted],
    inquiry: Inquiry,
    asked: Sequence[Word],
) -> Refusal:
    best = min(counted, key=_order) if counted else None
    missing: tuple[Word, ...] = tuple(asked)
    if best is not None:
        missing = best.scored.missing or inquiry.frame.counted or missing
    near = tuple(Evidence(s.view.report, s.view.sentence.span) for s in ranked[:3])
    return Refusal(missing=not_met(missing), closest=near)
