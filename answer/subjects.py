"""The one thing or the two things that a comparison speaks of."""

from answer.draft import Refusal
from answer.earlier import earlier_subject
from answer.inquiry import Inquiry
from answer.link import link
from answer.measures import is_measure
from answer.operation_cues import PARTS
from answer.side_by_side import names_all, side_by_side
from answer.targets import Target, choose, things
from answer.topics import runs_of
from answer.words import Word


def subject_of(inquiry: Inquiry) -> tuple[Target, ...]:
    """Return what the question, or else the conversation, speaks of; () where nothing is found."""
    asked = _named(inquiry)
    if asked:
        return _chosen(inquiry, asked)
    return earlier_subject(inquiry, inquiry.frame.context)


def two_subjects(inquiry: Inquiry) -> tuple[Target, ...]:
    """Return the two things that the question names, in its order; () where it names no two.

    Words that stand together may name one thing, so every place to part them is tried: the pair
    whose names are met best is meant.
    """
    # "Het project Kansrijke start" may be a row of that name, beside the theme without "project".
    pair, whole = _parted(inquiry, things(inquiry.asked))
    if whole and all(whole):
        return pair
    return _parted(inquiry, _named(inquiry))[0] or _joined(inquiry)


def _parted(
    inquiry: Inquiry, asked: tuple[Word, ...]
) -> tuple[tuple[Target, ...], tuple[bool, ...]]:
    """Return the two things of ``asked``, and of each whether its name holds all its words."""
    runs = runs_of(inquiry.frame.words, asked)
    best: tuple[float, tuple[Target, ...]] = (0.0, ())
    whole: tuple[bool, ...] = ()
    for at in range(1, len(runs)):
        halves = [tuple(w for run in part for w in run) for part in (runs[:at], runs[at:])]
        chosen = [_chosen(inquiry, half) for half in halves]
        if not all(chosen) or chosen[0][0] is chosen[1][0]:
            continue
        score = sum(_score(inquiry, half) for half in halves)
        if score > best[0]:
            best = (score, (chosen[0][0], chosen[1][0]))
            whole = tuple(_is_it(t, h) for t, h in zip(best[1], halves, strict=True))
    return best[1], whole


def _is_it(target: Target, half: tuple[Word, ...]) -> bool:
    """Tell that a name has all words of its half; "project" or "post" must be one of them."""
    return names_all(target, half) or not any(PARTS.fullmatch(word.text) for word in half)


def _joined(inquiry: Inquiry) -> tuple[Target, ...]:
    found = side_by_side(inquiry)
    return found if len(found) == 2 else ()


def _named(inquiry: Inquiry) -> tuple[Word, ...]:
    return tuple(w for w in things(inquiry.asked) if not PARTS.fullmatch(w.text))


def _chosen(inquiry: Inquiry, asked: tuple[Word, ...]) -> tuple[Target, ...]:
    targets = choose(inquiry, asked)
    return () if isinstance(targets, Refusal) else targets


def _score(inquiry: Inquiry, half: tuple[Word, ...]) -> float:
    also = tuple(word for word in inquiry.asked if is_measure(word))
    links = link(half, inquiry.frame.context, inquiry.views, also)
    return links[0].score if links else 0.0
