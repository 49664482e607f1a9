"""Answers in words: the sentence that says who, what, why, when, where or how."""

import re
from collections.abc import Sequence

from answer.acceptance import SORTED, accepted
from answer.answer import Kind
from answer.draft import Draft, Refusal, not_met
from answer.evidence import Evidence
from answer.frame import Ask
from answer.goals import answer_goal
from answer.inquiry import Inquiry
from answer.letters import answer_letter
from answer.lists import leads_to
from answer.negation import negates
from answer.points_back import points_back
from answer.sentences import Scored, rank_sentences
from answer.spelled_out import answer_spelled_out
from answer.text_fit import text_fit
from answer.view import SentenceView
from answer.words import Word
from answer.years import year_fits
from ingest.span import Span

_LONGEST_QUOTE = 400
_LONGEST_SHOWN = 370  # of a quote within an answer of 400 characters
# A second sentence is shown when it scores so near to the best: of 515 questions about two real
# reports it answers ten more, and a wider margin answers no more.
_NEARLY = 0.3
_LOOKED_AT = 4


def answer_text(inquiry: Inquiry) -> Draft | Refusal:
    """Return the sentence that answers, with the one before it where it only points back."""
    asked = inquiry.asked
    special = answer_spelled_out(inquiry) or answer_letter(inquiry) or answer_goal(inquiry)
    if special:
        return special
    ranked = rank_sentences(inquiry, asked, lambda view: _fit(view, inquiry))
    if not ranked or not asked:
        return Refusal(missing=(inquiry.frame.question,))
    best = _said_behind(ranked, inquiry) or ranked[0]
    if not accepted(best, inquiry):
        near = tuple(Evidence(s.view.report, s.view.sentence.span) for s in ranked[:3])
        return Refusal(missing=not_met(_unmet(best, inquiry)), closest=near)
    listed = _listed(best.view, inquiry)
    if listed:
        return listed
    span = whole_span(best.view)
    second = _second(ranked) if best is ranked[0] else None
    denied = negates(best.view.text) and not negates(inquiry.frame.question)
    if inquiry.frame.ask is Ask.REASON and span == best.view.sentence.span and not denied:
        cause = _cause(best.view)
        span, second = (cause, best.view) if cause else (span, second)
    if second is not None and _follows(best.view, second) and len(span) <= _LONGEST_QUOTE:
        joined = span.cover(second.sentence.span)
        span, second = (joined, None) if len(joined) <= _LONGEST_SHOWN else (span, second)
    return Draft(
        kind=Kind.TEXT,
        subject=best.view.text,
        evidence=(Evidence(best.view.report, span), *_neighbours(best.view)),
        more=Evidence(second.report, second.sentence.span) if second else None,
        confidence=min(0.92, 0.35 + 0.45 * best.covered + 0.05 * best.deviation),
    )


def _listed(view: SentenceView, inquiry: Inquiry) -> Draft | None:
    """Return the list that a sentence leads to, itself or by the next one ("Dit gebeurt door:")."""
    listed = leads_to(view) if inquiry.frame.ask is not Ask.DATE else None
    if listed or inquiry.frame.ask not in (Ask.TEXT, Ask.MANNER):
        return listed
    here = next(v for v in inquiry.views if v.report is view.report)
    at = view.sentence.index + 1
    after = next((s for s in here.sentences if s.sentence.index == at), None)
    return leads_to(after) if after and points_back(after.text) else None


_THEREFORE = re.compile(r"(?:daarom|vandaar|om die reden|hierdoor|daardoor)\b", re.IGNORECASE)


def _cause(view: SentenceView) -> Span | None:
    """Return the long sentence before one that only says "daarom ...": there stands the reason."""
    sentence, report = view.sentence, view.report
    if not _THEREFORE.match(view.text) or not view.before:
        return None
    return report.sentences[sentence.index - 1].span


def _said_behind(ranked: Sequence[Scored], inquiry: Inquiry) -> Scored | None:
    """Return the sentence behind the best one where that holds the reason or day, not the best.

    "Er is gestart met X. Deze inzet is bedoeld om ...": the second points back to the first.
    """
    if inquiry.frame.ask not in SORTED or ranked[0].fit > 0:
        return None
    return next(
        (
            s
            for s in ranked[1:_LOOKED_AT]
            if s.fit > 0 and points_back(s.view.text) and _follows(ranked[0].view, s.view)
        ),
        None,
    )


def _second(ranked: Sequence[Scored]) -> SentenceView | None:
    """Return the sentence that fits nearly as well as the best one, or None."""
    if len(ranked) < 2 or ranked[0].score - ranked[1].score > _NEARLY or ranked[1].fit < 0:
        return None
    return ranked[1].view


def _follows(view: SentenceView, other: SentenceView) -> bool:
    one, two = view.sentence, other.sentence
    beside = two.index == one.index + 1 and one.section == two.section
    return beside and one.figure == two.figure and view.report is other.report


def _fit(view: SentenceView, inquiry: Inquiry) -> float:
    frame = inquiry.frame
    if frame.years and not year_fits(view, frame) and frame.ask is not Ask.DATE:
        return -1.0
    return -1.0 if view.text.endswith("?") else text_fit(frame, view)


def _unmet(best: Scored, inquiry: Inquiry) -> tuple[Word, ...]:
    return best.missing or inquiry.asked


def whole_span(view: SentenceView) -> Span:
    """Return the sentence's span, with the sentence before it where it begins by pointing back."""
    sentence, report = view.sentence, view.report
    if not points_back(view.text) or sentence.index == 0:
        return sentence.span
    before = report.sentences[sentence.index - 1]
    same = before.section == sentence.section and before.figure == sentence.figure
    both = before.span.cover(sentence.span)
    return both if same and len(both) <= _LONGEST_QUOTE else sentence.span


def _neighbours(view: SentenceView) -> tuple[Evidence, ...]:
    """Return the sentence behind the best one as a further source."""
    following = view.sentence.index + 1
    if following >= len(view.report.sentences):
        return ()
    after = view.report.sentences[following]
    same = after.section == view.sentence.section and after.figure == view.sentence.figure
    return (Evidence(view.report, after.span),) if same else ()
