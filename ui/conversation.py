"""The conversation of one visitor, kept in Streamlit's session."""

from dataclasses import dataclass, replace

import streamlit as st

from answer.answer import Answer, Kind

_KEY = "gesprek"


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer; ``answer`` is None where answering failed.

    ``number`` counts from 0. ``alone`` means asked without the questions before it. ``reports`` is
    the filter it was asked with, None for all.
    """

    number: int
    question: str
    answer: Answer | None
    alone: bool
    reports: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that waits for its answer; ``replaces`` is the number of the turn it redoes."""

    question: str
    alone: bool = False
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """All turns, oldest first, and the question that waits, if any.

    ``too_long`` is what was typed last where that is no question, but a whole text.
    """

    turns: tuple[Turn, ...] = ()
    waiting: Asked | None = None
    too_long: str = ""

    def history(self, before: int | None = None) -> tuple[str, ...]:
        """Return the earlier questions that count: from the last one asked on its own.

        A question about Raadsbron itself has no subject that a later one could lean on.
        """
        earlier = [
            turn
            for turn in self.turns[:before]
            if turn.answer is not None and turn.answer.kind is not Kind.ABOUT
        ]
        first = max((place for place, turn in enumerate(earlier) if turn.alone), default=0)
        return tuple(turn.question for turn in earlier[first:])

    @property
    def number_waiting(self) -> int | None:
        """Return the number of the turn that the waiting question makes, None where none waits."""
        if self.waiting is None:
            return None
        replaced = self.waiting.replaces
        return len(self.turns) if replaced is None else replaced

    def with_turn(self, turn: Turn) -> "Conversation":
        """Return the conversation with a turn added, or put in the place of the one it redoes."""
        others = tuple(other for other in self.turns if other.number != turn.number)
        return Conversation(tuple(sorted((*others, turn), key=lambda each: each.number)))


def conversation() -> Conversation:
    """Return the visitor's conversation so far."""
    kept = st.session_state.get(_KEY)
    return kept if isinstance(kept, Conversation) else Conversation()


def keep(changed: Conversation) -> None:
    """Keep the conversation for the next run of the page."""
    st.session_state[_KEY] = changed


def ask_next(question: str, *, alone: bool = False, replaces: int | None = None) -> None:
    """Let a question wait for the next run; a button calls this."""
    keep(replace(conversation(), waiting=Asked(question, alone, replaces)))


def refuse_as_too_long(text: str) -> None:
    """Keep a text that is too long to be a question, so that it can be given back."""
    keep(replace(conversation(), too_long=text))


def start_anew() -> None:
    """Forget the conversation."""
    keep(Conversation())
