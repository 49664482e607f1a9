"""Whether a number in a sentence counts the noun that was asked for."""

import re
from collections.abc import Sequence

from answer.bag import Bag
from answer.cues import SIZE
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY, PERSONS
from answer.view import SentenceView
from answer.words import Word
from ingest.quantities import Quantity
from store.terms import Token, stem, words

# How many words behind a number its noun may stand ("veertien Twentse gemeenten"), and before it
# ("Betrokken bewoners:15").
_BEHIND = 4
_BEFORE = 5
_PERSON_FIT = 0.7
_NAMED_NEAR = 0.75
_TOOK_PART = frozenset(["deelnemers", "participants"])
# Persons who are there for the others and are not counted among them.
_WORKERS = frozenset("vrijwilliger vrijwilligers medewerker medewerkers lid leden".split())
_BEFORE_FIT = 0.75
_SIZES = ("grootte", "omvang", "duur", "lengte", "hoogte")
_SIZE_FIT = 0.9  # "groepsgrootte" tells how large a group is
_CLAUSE = 40  # characters that another clause is farther away
_HOW_LONG = re.compile(r"\b(hoe|how) (lang|long)\b", re.IGNORECASE)
_HOW_OLD = re.compile(r"\b(hoe|how) (oud|jong|old|young)\b", re.IGNORECASE)
_YEARS = frozenset("jaar jaren years".split())
_TIMES = frozenset(
    "dag dagen week weken maand maanden jaar jaren uur uren minuten days weeks months years".split()
)
# Where the words that belong to a number end.
_BREAK = re.compile(r"[,;:.()](?!\d)|\s(?:en|and|of|or)\s")


def noun_fit(
    view: SentenceView, found: tuple[Token, ...], quantity: Quantity, inquiry: Inquiry
) -> float:
    """Return from 0 to 1 how well a number of ``view`` counts the noun that is asked for.

    ``found`` are the words of the sentence. What is no count (a percentage) fits wholly.
    """
    counted = inquiry.frame.counted
    if quantity.unit != "count":
        return 1.0
    clause = _BREAK.search(view.text, quantity.span.end)
    end = clause.start() if clause else len(view.text)
    behind = [t for t in found if quantity.span.end <= t.start < end][:_BEHIND]
    before = _behind_last_number([t for t in found if t.end <= quantity.span.start])[-_BEFORE:]
    if _HOW_LONG.search(inquiry.frame.question):
        return float(any(token.text in _TIMES for token in behind[:2]))
    if _HOW_OLD.search(inquiry.frame.question):
        return float(any(token.text in _YEARS for token in behind[:2]))
    heads = counted[-1:] or tuple(word for word in inquiry.asked if not word.is_name)
    size = bool(SIZE.search(inquiry.frame.question))
    return max(
        (
            max(
                0.0 if size else _meets(word, behind),
                _BEFORE_FIT * _meets(word, before),
                _PERSON_FIT * _are_those(word, behind, view),
            )
            for word in heads
        ),
        default=0.0,
    )


def _behind_last_number(found: Sequence[Token]) -> Sequence[Token]:
    """Return the words that another number ahead of them has no claim to.

    "Van 311 naar 530 deelnemers" counts the same with both.
    """
    numbers = [-1, *(i for i, token in enumerate(found) if token.text[:1].isdigit())]
    shared = all(token.text in _SHARING for token in found[numbers[-1] + 1 :])
    return found[numbers[-2 if shared and len(numbers) > 1 else -1] + 1 :]


_SHARING = ("naar", "tot", "to", "en", "of")


def _are_those(word: Word, behind: Sequence[Token], view: SentenceView) -> bool:
    """Tell "191 deelnemers" of a row that is about the ouderen who are asked for."""
    took_part = any(token.text in _TOOK_PART for token in behind[:2])
    meant = word.text in PERSONS and word.text not in _WORKERS
    return took_part and meant and view.near.meets(word) >= _NAMED_NEAR


def distance(text: str, quantity: Quantity, place: int) -> int:
    """Return the characters between a number and a word; another clause is far away."""
    start, end = sorted((quantity.span.start, place))
    clauses = sum(text.count(mark, start, end) for mark in ";,.")
    return end - start + _CLAUSE * clauses


_ITEM_ENDS = re.compile(r";|\.\s")


def item_fit(text: str, quantity: Quantity, telling: Sequence[Word]) -> float:
    """Return the share of the question that a number's item meets in "deelnemers: 15; helpers: 27".

    0 where ``text`` is no row of items that each have a number and a label.
    """
    if text.count(";") < _FEWEST_ITEMS - 1 or not telling:
        return 0.0
    cuts = [m.end() for m in _ITEM_ENDS.finditer(text)]
    start = max((cut for cut in cuts if cut <= quantity.span.start), default=0)
    end = min((cut for cut in cuts if cut >= quantity.span.end), default=len(text))
    label = text[start : quantity.span.start].rstrip(": ").rpartition(": ")[2]
    forms = words(label + text[quantity.span.end : end])
    bag = Bag(frozenset(map(stem, forms)), frozenset(), frozenset(forms))
    return sum(word.weight * bag.meets(word) for word in telling) / (
        sum(word.weight for word in telling) or 1.0
    )


_FEWEST_ITEMS = 3


def _meets(word: Word, near: Sequence[Token]) -> float:
    """Return how well a counted noun is met among a few words, up to the first other number."""
    forms: list[str] = []
    for token in near:
        if token.text[:1].isdigit() and forms:
            break
        forms.append(token.text)
    bag = Bag(frozenset(map(stem, forms)), frozenset(), frozenset(forms))
    met = bag.meets(word)
    if any(form.startswith(word.stem) and form.endswith(_SIZES) for form in forms):
        met = max(met, _SIZE_FIT)
    persons = any(form in PERSONS or form.endswith("bewoners") for form in forms)
    if word.text in ANYBODY and persons:
        met = max(met, _PERSON_FIT)
    return met
