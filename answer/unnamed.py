"""Things that a report speaks of without naming them: "een aantal gemeenten" names no gemeente."""

import re
from itertools import pairwise

from answer.answer import Kind
from answer.draft import Draft
from answer.inquiry import Inquiry
from answer.words import Role, Word
from store.terms import stem

_WHICH = frozenset("welk welke which what".split())
_SOME = re.compile(
    r"\b(?:(?:steeds )?meer|een aantal|enkele|diverse|verschillende|meerdere|sommige|veel|vele|"
    r"allerlei|andere|een paar|several|various|some)\s+(?:[^\W\d]+e\s+)?(?P<noun>[^\W\d]+)",
    re.IGNORECASE,
)
# Behind these the things are named after all.
_NAMES = re.compile(r":|\(|\b(?:zoals|waaronder|te weten|namelijk|onder andere|onder meer)\b", re.I)


def names_none(found: Draft, inquiry: Inquiry) -> bool:
    """Return whether a sentence speaks of some of what "welke ..." asks for, and names none."""
    noun = _asked_noun(inquiry.frame.words)
    if found.kind is not Kind.TEXT or noun is None:
        return False
    some = [m for m in _SOME.finditer(found.subject) if stem(m["noun"].lower()) == noun.stem]
    return bool(some) and not _NAMES.search(found.subject[some[0].end() :])


def _asked_noun(words: tuple[Word, ...]) -> Word | None:
    """Return the noun of "welke huisartsenpraktijken", None where nothing of a kind is asked."""
    for before, word in pairwise(words):
        if before.text in _WHICH and word.role is Role.CONTENT:
            return None if word.is_verb else word
    return None
