"""Checks a claim without a number against the one sentence that bears all of its words."""

from answer.answer import Kind, Verdict
from answer.claims.claim import claim_of
from answer.claims.judge import judge
from answer.draft import Draft, Refusal, Result, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.sentences import rank_sentences
from answer.view import SentenceView

_LOOKED_AT = 12


def check_fact(inquiry: Inquiry) -> Result:
    """Return what the reports say of a claim without a number, or what of it was not met.

    Every word must be met; negations, opposites, "alle" and "alleen", years and months decide.
    """
    claim = claim_of(inquiry)
    ranked = rank_sentences(inquiry, claim.words, lambda _: 0.0)[:_LOOKED_AT]
    judged = [(scored.view, judge(scored.view, claim)) for scored in ranked]
    found = [(view, verdict) for view, verdict in judged if verdict is not None]
    if len({verdict for _, verdict in found}) == 1:
        view, verdict = found[0]
        return _draft(view, verdict)
    near = tuple(Evidence(s.view.report, s.view.sentence.span) for s in ranked[:3])
    lacking = ranked[0].missing if ranked else ()
    return Refusal(missing=not_met(lacking or inquiry.asked), closest=near, kind=Kind.CLAIM)


def bearing(inquiry: Inquiry) -> list[SentenceView]:
    """Return the sentences that say all that a claim says but for its number, the best first."""
    claim = claim_of(inquiry)
    ranked = rank_sentences(inquiry, claim.words, lambda _: 0.0)[:_LOOKED_AT]
    return [s.view for s in ranked if judge(s.view, claim) is Verdict.SUPPORTED]


def _draft(view: SentenceView, verdict: Verdict) -> Draft:
    return Draft(
        kind=Kind.CLAIM,
        subject=view.text,
        evidence=(Evidence(view.report, view.sentence.span),),
        verdict=verdict,
        confidence=0.75,
    )
