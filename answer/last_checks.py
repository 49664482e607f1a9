"""What a found answer must still bear before it is given, whatever strategy found it."""

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
    the question does, and gives the whole where a part of it is asked for.
    """
    if denies_what_stands(found, inquiry) or _gives_the_whole(found, inquiry):
        return Refusal(missing=not_met(inquiry.asked), closest=found.evidence[:3])
    if names_none(found, inquiry):
        return Refusal(closest=found.evidence[:3], reason=_NOT_NAMED)
    lacking = per_unit_missing(found, inquiry.frame)
    return Refusal(missing=(lacking,), closest=found.evidence[:3]) if lacking else found


def _gives_the_whole(found: Draft, inquiry: Inquiry) -> bool:
    """Tell 88 as an answer to "hoeveel van de 88 woningen waren koopwoningen"."""
    return found.kind is Kind.NUMBER and found.value in stated_whole(inquiry)
