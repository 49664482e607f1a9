"""Checks how often something is said to happen: "vier keer per jaar"."""

import re
from collections.abc import Sequence

from answer.answer import Kind, Verdict
from answer.claims.words import claim_words, lacks_words
from answer.draft import Draft, Refusal, Result, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.link import MET
from answer.sentences import rank_sentences
from answer.view import SentenceView
from answer.words import Word
from ingest.quantities import Quantity

_TIMES = re.compile(
    r"\W*(?:keer|maal|x|times)\b(?:\W+(?:per|a|in de|in het)\W+(?P<per>\w+))?", re.IGNORECASE
)
_PERIODS = {
    "day": "dag", "week": "week", "month": "maand", "year": "jaar", "quarter": "kwartaal",
}  # fmt: skip


def check_times(inquiry: Inquiry, claimed: Quantity) -> Result | None:
    """Return what the reports say of a claimed frequency; None where the claim states none.

    The sentence must bear all other words of the claim and give a frequency itself.
    """
    said = _TIMES.match(inquiry.frame.question, claimed.span.end)
    if said is None or claimed.unit != "count":
        return None
    inside = range(claimed.span.start, said.end())
    asked = tuple(word for word in claim_words(inquiry) if word.start not in inside)
    rest = tuple(word for word in inquiry.frame.words if word.start not in inside)
    ranked = rank_sentences(inquiry, asked, lambda view: 0.0 if _given(view) else -1.0)
    best = next((s.view for s in ranked if _bears(s.view, asked, rest)), None)
    if best is None or not asked:
        return Refusal(missing=not_met(asked or inquiry.asked), kind=Kind.CLAIM)
    holds = any(
        quantity.value == claimed.value and _period(said) in ("", _period(match))
        for quantity, match in _given(best)
    )
    return Draft(
        kind=Kind.CLAIM,
        subject=best.text,
        evidence=(Evidence(best.report, best.sentence.span),),
        value=None if holds else _given(best)[0][0].value,
        unit="count",
        verdict=Verdict.SUPPORTED if holds else Verdict.CONTRADICTED,
    )


def _bears(view: SentenceView, asked: Sequence[Word], rest: Sequence[Word]) -> bool:
    return all(_met(view, word) for word in asked) and not lacks_words(view, asked, rest)


def _given(view: SentenceView) -> list[tuple[Quantity, re.Match[str]]]:
    """Return the numbers of a sentence that tell how often, each with its "keer per jaar"."""
    found = ((q, _TIMES.match(view.text, q.span.end)) for q in view.quantities)
    return [(quantity, match) for quantity, match in found if match is not None]


def _period(match: re.Match[str]) -> str:
    said = (match["per"] or "").lower()
    return _PERIODS.get(said, said)


def _met(view: SentenceView, word: Word) -> bool:
    return max(view.bag.meets(word), view.pointed.meets(word)) >= MET
