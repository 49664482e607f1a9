"""The numbers of a sentence as candidates: what each counts, and how well it fits the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.counted_noun import distance, item_fit, noun_fit
from answer.frame import Ask
from answer.from_to import asks_former, is_former
from answer.inquiry import Inquiry
from answer.lexicon import PERSONS
from answer.number_clauses import is_of_those
from answer.sentences import Scored
from answer.view import SentenceView
from answer.words import Word
from answer.years import year_fits
from ingest.quantities import Quantity
from store.terms import stem, tokens

_CHANGED = 0.3
_ITEM = 0.5  # as much as the noun itself: of equal nouns the item decides


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a sentence: how well its noun is the one asked for, how near the other words."""

    scored: Scored
    quantity: Quantity
    fit: float
    distance: int
    in_item: float  # share of the question that its item of "deelnemers: 15; helpers: 27" has
    in_time: float  # more for what is asked of a number that changed: what it was, or became


def holds_number(view: SentenceView, inquiry: Inquiry) -> float:
    """Return 1 for a sentence with a number of the asked unit and year, -1 for any other."""
    units = _units(inquiry)
    has = any(quantity.unit in units for quantity in view.quantities)
    return 1.0 if has and year_fits(view, inquiry.frame) else -1.0


def _units(inquiry: Inquiry) -> tuple[str, ...]:
    unit = inquiry.frame.unit or "count"
    return ("fraction", "percent") if unit == "fraction" else (unit,)


def numbers_in(scored: Scored, inquiry: Inquiry, asked: Sequence[Word]) -> list[Counted]:
    """Return the numbers of a sentence that have the asked unit, in order.

    Those that the question states itself ("hoeveel van de 88 woningen") are left out.
    """
    view, units = scored.view, _units(inquiry)
    found = tokens(view.text)
    # The counted noun stands at each of the numbers; what else was said tells them apart.
    telling = [w for w in asked if w not in inquiry.frame.counted] or asked
    places = [t.start for t in found for w in telling if _is_form(t.text, w)]
    return _with_nouns_before(
        [
            Counted(
                scored,
                quantity,
                noun_fit(view, found, quantity, inquiry),
                min((distance(view.text, quantity, place) for place in places), default=0),
                item_fit(view.text, quantity, telling),
                _in_time(view, quantity, inquiry),
            )
            for quantity in view.quantities
            if quantity.unit in units and quantity.value not in stated_whole(inquiry)
        ]
    )


def _with_nouns_before(found: list[Counted]) -> list[Counted]:
    """Let "48 van hen" count what the number before it counts."""
    made: list[Counted] = []
    for one in found:
        before = made[-1].fit if made else 0.0
        of_those = is_of_those(one.scored.view.text, one.quantity)
        made.append(replace(one, fit=max(one.fit, before)) if of_those else one)
    return made


def _is_form(form: str, word: Word) -> bool:
    root = stem(form)
    return form not in PERSONS and root in (word.stem, word.verb, *word.parts, *word.also)


_OUT_OF = re.compile(r"\b(?:van|of) (?:de|die|deze|the|those)(?: \w+)? $", re.IGNORECASE)


def stated_whole(inquiry: Inquiry) -> tuple[Decimal, ...]:
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


def order(found: Counted) -> tuple[float, int, int]:
    """Return the key that sorts candidates, the best first."""
    return (-round(order_score(found), 6), found.distance, found.quantity.span.start)


def order_score(found: Counted) -> float:
    """Return how well a candidate fits; differences below 0.02 say nothing."""
    return found.scored.score + 0.5 * found.fit + _ITEM * found.in_item + found.in_time
