"""The lines or themes above or below an amount: "welke posten zijn lager dan € 10.000"."""

import re

from answer.answer import Kind
from answer.comparable_rows import comparable_rows
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.inquiry import Inquiry
from answer.line_counts import bounds_in, lines_meant
from answer.themes import THEMES, own_sections
from answer.values import values_of
from answer.wholes import report_views

_LISTS = re.compile(
    r"\b(?:welke|noem|toon|geef|which|list|name)\b.{0,30}?"
    r"\b(?:\w*posten|\w*regels|onderdelen|projecten|bedragen|lines|items|projects|"
    r"(?P<themes>thema['’]?s|paragrafen|hoofdstukken|themes|sections))\b",
    re.IGNORECASE,
)


def bounded_list(inquiry: Inquiry) -> Result | None:
    """Return the lines or themes within the bounds that the question sets, largest first.

    None where it sets none or asks for no list. Refused where an amount bounds nothing clear, where
    nothing stands within, and where it isn't known what is to be compared.
    """
    asked, bounds = _LISTS.search(inquiry.frame.question), bounds_in(inquiry)
    if asked is None or bounds == ():
        return None
    if bounds is None:
        return Refusal(missing=(inquiry.frame.question,))
    parts = _themes(inquiry) if asked["themes"] else _lines(inquiry)
    if isinstance(parts, Refusal):
        return parts
    inside = tuple(part for part in parts if all(bound(part.value) for bound in bounds))
    if not inside:
        return Refusal(missing=(inquiry.frame.question,))
    ordered = tuple(sorted(inside, key=lambda part: -part.value))
    return Draft(
        kind=Kind.LIST,
        subject=ordered[0].label,
        unit="euro",
        parts=ordered,
        items=tuple(part.label for part in ordered),
        confidence=0.85,
    )


def _lines(inquiry: Inquiry) -> tuple[DraftPart, ...] | Refusal:
    whole = lines_meant(inquiry)
    if whole is None:
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    return comparable_rows(whole, inquiry)


def _themes(inquiry: Inquiry) -> tuple[DraftPart, ...] | Refusal:
    said = tuple(word for word in inquiry.asked if word.text not in THEMES)
    views = report_views(inquiry, said)
    if len(views) != 1:
        return Refusal(missing=tuple(word.asked for word in said) or (inquiry.frame.question,))
    themes = own_sections(views[0])
    parts = values_of(themes, inquiry)
    # A theme without a total of its own would be left out in silence.
    return parts if len(parts) == len(themes) else Refusal(missing=(inquiry.frame.question,))
