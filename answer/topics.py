"""Splits a question's content into the things it puts side by side, and what it leaves out."""

from collections.abc import Sequence

from answer.words import Role, Word

_JOINS = frozenset(["en", "and", "plus", "dan", "than", "versus", "tegenover", "of", "or", "vs", "van"])
_LEAVES_OUT = frozenset(["behalve", "zonder", "exclusief", "uitgezonderd", "except", "without", "excluding"])


def split_topics(words: Sequence[Word], joins: frozenset[str] = _JOINS) -> tuple[tuple[Word, ...], ...]:
    """Return the runs of content between "en", "dan" and the like, in order; empty runs left out."""
    runs: list[list[Word]] = [[]]
    for word in words:
        if word.text in joins and word.role is Role.GRAMMAR:
            runs.append([])
        elif word.role is Role.CONTENT:
            runs[-1].append(word)
    return tuple(tuple(run) for run in runs if run)


def left_out(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the content before and behind "behalve", "zonder" and the like."""
    at = next((i for i, word in enumerate(words) if word.text in _LEAVES_OUT), len(words))
    kept = tuple(w for w in words[:at] if w.role is Role.CONTENT)
    return kept, tuple(w for w in words[at:] if w.role is Role.CONTENT)
