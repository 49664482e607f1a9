"""Whether a number of a sentence counts what was asked: each check tells one way in which not."""

import re

from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY, GRAMMAR
from answer.link import MET
from answer.negation import negates
from answer.number_candidates import Counted
from answer.number_clauses import told_in_other_clause
from answer.sentences import leaves_subject
from answer.view import SentenceView
from answer.words import Role, Word
from answer.years import is_of_other_year
from store.terms import fold, stem, words

_COVERED = 0.55
# Less will do where the very noun stands at the number and the sentence's meaning stands out.
_COVERED_SURE = 0.42
_EXACT_FIT = 0.9
_STANDS_OUT = 2.5


def is_meant(found: Counted, inquiry: Inquiry) -> bool:
    """Tell whether a number counts what was asked, in a sentence that has enough of the rest."""
    if found.fit < MET or any(word.is_name for word in found.scored.missing):
        return False
    if any(speaks_against(found, inquiry) for speaks_against in _CHECKS):
        return False
    sure = found.fit >= _EXACT_FIT and found.scored.deviation >= _STANDS_OUT
    return found.scored.covered >= (_COVERED_SURE if sure else _COVERED)


def _leaves_subject(found: Counted, inquiry: Inquiry) -> bool:
    return leaves_subject(found.scored, inquiry)


def _is_told_elsewhere(found: Counted, inquiry: Inquiry) -> bool:
    telling = [word for word in inquiry.asked if word not in inquiry.frame.counted]
    return told_in_other_clause(found.scored.view, found.quantity, telling)


def _is_held(found: Counted, inquiry: Inquiry) -> bool:
    return bool(unheld(found, inquiry))


def _is_of_a_part(found: Counted, inquiry: Inquiry) -> bool:
    before = found.scored.view.text[: found.quantity.span.start]
    return inquiry.frame.whole and bool(_OF_A_PART.search(before))


_OUT_OF = re.compile(r"\b[\w]+ van (?:de|het|die) $", re.IGNORECASE)


def _is_the_whole(found: Counted, inquiry: Inquiry) -> bool:
    """Tell the four of "twee van de vier", of which something else is told."""
    view, at = found.scored.view, found.quantity.span
    out_of = _OUT_OF.search(view.text[: at.start])
    counted = out_of and any(
        q.span.start <= out_of.start() < q.span.end and q.unit == "count" for q in view.quantities
    )
    return bool(counted) and not inquiry.frame.whole and not _ALL.search(inquiry.frame.question)


_ALL = re.compile(r"\b(?:hele|heel|gehele|whole|entire)\b", re.IGNORECASE)


def _is_of_other_year(found: Counted, inquiry: Inquiry) -> bool:
    return is_of_other_year(found.scored.view, found.quantity.span, inquiry.frame.years)


# "De minimale groepsgrootte is 10" says nothing of how many there were in all.
_OF_A_PART = re.compile(
    r"\b(?:minimaal|minimale|maximaal|maximale|gemiddeld|gemiddelde|per)\b[^,;.]{0,25}$|"
    r"\b(?:groep|groepen|groepjes|groups?) (?:van|of) $",
    re.IGNORECASE,
)


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


_CHECKS = (
    _leaves_subject,
    _is_some_of,
    _is_told_elsewhere,
    _is_the_whole,
    _is_of_other_year,
    _counted_missing,
    _said_elsewhere,
    _is_held,
    _denied,
    _says_of_others,
    _is_of_a_part,
)
