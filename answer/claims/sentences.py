"""Checks a claim with a number against a sentence that bears all its words and holds a number."""

from collections.abc import Callable
from decimal import Decimal

from answer.answer import Kind, Verdict
from answer.claims.facts import bearing
from answer.claims.words import claim_words, lacks_money_word
from answer.draft import Draft
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.view import SentenceView
from ingest.quantities import Quantity

# A sentence with another number says "no" only where the claim has so many words to be met in it.
_FEWEST_WRONG = 3


def check_in_sentences(
    inquiry: Inquiry, claimed: Quantity, holds: Callable[[Quantity, Decimal], bool]
) -> Draft | None:
    """Return what the sentences say that state all that the claim says but for its number.

    One that gives the number bears it out; one that gives a single other number of the same unit
    contradicts it. None where there is no such sentence, where they differ, and for counts: a
    number of something else may stand there.
    """
    if claimed.unit == "count":
        return None
    enough = len(claim_words(inquiry)) >= _FEWEST_WRONG
    found = [
        draft
        for view in bearing(inquiry)
        if not lacks_money_word(view.text, inquiry.asked, inquiry.frame.words)
        and (draft := _held(view, claimed, holds, enough=enough)) is not None
    ]
    borne_out = [draft for draft in found if draft.verdict is Verdict.SUPPORTED]
    if borne_out:
        return borne_out[0]
    return found[0] if len({draft.value for draft in found}) == 1 else None


def _held(
    view: SentenceView,
    claimed: Quantity,
    holds: Callable[[Quantity, Decimal], bool],
    *,
    enough: bool,
) -> Draft | None:
    values = [q.value for q in view.quantities if q.unit == claimed.unit and q.value_max is None]
    true = next((value for value in values if holds(claimed, value)), None)
    if true is None and not (enough and len(values) == 1):
        return None
    return Draft(
        kind=Kind.CLAIM,
        subject=view.text,
        evidence=(Evidence(view.report, view.sentence.span),),
        value=values[0] if true is None else true,
        unit=claimed.unit,
        verdict=Verdict.CONTRADICTED if true is None else Verdict.SUPPORTED,
        confidence=0.8,
    )
