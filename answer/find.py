"""Finds an answer: the strategy for what is asked, then the question's other readings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from answer.answer import Kind
from answer.claims import check_claim
from answer.cues import OWN_VIEW
from answer.draft import Draft, Refusal, Result
from answer.frame import Ask
from answer.indicators import answer_count, answer_indicator
from answer.inquiry import Inquiry
from answer.last_checks import checked
from answer.lists import answer_list
from answer.measures import wanted_in
from answer.money import answer_money
from answer.phrases import answer_phrase
from answer.place_in_report import answer_place_in_report
from answer.premises import false_premise
from answer.purposes import answer_purpose
from answer.readings import may_be_money, other_readings, read_with
from answer.short_questions import answer_short
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
    early = false_premise(inquiry) or answer_place_in_report(inquiry)
    if early is not None:
        return early
    money = _as_money(inquiry)
    if money is not None:
        return checked(money, inquiry)
    first = _strategy(inquiry)(inquiry)
    return checked(first, inquiry) if isinstance(first, Draft) else _otherwise(inquiry) or first


def _strategy(inquiry: Inquiry) -> Strategy:
    return _STRATEGIES.get(inquiry.frame.ask, answer_text)


def _otherwise(inquiry: Inquiry) -> Result | None:
    """Return what the other readings of the question find, the number of a table last."""
    for reading in other_readings(inquiry):
        found = _strategy(reading)(reading)
        if isinstance(found, Draft):
            return checked(replace(found, confidence=found.confidence * _SECOND), inquiry)
    sides = wanted_in(inquiry.frame.words).sides  # of lasten and baten there are amounts only
    may = inquiry.frame.ask in _MAY_BE_PRINTED and not sides
    printed = answer_indicator(inquiry) if may else None
    return replace(printed, confidence=printed.confidence * _SECOND) if printed else None


def _as_money(inquiry: Inquiry) -> Draft | None:
    """Return the amount of "hoeveel remgeld krijgt de ggz", which counts nothing."""
    found = answer_money(read_with(inquiry, Ask.AMOUNT)) if may_be_money(inquiry) else None
    return found if isinstance(found, Draft) and found.kind is not Kind.TEXT else None


_NO_VIEW = (
    "Ik heb zelf geen mening. Ik haal aan wat in de rapporten staat.",
    "I have no opinion of my own. I quote what the reports say.",
)
