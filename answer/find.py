"""Finds an answer: the strategy for what is asked, then the question's other readings."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from answer.answer import Kind, Operation
from answer.claims import check_claim
from answer.counted import is_plural
from answer.cues import OWN_VIEW, SIZE
from answer.draft import Draft, Refusal, Result, not_met
from answer.frame import Ask
from answer.indicators import answer_count, answer_indicator
from answer.inquiry import Inquiry
from answer.link import MET
from answer.lists import answer_list
from answer.money import answer_money
from answer.per_unit import per_unit_missing
from answer.phrases import answer_phrase
from answer.premises import denies_what_stands, false_premise
from answer.purposes import answer_purpose
from answer.short_questions import answer_short
from answer.targets import choose, things
from answer.texts import answer_text

Strategy = Callable[[Inquiry], Result]

_STRATEGIES: Mapping[Ask, Strategy] = MappingProxyType(
    {
        Ask.AMOUNT: answer_money,
        Ask.NUMBER: answer_count,
        Ask.LIST: answer_list,
        Ask.PURPOSE: answer_purpose,
        Ask.PHRASE: answer_phrase,
        Ask.CLAIM: check_claim,
        Ask.ANY: answer_short,
    }
)
_OF_THAT = re.compile(
    r"\b(daarvan|hiervan|ervan|van (hen|hun|die|deze)|of (that|those|them))\b", re.IGNORECASE
)
# "Wat is de streefwaarde van ...": a number may be asked without saying so.
_MAY_BE_PRINTED = (Ask.TEXT, Ask.DEFINITION, Ask.AMOUNT)
# An answer to the second reading of a question is right less often.
_SECOND = 0.9


def find(inquiry: Inquiry) -> Result:
    """Return what the best fitting strategy found, or the refusal of the first reading.

    "Wat was in 2023 de uitkering uit het gemeentefonds?" asks for money without saying so: where
    the first reading finds nothing, the others that the wording bears are tried in turn.
    """
    if OWN_VIEW.search(inquiry.frame.question):
        return Refusal(reason=_NO_VIEW)
    early = _as_money(inquiry) or false_premise(inquiry)
    if early is not None:
        return early
    first = _strategy(inquiry)(inquiry)
    return _checked(first, inquiry) if isinstance(first, Draft) else _otherwise(inquiry) or first


def _strategy(inquiry: Inquiry) -> Strategy:
    return _STRATEGIES.get(inquiry.frame.ask, answer_text)


def _checked(found: Draft, inquiry: Inquiry) -> Result:
    """Refuse what leaves out "per stuk", or denies nothing where the question does."""
    if denies_what_stands(found, inquiry):
        return Refusal(missing=not_met(inquiry.asked), closest=found.evidence[:3])
    lacking = per_unit_missing(found, inquiry.frame)
    return Refusal(missing=(lacking,), closest=found.evidence[:3]) if lacking else found


def _otherwise(inquiry: Inquiry) -> Draft | None:
    """Return what the other readings of the question find, the number of a table last."""
    for reading in _other_readings(inquiry):
        found = _strategy(reading)(reading)
        if isinstance(found, Draft):
            return replace(found, confidence=found.confidence * _SECOND)
    printed = answer_indicator(inquiry) if inquiry.frame.ask in _MAY_BE_PRINTED else None
    return replace(printed, confidence=printed.confidence * _SECOND) if printed else None


def _as_money(inquiry: Inquiry) -> Draft | None:
    """Return the amount of "hoeveel remgeld krijgt de ggz", which counts nothing."""
    found = answer_money(_as(inquiry, Ask.AMOUNT)) if _may_be_money(inquiry) else None
    return found if isinstance(found, Draft) and found.kind is not Kind.TEXT else None


_NO_VIEW = (
    "Ik heb zelf geen mening. Ik haal aan wat in de rapporten staat.",
    "I have no opinion of my own. I quote what the reports say.",
)


def _may_be_money(inquiry: Inquiry) -> bool:
    """Tell "hoeveel remgeld krijgt de ggz": no plural, so nothing to be counted."""
    frame = inquiry.frame
    if frame.ask is not Ask.NUMBER or frame.unit != "count" or SIZE.search(frame.question):
        return False
    if any(is_plural(word) for word in frame.counted) or _OF_THAT.search(frame.question):
        return False
    targets = choose(inquiry, inquiry.asked) if things(inquiry.asked) else Refusal()
    if isinstance(targets, Refusal):
        return False
    around = targets[0].name | targets[0].path
    return all(around.meets(word) >= MET for word in things(inquiry.asked) if not word.is_verb)


def _other_readings(inquiry: Inquiry) -> list[Inquiry]:
    frame = inquiry.frame
    if frame.ask is Ask.NUMBER and frame.unit in ("percent", "fraction"):
        return [_as(inquiry, Ask.AMOUNT, Operation.SHARE)]
    sized = bool(SIZE.search(frame.question))
    of_that = sized or bool(_OF_THAT.search(frame.question))
    if frame.ask is Ask.NUMBER and not frame.counted and frame.unit == "count" and not of_that:
        return [_as(inquiry, Ask.AMOUNT)]
    if frame.ask in (Ask.DEFINITION, Ask.TEXT) and (frame.years or frame.whole):
        return [_as(inquiry, Ask.AMOUNT)]
    if frame.ask is Ask.LIST and not frame.operation:
        return [_as(inquiry, Ask.TEXT)]
    if frame.ask is Ask.AMOUNT and frame.operation is None and frame.counted:
        return [_as(inquiry, Ask.NUMBER)]
    return []


def _as(inquiry: Inquiry, ask: Ask, operation: Operation | None = None) -> Inquiry:
    frame = inquiry.frame
    unit = "euro" if ask is Ask.AMOUNT else "count" if ask is Ask.NUMBER else None
    changed = replace(frame, ask=ask, unit=unit, operation=operation or frame.operation)
    return replace(inquiry, frame=changed)
