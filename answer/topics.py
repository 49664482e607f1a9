"""Splits a question's content into the things it puts side by side, and what it leaves out."""

from collections.abc import Sequence

from answer.words import Role, Word

_JOINS = frozenset(["en", "and", "plus", "dan", "than", "versus", "tegenover", "of", "or", "vs", "van"])
LEAVES_OUT = frozenset(
    ["behalve", "zonder", "exclusief", "uitgezonderd", "uitgesloten", "except", "without", "excluding"]
)
"""Words behind which something is left out of a whole."""


def split_topics(words: Sequence[Word], question: str = "") -> tuple[tuple[Word, ...], ...]:
    """Return the runs of content between "en", "dan" and the like, in order; empty runs left out.

    Commas of ``question`` part runs as well.
    """
    runs: list[list[Word]] = [[]]
    for before, word in zip((None, *words), words, strict=False):
        if word.text in _JOINS and word.role is not Role.MONEY:
            runs.append([])
        elif word.role is Role.CONTENT:
            if before is not None and "," in question[before.end : word.start]:
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


def left_out(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the content that is kept and the content that is left out, () where nothing is.

    Dutch leaves out behind "behalve" and the like, and between "op" and "na".
    """
    at = next((i for i, word in enumerate(words) if word.text in LEAVES_OUT), None)
    if at is not None:
        return _content(words[:at]), _content(words[at:])
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i].text == "na"), None)
    before = (words[:last] if last is not None else ())[::-1]
    back = next((i for i, word in enumerate(before) if word.text == "op"), None)
    if last is None or back is None or not _content(before[:back]):
        return _content(words), ()
    at = last - 1 - back
    return _content((*words[:at], *words[last:])), _content(words[at:last])


def _content(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(w for w in words if w.role is Role.CONTENT and w.text not in LEAVES_OUT)
