"""Answers in words: the sentence that says who, what, why, when, where or how."""

import re
from collections.abc import Sequence

from answer.answer import Kind
from answer.cues import YES_NO
from answer.draft import Draft, Refusal, not_met
from answer.evidence import Evidence
from answer.frame import Ask, Frame
from answer.goals import answer_goal
from answer.inquiry import Inquiry
from answer.letters import answer_letter
from answer.lexicon import DECISIVE, GRAMMAR
from answer.link import MET
from answer.lists import leads_to
from answer.points_back import points_back
from answer.sentences import Scored, rank_sentences
from answer.spelled_out import answer_spelled_out
from answer.text_fit import OFFICES, text_fit
from answer.view import SentenceView
from answer.words import Role, Word
from answer.years import year_fits
from ingest.span import Span
from store.terms import stem, words

# What must be met of the question's content before a sentence is an answer; fitted as in
# `answer.sentences`. A sentence whose meaning stands out needs fewer of the question's words.
_COVERED = 0.62
_COVERED_NEAR = 0.42
_DEVIATION = 1.6
# Of another year than the report's own the sentence itself must speak.
_OWN_OTHER_YEAR = 0.75
# "Wat was de leeftijd van ...": what is asked of something must be there.
_HEAD_MET = 0.75
_OPINION = re.compile(r"\b(vindt|vinden|vond|mening|oordeel|oordeelt|opinion|thinks?)\b", re.I)
_HEADED = re.compile(
    r"\b(?:wat|wie|what|who) (?:is|was|zijn|waren|are|were) (?:de|het|the)\b", re.IGNORECASE
)
_LONGEST_QUOTE = 400
_LONGEST_SHOWN = 370  # of a quote within an answer of 400 characters
# A second sentence is shown when it scores so near to the best: of 515 questions about two real
# reports it answers ten more, and a wider margin answers no more.
_NEARLY = 0.3
_LOOKED_AT = 4
# A name and a number say nothing that was not asked ("Valpreventie", "3.2 Twentse Koers").
_FEWEST_NEW = 1
# Sorts of answer that a sentence must hold.
_SORTED = (Ask.REASON, Ask.DATE, Ask.PERSON, Ask.NAME)


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
    if inquiry.frame.ask is Ask.REASON and span == best.view.sentence.span:
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
    if inquiry.frame.ask not in _SORTED or ranked[0].fit > 0:
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


def accepted(best: Scored, inquiry: Inquiry) -> bool:
    """Tell whether a sentence carries enough of the question to be an answer to it."""
    if _of_other_year(best, inquiry) or _lacks_word(best, inquiry) or _says_nothing(best, inquiry):
        return False
    if inquiry.frame.ask in _SORTED and best.fit <= 0:
        return False
    near = best.covered >= _COVERED_NEAR and best.deviation >= _DEVIATION
    return best.covered >= _COVERED or near


def _says_nothing(best: Scored, inquiry: Inquiry) -> bool:
    """Tell a line that holds next to nothing but the words of the question."""
    if points_back(best.view.text):
        return False  # what it points back to is quoted with it
    said = {stem(word) for word in words(best.view.text) if word not in GRAMMAR}
    asked = {form for w in inquiry.frame.words for form in (w.stem, *w.parts)}
    return len(said - asked) < _FEWEST_NEW


def _of_other_year(best: Scored, inquiry: Inquiry) -> bool:
    years = inquiry.frame.years
    return bool(years) and best.view.report.year not in years and best.own < _OWN_OTHER_YEAR


def _lacks_word(best: Scored, inquiry: Inquiry) -> bool:
    """Tell that a word without which there is no answer is not met."""
    asked, frame = inquiry.asked, inquiry.frame
    return (
        (bool(_HEADED.search(frame.question)) and not _head_is_met(best, asked[0]))
        or (frame.ask is Ask.ANY and not _said_together(best, inquiry))
        or _lacks_kind(best, inquiry)
        or any(word.text in DECISIVE and not _is_met(best, word) for word in asked)
        or bool(_OPINION.search(frame.question) and not _OPINION.search(best.view.text))
        or (frame.ask is Ask.PERSON and not _role_is_met(best, inquiry))
        or any(word.is_name or _matters(word, frame) for word in best.missing)
    )


def _matters(word: Word, frame: Frame) -> bool:
    """Tell that "is/does X ..." has no answer without this word; who and when have their sort."""
    if frame.ask not in (Ask.TEXT, Ask.ANY) or word.is_kind:
        return False
    # Of English that the glossary lacks it isn't known whether it is a verb.
    foreign = frame.language == "en" and not word.known and bool(YES_NO.search(frame.question))
    return foreign or not word.is_verb


def _said_together(best: Scored, inquiry: Inquiry) -> bool:
    """Tell "wachttijd logeerzorg" from the waiting time of one sentence and the care of the next.

    The first word must be met in the sentence itself, the others there or in what is above it; of
    three and more one may stand beside it.
    """
    view = best.view
    title = next(v.title for v in inquiry.views if v.report is view.report)
    own = [max(view.bag.meets(word), view.pointed.meets(word)) for word in inquiry.asked]
    above = view.above | title
    apart = sum(
        met < MET and above.meets(word) < MET and not word.is_verb
        for met, word in zip(own, inquiry.asked, strict=True)
    )
    return own[0] >= MET and apart <= max(0, len(own) - 2)


def _lacks_kind(best: Scored, inquiry: Inquiry) -> bool:
    """Tell that "welke huur" or "what rent" is held against a sentence without any rent.

    Where and when have their sort of answer: it need not say "wijk" or "jaar".
    """
    if inquiry.frame.ask in (Ask.PLACE, Ask.DATE, Ask.PERSON):
        return False
    words = inquiry.frame.words
    at = next((i for i, word in enumerate(words) if word.text in _WHICH), len(words))
    behind = words[at + 1 :]
    end = next((i for i, word in enumerate(behind) if word.role is not Role.CONTENT), len(behind))
    nouns = [word for word in behind[:end] if not word.is_kind]
    return bool(nouns) and all(word in best.missing for word in nouns)


_WHICH = ("welk", "welke", "what", "which")


def _head_is_met(best: Scored, head: Word) -> bool:
    """Tell whether what is asked of something ("de leeftijd van") is really there."""
    return head.is_verb or _is_met(best, head)


def _role_is_met(best: Scored, inquiry: Inquiry) -> bool:
    """Tell whether "wie is de wethouder" is held against a sentence about that office."""
    roles = [w for w in inquiry.frame.words if w.text in OFFICES]
    return all(_is_met(best, role) for role in roles)


def _is_met(best: Scored, word: Word) -> bool:
    view = best.view
    met = max(view.bag.meets(word), view.near.meets(word), view.pointed.meets(word))
    return met >= _HEAD_MET


def _fit(view: SentenceView, inquiry: Inquiry) -> float:
    frame = inquiry.frame
    if frame.years and not year_fits(view, frame) and frame.ask is not Ask.DATE:
        return -1.0
    return text_fit(frame, view)


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
