"""The given answer: the part of the Answer JSON that is scored."""

from dataclasses import dataclass
from decimal import Decimal

from evals.fields import Fields

SHOWN_CHARACTERS = 400
"""What a reader sees at once, by the contract of the Answer JSON; the rest does not count."""


@dataclass(frozen=True, slots=True)
class GivenCitation:
    """A quote as the answer gives it; pages count from 1, None for formats without pages."""

    document: str
    quote: str
    page: int | None
    page_end: int | None


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """One term, candidate or alternative of the answer."""

    label: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as read from its JSON; ``confidence`` runs from 0 to 1."""

    interpreted_as: str
    status: str
    kind: str
    text: str
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    operation: str | None
    figures: tuple[GivenFigure, ...]
    items: tuple[str, ...]
    verdict: str | None
    citations: tuple[GivenCitation, ...]
    closest: tuple[GivenCitation, ...]
    confidence: float

    @property
    def refused(self) -> bool:
        """Return whether the answer says that the reports do not hold it."""
        return self.status == "not_found"

    @property
    def shown(self) -> tuple[str, ...]:
        """Return what the reader sees at once: the start of the text, then the items."""
        return (self.text[:SHOWN_CHARACTERS], *self.items)


def read_answer(fields: Fields) -> Given:
    """Return the answer that one Answer JSON object holds.

    Raises:
        BadInput: when a key is missing or holds another type than the contract says.
    """
    return Given(
        interpreted_as=fields.maybe_text("interpreted_as") or "",
        status=fields.text("status"),
        kind=fields.text("kind"),
        text=fields.text("text"),
        value=fields.number("value"),
        value_max=fields.number("value_max"),
        unit=fields.maybe_text("unit"),
        operation=fields.maybe_text("operation"),
        figures=tuple(
            GivenFigure(f.maybe_text("label") or "", f.number("value"))
            for f in fields.objects("figures")
        ),
        items=fields.texts("items"),
        verdict=fields.maybe_text("verdict"),
        citations=tuple(map(_citation, fields.objects("citations"))),
        closest=tuple(map(_citation, fields.objects("closest"))),
        confidence=float(fields.number("confidence") or 0),
    )


def _citation(fields: Fields) -> GivenCitation:
    return GivenCitation(
        fields.text("document"),
        fields.text("quote"),
        fields.count("page"),
        fields.count("page_end"),
    )
