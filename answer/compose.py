"""Makes the answer that is shown from what was found: words, citations and notes."""

from collections.abc import Sequence

from answer.answer import Answer, Citation, Kind, Operation, Part, Status, Verdict
from answer.draft import Draft, Refusal
from answer.evidence import Evidence, cite
from answer.frame import Ask, Frame
from answer.wording import refuse, word

_KINDS = {
    Ask.AMOUNT: Kind.AMOUNT,
    Ask.NUMBER: Kind.NUMBER,
    Ask.LIST: Kind.LIST,
    Ask.CLAIM: Kind.CLAIM,
}


def compose(
    draft: Draft, frame: Frame, read_as: str, searched: tuple[str, ...], notes: Sequence[str]
) -> Answer:
    """Return the answer: each place cited once, the one that carries the answer first."""
    places = tuple(
        dict.fromkeys(
            (
                *draft.evidence[:1],
                *((draft.more,) if draft.more else ()),
                *draft.evidence[1:],
                *(e for part in draft.parts for e in part.evidence),
            )
        )
    )
    citations = tuple(cite(place) for place in places)
    quote = " ".join(citations[0].quote.split()) if citations else ""
    return Answer(
        question=frame.question,
        interpreted_as=read_as,
        language=frame.language,
        status=Status.ANSWERED,
        kind=draft.kind,
        text=word(draft, quote, frame.language, _flat(draft.more)),
        value=draft.value,
        value_max=draft.value_max,
        unit=draft.unit if draft.value is not None or draft.parts else None,
        operation=draft.operation,
        figures=_parts(draft, places),
        items=draft.items,
        verdict=draft.verdict,
        citations=citations,
        notes=(*notes, *_notes(draft, frame.language)),
        confidence=draft.confidence,
        searched=searched,
    )


def compose_refusal(
    refusal: Refusal, frame: Frame, read_as: str, searched: tuple[str, ...]
) -> Answer:
    """Return a refusal: what is missing, what was searched, and what comes nearest."""
    kind = refusal.kind or _KINDS.get(frame.ask, Kind.TEXT)
    closest: tuple[Citation, ...] = tuple(cite(place) for place in dict.fromkeys(refusal.closest))
    return Answer(
        question=frame.question,
        interpreted_as=read_as,
        language=frame.language,
        status=Status.NOT_FOUND,
        kind=kind,
        text=refuse(refusal, frame.language),
        verdict=Verdict.NOT_FOUND if kind is Kind.CLAIM else None,
        confidence=refusal.confidence,
        missing=refusal.missing,
        closest=closest[:3],
        searched=searched,
    )


def _flat(place: Evidence | None) -> str:
    return " ".join(place.report.quote(place.span).split()) if place else ""


def _parts(draft: Draft, places: tuple[Evidence, ...]) -> tuple[Part, ...]:
    return tuple(
        Part(
            label=part.label,
            value=part.value,
            unit=part.unit,
            section_number=part.section_number,
            citations=tuple(places.index(e) for e in dict.fromkeys(part.evidence)),
        )
        for part in draft.parts
    )


def _notes(draft: Draft, language: str) -> tuple[str, ...]:
    english = language == "en"
    notes = list(draft.notes)  # Dutch, also around an English answer: who asks must know them
    count = len(draft.parts)
    if draft.operation is Operation.SUM and count > 1:
        notes += [f"{count} of {count} lines." if english else f"{count} van {count} regels."]
        notes += [
            "The report itself names no total."
            if english
            else "Het rapport noemt zelf geen totaal."
        ]
    return tuple(notes)
