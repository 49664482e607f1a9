"""Splits a question's content into the things it puts side by side, and what it leaves out."""

import re
from collections.abc import Sequence
from itertools import pairwise

from answer.words import Role, Word

ADDING = frozenset(["en", "and", "plus", "met", "with"])
"""Words that put things side by side to be added."""
COMPARING = frozenset("en and plus min minus dan than versus tegenover of or vs van".split())
"""Words that put things side by side to be compared."""
_PARTED = re.compile(r"[,;+&(]")
LEAVES_OUT = frozenset(
    [
        "behalve",
        "zonder",
        "exclusief",
        "uitgezonderd",
        "uitgesloten",
        "min",
        "minus",
        "except",
        "without",
        "excluding",
    ]
)
"""Words behind which something is left out of a whole."""


def split_topics(
    words: Sequence[Word], question: str = "", joins: frozenset[str] = COMPARING
) -> tuple[tuple[Word, ...], ...]:
    """Return the runs of content between "en", "dan" and the like, in order; empty runs left out.

    Commas and plus signs of ``question`` part runs as well.
    """
    runs: list[list[Word]] = [[]]
    for before, word in zip((None, *words), words, strict=False):
        if word.text in joins and word.role is not Role.MONEY:
            runs.append([])
        elif word.role is Role.CONTENT:
            if before is not None and _PARTED.search(question[before.end : word.start]):
                runs.append([])
            runs[-1].append(word)
    return tuple(tuple(run) for run in runs if run)


def runs_of(words: Sequence[Word], kept: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """Return the runs of ``kept`` words that stand next to each other in the question, in order."""
    runs: list[list[Word]] = [[]]
    for word in words:
        if word in kept:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if run)


_INCLUDES = frozenset(["inclusief", "incl", "including", "inbegrepen", "meegerekend"])
_ARTICLES = frozenset(["de", "het", "een", "the", "a", "an"])
_UNDER = frozenset(["onder", "binnen", "bij", "uit", "under", "within", "from"])


def without_included(words: Sequence[Word], question: str) -> tuple[Word, ...]:
    """Return the words without what the whole is said to include: "X, inclusief Y" asks of X.

    Nothing changes where nothing else is named.
    """
    at = next((i for i, word in enumerate(words) if word.text in _INCLUDES), None)
    if at and words[at - 1].text in ("niet", "not"):
        return tuple(words)  # "sport niet meegerekend" leaves it out
    if at is None or not _content(words[:at]):
        return tuple(words)
    end = at + 1
    while end < len(words) and not _PARTED.search(question[words[end - 1].end : words[end].start]):
        end += 1
    return (*words[:at], *words[end:])


def without_places(
    runs: Sequence[tuple[Word, ...]], words: Sequence[Word], question: str = ""
) -> tuple[tuple[Word, ...], ...]:
    """Return the runs without those that say where: "ABCD, onder sport en onder wonen" is of ABCD.

    That holds where the things beside them are names; else all runs are things.
    """
    things, places = _things_and_places(runs, words, question)
    return things if places else tuple(runs)


def places_of(
    runs: Sequence[tuple[Word, ...]], words: Sequence[Word], question: str = ""
) -> tuple[tuple[Word, ...], ...]:
    """Return the runs that say where the named things are to be found, () where none does.

    "ABCD onder sport en wonen" gives sport and wonen, and so does "ABCD (sport en wonen)".
    """
    return _things_and_places(runs, words, question)[1]


def _things_and_places(
    runs: Sequence[tuple[Word, ...]], words: Sequence[Word], question: str
) -> tuple[tuple[tuple[Word, ...], ...], tuple[tuple[Word, ...], ...]]:
    bare = [word for word in words if word.text not in _ARTICLES]
    before = {id(word): ahead.text for ahead, word in pairwise(bare)}
    things: list[tuple[Word, ...]] = []
    places: list[tuple[Word, ...]] = []
    for run in runs:
        at = next(
            (
                i
                for i, word in enumerate(run)
                if before.get(id(word)) in _UNDER or question[: word.start].endswith("(")
            ),
            None,
        )
        if at is None and places and not any(word.is_name for word in run):
            at = 0  # "onder sport en wonen": what goes on without a name says where too
        things += [run[:at]] if at != 0 else []
        places += [run[at:]] if at is not None else []
    named = bool(things) and all(any(word.is_name for word in run) for run in things)
    return (tuple(things), tuple(places)) if named else (tuple(runs), ())


def left_out(
    words: Sequence[Word], question: str = ""
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the content that is kept and the content that is left out, () where nothing is.

    Dutch leaves out behind "behalve" and the like, between "op" and "na", between "als" and
    "weglaat", and ahead of "niet meegeteld".
    """
    at = next((i for i, word in enumerate(words) if word.text in LEAVES_OUT), None)
    if at is not None:
        return _content(words[:at]), _content(words[at:])
    spoken = tuple(word.text for word in words)
    for opens, closes in (("op", "na"), *_GONE):
        last = len(spoken) - 1 - spoken[::-1].index(closes) if closes in spoken else 0
        first = _opening(words, last, opens, question)
        if last and _content(words[first:last]):
            return _content((*words[:first], *words[last + 1 :])), _content(words[first:last])
    return _content(words), ()


_CLOSES = (
    "weglaat", "weglaten", "weghaalt", "weghalen", "wegdenkt", "aftrekt", "aftrekken", "meetelt",
    "meerekent", "meeneemt", "meegerekend", "meegeteld",
)  # fmt: skip
# "Als je X buiten laat", "als je X er uit haalt": these close only behind an "als".
_CLOSES_IF = (*_CLOSES, "buiten", "eraf", "eruit", "haalt", "afhaalt", "trekt")
_LEAVING = LEAVES_OUT.union(_CLOSES_IF)
_GONE = (
    *(("als", closes) for closes in _CLOSES_IF),
    *((None, closes) for closes in _CLOSES),
)


def _opening(words: Sequence[Word], last: int, opens: str | None, question: str) -> int:
    """Return where the words that are left out begin: at ``opens``, or where their run begins."""
    if opens is not None:
        return next((i for i in range(last - 1, -1, -1) if words[i].text == opens), last)
    if last == 0 or words[last - 1].text not in ("niet", "not"):
        return last
    first = last - 1
    while first > 0 and words[first - 1].role is Role.CONTENT:
        first -= 1
        if first and _PARTED.search(question[words[first - 1].end : words[first].start]):
            break
    return first


def _content(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(w for w in words if w.role is Role.CONTENT and w.text not in _LEAVING)
