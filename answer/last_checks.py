"""What a found answer must still bear before it is given, whatever strategy found it."""

import re

from answer.answer import Kind
from answer.draft import Draft, Refusal, Result, not_met
from answer.inquiry import Inquiry
from answer.number_candidates import stated_whole
from answer.per_unit import per_unit_missing
from answer.premises import denies_what_stands
from answer.unnamed import names_none

_NOT_NAMED = (
    "Het rapport spreekt er wel over, maar zegt niet welke het zijn.",
    "The report speaks of them, but does not say which they are.",
)


def checked(found: Draft, inquiry: Inquiry) -> Result:
    """Return ``found``, or the refusal where it answers something else.

    Refused is what leaves out "per stuk", names nobody where "welke" is asked, denies nothing where
    the question does, gives the whole where a part of it is asked for, and has another letter
    ("diploma A" for B).
    """
    if denies_what_stands(found, inquiry) or _gives_the_whole(found, inquiry):
        return Refusal(missing=not_met(inquiry.asked), closest=found.evidence[:3])
    other = _other_letter(found, inquiry)
    if other:
        return Refusal(missing=(other,), closest=found.evidence[:3])
    if names_none(found, inquiry):
        return Refusal(closest=found.evidence[:3], reason=_NOT_NAMED)
    lacking = per_unit_missing(found, inquiry.frame)
    return Refusal(missing=(lacking,), closest=found.evidence[:3]) if lacking else found


def _gives_the_whole(found: Draft, inquiry: Inquiry) -> bool:
    """Tell 88 as an answer to "hoeveel van de 88 woningen waren koopwoningen"."""
    return found.kind is Kind.NUMBER and found.value in stated_whole(inquiry)


_LETTERED = re.compile(r"\b(?P<noun>[a-zà-ÿ]{3,}) (?P<letter>[A-Z])\b(?![.'’-])")


def _other_letter(found: Draft, inquiry: Inquiry) -> str | None:
    """Return the "diploma B" of the question where the answer has a diploma of another letter."""
    asked = _LETTERED.search(inquiry.frame.question)
    if asked is None or asked["letter"] in "IU":
        return None
    noun, letter = asked["noun"], asked["letter"]
    places = (*found.evidence[:1], *(e for part in found.parts for e in part.evidence))
    said = " ".join(" ".join(e.report.quote(e.span).split()) for e in places)
    has = re.search(rf"\b{noun}\w*\s{letter}\b|\b{letter}-{noun}", said, re.IGNORECASE)
    other = re.search(rf"\b{noun}\w*\s[A-Z]\b|\b[A-Z]-{noun}", said)
    return asked.group() if other and not has else None
