"""What a strategy found, before it is worded and cited."""

from dataclasses import dataclass
from decimal import Decimal

from answer.answer import Kind, Operation, Verdict
from answer.evidence import Evidence
from answer.words import Word


@dataclass(frozen=True, slots=True)
class DraftPart:
    """A term, candidate or alternative with the evidence it rests on."""

    label: str
    value: Decimal
    unit: str
    section_number: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer in the making; ``evidence`` comes first in the citations, then that of the parts.

    ``subject`` is the name of what was found, as the report prints it; ``more`` a second sentence
    that fits nearly as well and is shown with the first. ``confidence`` runs 0 to 1.
    """

    kind: Kind
    subject: str
    evidence: tuple[Evidence, ...] = ()
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    operation: Operation | None = None
    parts: tuple[DraftPart, ...] = ()
    items: tuple[str, ...] = ()
    verdict: Verdict | None = None
    printed: str | None = None
    more: Evidence | None = None
    page: int | None = None  # where that is asked
    place: int = 1  # in a ranking: 2 is the largest but one
    notes: tuple[str, ...] = ()
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was answered: ``missing`` are words of the question (or years) that were not met.

    ``reason`` is a sentence of ours, (Dutch, English), where there is more to say.
    """

    missing: tuple[str, ...] = ()
    closest: tuple[Evidence, ...] = ()
    reason: tuple[str, str] | None = None
    kind: Kind | None = None
    confidence: float = 0.7


Result = Draft | Refusal


def not_met(words: tuple[Word, ...]) -> tuple[str, ...]:
    """Return the words as the question has them, each once.

    The order is that of the question.
    """
    return tuple(dict.fromkeys(word.asked for word in words))
