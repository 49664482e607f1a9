"""Whether a sentence carries enough of the question to be an answer to it."""

import re

from answer.answer import Operation
from answer.cues import YES_NO
from answer.frame import Ask, Frame
from answer.inquiry import Inquiry
from answer.lexicon import DECISIVE, GRAMMAR
from answer.link import MET
from answer.points_back import points_back
from answer.sentences import Scored
from answer.synonyms import synonyms
from answer.text_fit import OFFICES, PERSON_NAME
from answer.words import Role, Word
from store.terms import stem, words

SORTED = (Ask.REASON, Ask.DATE, Ask.PERSON, Ask.NAME)
"""What is asked for that a sentence must hold: a reason, a date, somebody, a name."""
# What must be met of the question's content before a sentence is an answer; fitted as in
# `answer.sentences`. A sentence whose meaning stands out needs fewer of the question's words.
_COVERED = 0.62
_COVERED_NEAR = 0.42
_DEVIATION = 1.6
# Of another year than the report's own the sentence itself must speak.
_OWN_OTHER_YEAR = 0.75
# "Wat was de leeftijd van ...": what is asked of something must be there.
_HEAD_MET = 0.75
_FRONT = 0.4  # the front of a compound without its head (`answer.bag`)
# "Wie is de wethouder" asks for a name: that there is a wethouder says nothing.
_WHO_IS = re.compile(r"\b(?:wie|who) (?:is|was|zijn|waren|werd|wordt)\b", re.IGNORECASE)
_HELD_BY_ONE = frozenset(
    "wethouder burgemeester secretaris gemeentesecretaris griffier voorzitter directeur".split()
)
# What is largest or least is told in such words, or not at all.
_MOST = re.compile(
    r"\b(?:meest\w*|grootst\w*|hoogst\w*|duurst\w*|minst\w*|kleinst\w*|laagst\w*|vooral|"
    r"voornamelijk|most|least|minima\w+|maxima\w+|minimum|maximum)\b",
    re.IGNORECASE,
)
_DOERS = ("er", "ier", "aar", "eur", "or", "ster")  # "leverancier", of the root of "leveren"
_HELD = 0.76  # more than a word of the same root or meaning (`answer.bag`)
_OPINION = re.compile(
    r"\b(vindt?|vinden|vond(?:en)?|mening|oordeel|oordeelt|opinion|thinks?)\b", re.I
)
_HEADED = re.compile(
    r"\b(?:wat|wie|what|who) (?:is|was|zijn|waren|wordt|werd|worden|werden|are|were)"
    r"(?: in \d{4})? (?:de|het|the)\b",
    re.IGNORECASE,
)
# A name and a number say nothing that was not asked ("Valpreventie", "3.2 Twentse Koers").
_FEWEST_NEW = 1


def accepted(best: Scored, inquiry: Inquiry) -> bool:
    """Tell whether a sentence carries enough of the question to be an answer to it."""
    if _of_other_year(best, inquiry) or _lacks_word(best, inquiry) or _says_nothing(best, inquiry):
        return False
    if inquiry.frame.ask in SORTED and best.fit <= 0:
        return False
    ranks = inquiry.frame.operation in (Operation.MAX, Operation.MIN)
    if ranks and not _MOST.search(best.view.text):
        return False
    dated = inquiry.frame.ask is Ask.DATE and not points_back(best.view.text)
    if dated and all(_is_far(best, word) for word in inquiry.asked):
        return False  # a day is printed in many places: "Bijlagen 25-07-2024"
    near = best.covered >= _COVERED_NEAR and best.deviation >= _DEVIATION
    return best.covered >= _COVERED or near


def _is_far(best: Scored, word: Word) -> bool:
    view = best.view
    return max(view.bag.meets(word), view.near.meets(word), view.pointed.meets(word)) < MET


def _says_nothing(best: Scored, inquiry: Inquiry) -> bool:
    """Tell a line that holds next to nothing but the words of the question."""
    if points_back(best.view.text):
        return False  # what it points back to is quoted with it
    said = {stem(word) for word in words(best.view.text) if word not in GRAMMAR}
    asked = {form for w in inquiry.frame.words for form in (w.stem, *w.parts)}
    return len(said - asked) < _FEWEST_NEW


def _of_other_year(best: Scored, inquiry: Inquiry) -> bool:
    years = inquiry.frame.years
    return bool(years) and best.view.report.year not in years and best.own < _OWN_OTHER_YEAR


