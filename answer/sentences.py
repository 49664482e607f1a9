"""Ranks the sentences of the archive for a question: words, meaning, and sort of thing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answer.cues import OF_THAT
from answer.inquiry import Inquiry
from answer.link import MET
from answer.view import SentenceView
from answer.words import Role, Word

# Weights of the parts of a sentence's score, beside the share of the question's content that is met
# (weight 1). Found by coordinate search on the dev questions and the own dev split.
_NEAR = 0.55  # a word met in the row's label, the titles or the sentences around it
_TITLE = 0.8
_IN_ROW = 0.5  # a name that stands elsewhere in the explanation of the sentence's row
_DENSE = 0.11  # each standard deviation that the cosine lies above the mean
_TYPE = 0.5  # the sentence holds the sort of thing that was asked for
_CONTEXT = 0.5  # words of the conversation's earlier turns
_OWN = 0.15  # words met in the sentence itself rather than around it
_POINTED = 0.9  # a word that the sentence takes from the one before by pointing back to it
_ALSO = 0.25  # words of asking that the sentence holds too ("doel", "verwacht", "ingezet")
# For acceptance a word of the report's title counts nearly as much as one of the sentence.
_TITLE_MET = 0.8
_MOST_DEVIATION = 4.0
# A sentence that shares no word with the question is looked at only where its meaning stands out:
# most of a large archive is passed over in microseconds.
_FAR = 1.0
EXCLUDED = -1.0
"""The fit of a sentence that can't answer at all."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its score (higher is better) and what of the question it meets.

    ``covered`` and ``own`` are shares of the question's content by weight, from 0 to 1: met in the
    sentence or around it, and met in the sentence itself. ``fit`` tells from 0 to 1 whether it
    holds the sort of thing asked for, ``deviation`` how far its cosine stands out.
    """

    view: SentenceView
    score: float
    covered: float
    own: float
    fit: float
    deviation: float
    missing: tuple[Word, ...]
    helped: float = 0.0  # share of the earlier turns' words that it meets


def rank_sentences(
    inquiry: Inquiry, asked: Sequence[Word], fits: Callable[[SentenceView], float]
) -> tuple[Scored, ...]:
    """Return the sentences that may answer, best first; a text printed twice comes once."""
    found: dict[str, Scored] = {}
    keys = _keys((*asked, *inquiry.frame.context))
    for view in inquiry.views:
        met = view.words.met(keys)
        titles = tuple(view.title.meets(word) for word in asked)
        for sentence in view.sentences:
            if sentence.sentence.index not in met and inquiry.nearness(sentence) < _FAR:
                continue
            fit = fits(sentence)
            if fit <= EXCLUDED:
                continue
            scored = _score(inquiry, asked, sentence, fit, titles)
            earlier = found.get(sentence.text)
            if earlier is None or scored.score > earlier.score:
                found[sentence.text] = scored
    return tuple(sorted(found.values(), key=_order))


def leaves_subject(found: Scored, inquiry: Inquiry) -> bool:
    """Return whether a sentence has no word of what "daarvan" points back to."""
    frame = inquiry.frame
    if not frame.context or not OF_THAT.search(frame.question):
        return False
    title = next(view.title for view in inquiry.views if view.report is found.view.report)
    view = found.view
    told = [word for word in frame.context if word.is_name] or frame.context
    around = view.bag | view.near | view.row | title
    return not any(around.meets(word) >= MET for word in told)


def _keys(asked: Sequence[Word]) -> frozenset[str]:
    return frozenset(key for w in asked for key in (w.stem, w.text, *w.parts, *w.also))


def _order(scored: Scored) -> tuple[float, str, int]:
    view = scored.view
    return (-round(scored.score, 6), view.report.id, view.sentence.span.start)


def _score(
    inquiry: Inquiry,
    asked: Sequence[Word],
    view: SentenceView,
    fit: float,
    titles: Sequence[float],
) -> Scored:
    """Return a sentence's score; ``titles`` says how well the report's title meets each word."""
    own = [max(view.bag.meets(word), _POINTED * view.pointed.meets(word)) for word in asked]
    near = [
        # What stands around it is worth less than that, and is not looked at then.
        max(o, _NEAR * view.near.meets(word) if o < _NEAR else 0.0, _TITLE * title)
        for word, o, title in zip(asked, own, titles, strict=True)
    ]
    # A name that the row's explanation has said holds for all of it.
    near = [
        max(met, _IN_ROW * view.row.meets(word)) if word.is_name and met < MET else met
        for word, met in zip(asked, near, strict=True)
    ]
    total = sum(word.weight for word in asked) or 1.0
    ranked = sum(word.weight * met for word, met in zip(asked, near, strict=True)) / total
    met_at_all = [max(n, _TITLE_MET * title) for title, n in zip(titles, near, strict=True)]
    covered = sum(word.weight * met for word, met in zip(asked, met_at_all, strict=True)) / total
    inside = sum(word.weight * met for word, met in zip(asked, own, strict=True)) / total
    deviation = max(-_MOST_DEVIATION, min(_MOST_DEVIATION, inquiry.nearness(view)))
    score = ranked + _OWN * inside + _DENSE * deviation + _TYPE * fit
    helped = _context(inquiry, view)
    return Scored(
        view=view,
        helped=helped,
        score=score + _CONTEXT * helped + _ALSO * _also(inquiry, view),
        covered=covered,
        own=inside,
        fit=fit,
        deviation=deviation,
        missing=tuple(w for w, met in zip(asked, near, strict=True) if met < MET * _TITLE),
    )


def _also(inquiry: Inquiry, view: SentenceView) -> float:
    """Return the share of the question's words of asking that the sentence holds."""
    words = [w for w in inquiry.frame.words if w.role in (Role.ASKING, Role.MONEY)]
    if not words:
        return 0.0
    return sum(view.bag.meets(word) for word in words) / len(words)


def _context(inquiry: Inquiry, view: SentenceView) -> float:
    context = inquiry.frame.context
    total = sum(word.weight for word in context)
    if not total:
        return 0.0
    return sum(w.weight * max(view.bag.meets(w), 0.9 * view.near.meets(w)) for w in context) / total
