"""The answer as a value: what was found, where it stands, and what the reader must know.

The JSON form, its keys and what they mean are the contract of `docs/answer-format.md`.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """Whether the reports hold the answer; a refusal is a result, not an error."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


class Kind(StrEnum):
    """What was asked for."""

    AMOUNT = "amount"  # one budget line, or a sum of money that the prose names
    TOTAL = "total"  # money added up, also over a section with a single line
    NUMBER = "number"  # any other figure
    COMPARISON = "comparison"  # difference, largest, smallest, top n, share
    TEXT = "text"  # who, what, why, when, where, how
    LIST = "list"
    CLAIM = "claim"
    SEVERAL = "several"  # more than one honest answer: all are shown
    ABOUT = "about"  # hello, what can you do, which reports are there


class Operation(StrEnum):
    """How a value was computed or chosen, where it is not simply printed."""

    SUM = "sum"
    DIFFERENCE = "difference"
    MAX = "max"
    MIN = "min"
    COUNT = "count"
    SHARE = "share"
    TOP = "top"


class Verdict(StrEnum):
    """What the reports say of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: ``quote`` is the stored text from ``start`` to ``end``, raw.

    ``page`` and ``page_end`` count PDF pages from 1; None for formats without pages.
    ``section_number`` is the innermost numbered heading, ``section_title`` its title (or that of
    the innermost heading where none is numbered).
    """

    document: str
    title: str
    section_number: str | None
    section_title: str | None
    page: int | None
    page_end: int | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One shown figure: a term of a sum, a candidate of a comparison, or an alternative.

    ``citations`` are indexes into `Answer.citations`; a section's total may rest on several.
    """

    label: str
    value: Decimal
    unit: str
    section_number: str | None
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer or refusal, ready to be shown or printed as JSON.

    ``text`` has at most 400 characters: at most two sentences of ours around verbatim spans.
    ``value`` is in full euros, counts, percent (42 is 42%) or a fraction; a range has
    ``value_max``. ``confidence`` runs from 0 to 1, of the result given. ``missing`` and ``closest``
    speak only when ``status`` is not_found. The first citation is the one that carries the answer.
    """

    question: str
    interpreted_as: str
    language: str  # nl or en
    status: Status
    kind: Kind
    text: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    operation: Operation | None = None
    figures: tuple[Part, ...] = ()
    items: tuple[str, ...] = ()
    verdict: Verdict | None = None
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    confidence: float = 0.0
    missing: tuple[str, ...] = ()
    closest: tuple[Citation, ...] = ()
    searched: tuple[str, ...] = ()