def _lacks_word(best: Scored, inquiry: Inquiry) -> bool:
    """Tell that a word without which there is no answer is not met."""
    asked, frame = inquiry.asked, inquiry.frame
    return (
        (bool(_HEADED.search(frame.question)) and not _head_is_met(best, asked[0]))
        or (frame.ask is Ask.ANY and not _said_together(best, inquiry))
        or _lacks_kind(best, inquiry)
        or any(word.text in DECISIVE and not _is_met(best, word) for word in asked)
        or bool(_OPINION.search(frame.question) and not _OPINION.search(best.view.text))
        or (frame.ask is Ask.PERSON and not _role_is_met(best, inquiry))
        or any(word.is_name or _matters(word, frame) for word in best.missing)
    )


def _matters(word: Word, frame: Frame) -> bool:
    """Tell that "is/does X ..." has no answer without this word; who and when have their sort."""
    if frame.ask not in (Ask.TEXT, Ask.ANY) or word.is_kind:
        return False
    # Of English that the glossary lacks it isn't known whether it is a verb.
    foreign = frame.language == "en" and not word.known and bool(YES_NO.search(frame.question))
    return foreign or not word.is_verb


def _said_together(best: Scored, inquiry: Inquiry) -> bool:
    """Tell "wachttijd logeerzorg" from the waiting time of one sentence and the care of the next.

    The first word must be met in the sentence itself, the others there or in what is above it; of
    three and more one may stand beside it.
    """
    view = best.view
    title = next(v.title for v in inquiry.views if v.report is view.report)
    own = [max(view.bag.meets(word), view.pointed.meets(word)) for word in inquiry.asked]
    above = view.above | title
    apart = sum(
        met < MET and above.meets(word) < MET and not word.is_verb
        for met, word in zip(own, inquiry.asked, strict=True)
    )
    return own[0] >= MET and apart <= max(0, len(own) - 2)


def _lacks_kind(best: Scored, inquiry: Inquiry) -> bool:
    """Tell that "welke huur" or "what rent" is held against a sentence without any rent.

    Where and when have their sort of answer: it need not say "wijk" or "jaar".
    """
    if inquiry.frame.ask in (Ask.PLACE, Ask.DATE, Ask.PERSON):
        return False
    words = inquiry.frame.words
    at = next((i for i, word in enumerate(words) if word.text in _WHICH), len(words))
    behind = words[at + 1 :]
    end = next((i for i, word in enumerate(behind) if word.role is not Role.CONTENT), len(behind))
    nouns = [word for word in behind[:end] if not word.is_kind]
    return bool(nouns) and all(word in best.missing or _front_only(best, word) for word in nouns)


def _front_only(best: Scored, word: Word) -> bool:
    """Tell an "adviesbureau" of which only the "advies" is there."""
    view = best.view
    met = max(view.bag.meets(word), view.near.meets(word), view.pointed.meets(word))
    by_root = any(word.text.startswith(other) for other in word.also) and not word.parts
    return not word.attested and met <= (_HEAD_MET if by_root else _FRONT)


_WHICH = ("welk", "welke", "what", "which")


def _head_is_met(best: Scored, head: Word) -> bool:
    """Tell whether what is asked of something ("de leeftijd van") is really there."""
    return head.is_verb or _is_met(best, head)


def _role_is_met(best: Scored, inquiry: Inquiry) -> bool:
    """Tell whether "wie is de wethouder" is held against a sentence about that office."""
    roles = [w for w in inquiry.frame.words if w.text in OFFICES]
    one = any(word.text in _HELD_BY_ONE for word in roles)
    asks_name = one and _WHO_IS.search(inquiry.frame.question)
    if asks_name and not PERSON_NAME.search(f"{best.view.before} {best.view.text}"):
        return False
    return all(_is_met(best, role) for role in roles) and not _is_only_related(best, inquiry)


def _is_only_related(best: Scored, inquiry: Inquiry) -> bool:
    """Tell "wie is de leverancier", held against whatever is "geleverd", from a role that is there.

    A role that no report names is known by what else is said of it, or not at all.
    """
    return all(
        not word.attested
        and word.text.endswith(_DOERS)
        and not synonyms(word.stem)
        and max(best.view.bag.meets(word), best.view.near.meets(word)) < _HELD
        for word in inquiry.asked
    )


def _is_met(best: Scored, word: Word) -> bool:
    view = best.view
    met = max(view.bag.meets(word), view.near.meets(word), view.pointed.meets(word))
    return met >= _HEAD_MET
