"""Makes the answer that is shown from what was found: words, citations and notes."""

from collections.abc import Mapping, Sequence

from answer.answer import Answer, Citation, Kind, Operation, Part, Status, Verdict
from answer.draft import Draft, Refusal
from answer.evidence import Evidence, cite, page_parts
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
    """Return the answer: each place cited once, the one that carries the answer first.

    What goes on over a page is cited page by page, without the page numbers in between.
    """
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
    cited = {place: page_parts(place) for place in places}
    shown = tuple(dict.fromkeys(part for place in places for part in cited[place]))
    return Answer(
        question=frame.question,
        interpreted_as=read_as,
        language=frame.language,
        status=Status.ANSWERED,
        kind=draft.kind,
        text=word(draft, _flat(next(iter(places), None)), frame.language, _flat(draft.more)),
        value=draft.value,
        value_max=draft.value_max,
        unit=draft.unit if draft.value is not None or draft.parts else None,
        operation=draft.operation,
        figures=_parts(draft, cited, shown),
        items=draft.items,
        verdict=draft.verdict,
        citations=tuple(cite(part) for part in shown),
        notes=(*notes, *_notes(draft, frame.language)),
        confidence=draft.confidence,
        searched=searched,
    )


def compose_refusal(
    refusal: Refusal, frame: Frame, read_as: str, searched: tuple[str, ...]
) -> Answer:
    """Return a refusal: what is missing, what was searched, and what comes nearest."""
    kind = refusal.kind or _KINDS.get(frame.ask, Kind.TEXT)
    near = dict.fromkeys(part for place in refusal.closest for part in page_parts(place))
    closest: tuple[Citation, ...] = tuple(cite(part) for part in near)
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
    return place.report.flowing(place.span) if place else ""


def _parts(
    draft: Draft, cited: Mapping[Evidence, tuple[Evidence, ...]], shown: tuple[Evidence, ...]
) -> tuple[Part, ...]:
    return tuple(
        Part(
            label=part.label,
            value=part.value,
            unit=part.unit,
            section_number=part.section_number,
            citations=tuple(
                shown.index(one) for e in dict.fromkeys(part.evidence) for one in cited[e]
            ),
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
