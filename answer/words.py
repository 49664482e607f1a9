"""The words of a question, each with its role, its weight and the forms that meet it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a word does in a question."""

    GRAMMAR = "grammar"
    MONEY = "money"
    ASKING = "asking"
    NUMBER = "number"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question.

    ``text`` is folded and repaired ("gezondheit" becomes "gezondheid"), ``asked`` as it was typed.
    ``parts`` are the stems of a compound's parts, () where it is none; ``also`` the stems of words
    that mean the same. ``weight`` is its rarity in the archive, from 0 to 1; ``known`` tells
    whether the archive holds it, whole or in all its parts.
    """

    text: str
    asked: str
    start: int
    end: int
    role: Role
    stem: str
    parts: tuple[str, ...]
    also: tuple[str, ...]
    weight: float
    known: bool
    is_name: bool  # printed with a capital inside the question, or an abbreviation
    is_verb: bool = False  # an unknown verb: the report may well use another
    attested: bool = True  # the archive has the word itself, and not only its parts
    is_kind: bool = False  # "welke organisatie": it tells the kind of the answer
    head_also: tuple[str, ...] = ()  # of a compound: what means the same as its head
    verb: str | None = None  # the stem of its infinitive, where it is a form of a verb


def content(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that name something, in order."""
    return tuple(word for word in words if word.role is Role.CONTENT)
