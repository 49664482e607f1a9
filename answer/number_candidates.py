"""The numbers of a sentence as candidates: what each counts, and how well it fits the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.counted_noun import distance, item_fit, noun_fit
from answer.frame import Ask
from answer.from_to import asks_former, is_former
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY, GRAMMAR, PERSONS
from answer.link import MET
from answer.negation import negates
from answer.sentences import Scored, leaves_subject
from answer.view import SentenceView
from answer.words import Role, Word
from answer.years import year_fits
from ingest.quantities import Quantity
from store.terms import fold, stem, tokens, words

_COVERED = 0.55
# Less will do where the very noun stands at the number and the sentence's meaning stands out.
_COVERED_SURE = 0.42
_EXACT_FIT = 0.9
_STANDS_OUT = 2.5
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
    return [
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


# "De minimale groepsgrootte is 10" says nothing of how many there were in all.
_OF_A_PART = re.compile(
    r"\b(?:minimaal|minimale|maximaal|maximale|gemiddeld|gemiddelde|per)\b[^,;.]{0,25}$|"
    r"\b(?:groep|groepen|groepjes|groups?) (?:van|of) $",
    re.IGNORECASE,
)


def is_meant(found: Counted, inquiry: Inquiry) -> bool:
    """Tell whether a number counts what was asked, in a sentence that has enough of the rest."""
    if found.fit < MET or any(word.is_name for word in found.scored.missing):
        return False
    if leaves_subject(found.scored, inquiry) or _is_some_of(found, inquiry):
        return False
    if _counted_missing(found, inquiry) or _said_elsewhere(found, inquiry):
        return False
    if unheld(found, inquiry) or _denied(found, inquiry) or _says_of_others(found, inquiry):
        return False
    before = found.scored.view.text[: found.quantity.span.start]
    if inquiry.frame.whole and _OF_A_PART.search(before):
        return False
    sure = found.fit >= _EXACT_FIT and found.scored.deviation >= _STANDS_OUT
    return found.scored.covered >= (_COVERED_SURE if sure else _COVERED)


# "Hoeveel had u er verwacht" is not answered by how many there were.
_EXPECTING = frozenset(
    "verwacht verwachtte verwachten verwachtten gepland beoogd beoogde expected planned".split()
)
_BOUND = re.compile(
    r"\b(?:jonger|ouder|lager|hoger|korter|langer|kleiner|groter|younger|older|lower|higher)"
    r" (?:dan|than) $",
    re.IGNORECASE,
)


def _denied(found: Counted, inquiry: Inquiry) -> bool:
    """Tell "hoeveel deden er niet mee" held against a sentence that denies nothing."""
    return negates(fold(inquiry.frame.question)) and not negates(found.scored.view.text)


_SOME_OF = re.compile(
    r"\b(?:waaronder|waarvan|van wie|van hen|including|of whom|of which)\b[^,;.\d]{0,25}$",
    re.IGNORECASE,
)


def _is_some_of(found: Counted, inquiry: Inquiry) -> bool:
    """Tell 50 of "930 asielzoekers, waaronder 50 plekken voor jongeren" where those are not asked.

    A number behind "waaronder" is of a part, which the question must then name.
    """
    view, number = found.scored.view, found.quantity.span
    if not _SOME_OF.search(view.text[: number.start]):
        return False
    counted = {word.stem for word in inquiry.frame.counted}
    behind = {stem(form) for form in words(_CLAUSE.split(view.text[number.end :])[0])} - counted
    told = [w for w in inquiry.frame.words if w.role is Role.CONTENT and w.stem not in counted]
    return not any(behind & {w.stem, *w.parts, *w.also, w.verb or w.stem} for w in told)


_CLAUSE = re.compile(r"[,;.]")


def _says_of_others(found: Counted, inquiry: Inquiry) -> bool:
    """Tell "22% is somber" from "hoeveel procent van de inwoners sportte".

    What anybody is said to do must stand in the sentence: a heading on sport is not enough.
    """
    if inquiry.frame.unit not in ("percent", "fraction"):
        return False
    view = found.scored.view
    said = [word for word in inquiry.asked if word.text not in ANYBODY]
    anybody = len(said) < len(inquiry.asked)
    return anybody and bool(said) and all(w.is_verb and _own(view, w) < MET for w in said)


def _own(view: SentenceView, word: Word) -> float:
    return max(view.bag.meets(word), view.pointed.meets(word))


def unheld(found: Counted, inquiry: Inquiry) -> tuple[Word, ...]:
    """Return what the count is held to and its sentence is silent on: "jonger dan 18", "verwacht".

    () where the sentence says all of it.
    """
    view, frame = found.scored.view, inquiry.frame
    bounds = [q for q in frame.quantities if _BOUND.search(frame.question[: q.span.start])]
    there = {quantity.value for quantity in view.quantities}
    lost = [q.span for q in bounds if q.value not in there]
    return tuple(
        word
        for word in frame.words
        if (word.text in _EXPECTING and view.bag.meets(word) < MET)
        or any(span.start <= word.start < span.end for span in lost)
    )


def _counted_missing(found: Counted, inquiry: Inquiry) -> bool:
    """Tell that a word which narrows what is counted ("jonge vaders") is not met."""
    view = found.scored.view
    return any(
        max(view.bag.meets(w), view.near.meets(w)) < MET and w.text not in ANYBODY
        for w in inquiry.frame.counted
        if w.text not in GRAMMAR and w.role is Role.CONTENT
    )


def _said_elsewhere(found: Counted, inquiry: Inquiry) -> bool:
    """Tell that a sentence lacks a word of a turn that leaves its counted noun to the one before.

    After "hoeveel fietsen zijn er gekocht" "hoeveel komen er in de stad" is of the stad alone.
    """
    question, counted = inquiry.frame.question, inquiry.frame.counted
    carried = bool(counted) and all(question[w.start : w.end] != w.asked for w in counted)
    return carried and any(
        found.scored.view.bag.meets(word) < MET and not word.is_verb
        for word in inquiry.asked
        if question[word.start : word.end] == word.asked
    )


def order(found: Counted) -> tuple[float, int, int]:
    """Return the key that sorts candidates, the best first."""
    return (-round(order_score(found), 6), found.distance, found.quantity.span.start)


def order_score(found: Counted) -> float:
    """Return how well a candidate fits; differences below 0.02 say nothing."""
    return found.scored.score + 0.5 * found.fit + _ITEM * found.in_item + found.in_time
