"""What a question asks, as a frame of slots that the evidence must fill."""

from dataclasses import dataclass
from enum import StrEnum

from answer.answer import Operation
from answer.words import Word
from ingest.quantities import Quantity


class Ask(StrEnum):
    """The sort of thing that would answer the question."""

    AMOUNT = "amount"
    NUMBER = "number"
    PERSON = "person"
    DATE = "date"
    PLACE = "place"
    REASON = "reason"
    MANNER = "manner"
    DEFINITION = "definition"
    GOAL = "goal"  # what something is meant for
    NAME = "name"  # what something or somebody is called
    TEXT = "text"  # what, which, and yes-or-no questions
    LIST = "list"
    PURPOSE = "purpose"  # what an amount was for
    PHRASE = "phrase"  # words in quotation marks
    CLAIM = "claim"
    ABOUT = "about"
    ANY = "any"  # a word or two without a question: whatever the archive has under that name


@dataclass(frozen=True, slots=True)
class Frame:
    """A question taken apart.

    ``counted`` are the words of what is counted ("jonge moeders"); ``unit`` is the unit asked for
    (euro, percent, count) or None; ``years`` those it names; ``sections`` the paragraph numbers;
    ``top`` how many of a ranking, or how many items a list is said to have.
    """

    question: str
    language: str
    ask: Ask
    words: tuple[Word, ...]
    operation: Operation | None = None
    unit: str | None = None
    counted: tuple[Word, ...] = ()
    years: tuple[int, ...] = ()
    days: tuple[str, ...] = ()  # whole dates that it names, ISO
    sections: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    phrase: str | None = None
    top: int | None = None
    whole: bool = False  # "totaal", "samen", "alle": nothing less than a whole will do
    around: bool = False  # "de hele paragraaf": what stands around the line that is meant
    # Of earlier turns, or passed over ("andere dan ..."): they help to choose and never refuse.
    context: tuple[Word, ...] = ()
