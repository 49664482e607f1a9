"""Amounts that stand in running text: "De lasten in 2024 bedroegen € 4.576.887"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Kind
from answer.draft import Draft, DraftPart, Refusal, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY
from answer.link import MET
from answer.measures import sides_in, wanted_in
from answer.operation_cues import RISES
from answer.sentences import Scored, leaves_subject, rank_sentences
from answer.topics import ADDING, split_topics
from answer.view import SentenceView
from answer.words import Role, Word
from answer.years import is_of_other_year, year_fits
from ingest.quantities import Quantity
from ingest.scale import scale_of
from store.terms import stem, tokens

# The share of the question's content that must be met in or around the sentence, and in it.
_COVERED = 0.6
_OWN = 0.3
# A sentence has more letters than this many for each digit; rows have fewer.
_WORDY = 4
_SAME_SIDE = 1.5
# The best sentence may say no more than the report's title does ("In 2024 bedroegen de baten voor
# Twentse Koers ..."): the amount that was asked for stands in one of those beside it.
_LOOKED_AT = 3


def prose_amount(inquiry: Inquiry) -> Draft | Refusal:
    """Return the amount that the best fitting sentence names, or what that sentence lacks."""
    ranked = rank_sentences(inquiry, inquiry.asked, lambda view: _has_euro(view, inquiry))
    best = next((s for s in ranked[:_LOOKED_AT] if _speaks_of(s, inquiry)), None)
    if best is None:
        near = tuple(Evidence(s.view.report, s.view.sentence.span) for s in ranked[:3])
        lacking = ranked[0].missing if ranked else inquiry.asked
        return Refusal(missing=not_met(lacking), closest=near)
    quantity = _nearest_euro(best.view, inquiry)
    other = is_of_other_year(best.view, quantity.span, inquiry.frame.years)
    if other or _is_one_of_two(best.view, inquiry):
        place = Evidence(best.view.report, best.view.sentence.span)
        return Refusal(missing=not_met(inquiry.asked), closest=(place,))
    return Draft(
        kind=Kind.AMOUNT,
        subject=best.view.text,
        evidence=(Evidence(best.view.report, best.view.sentence.span),),
        value=quantity.value,
        value_max=quantity.value_max,
        unit="euro",
        printed=quantity.span.cut(best.view.text),
        confidence=min(0.95, 0.6 + 0.3 * best.covered),
    )


def prose_amounts(inquiry: Inquiry, runs: Sequence[Sequence[Word]]) -> tuple[DraftPart, ...]:
    """Return one amount for each of the things put side by side, each from a sentence of its own.

    What only the last one says ("baten en lasten bij Twentse Koers") counts for all of them.
    """
    shared = tuple(runs[-1][1:]) if runs else ()
    parts: list[DraftPart] = []
    for run in runs:
        asked = tuple(dict.fromkeys((run[-1] if run is not runs[-1] else run[0], *shared)))
        key = asked[0]
        ranked = rank_sentences(inquiry, asked, lambda view: _has_euro(view, inquiry))
        best = next((s for s in ranked if s.view.bag.meets(key) >= MET), None)
        if best is None:
            continue
        value = _nearest_to(best.view, key).value
        place = Evidence(best.view.report, best.view.sentence.span)
        if not any(part.value == value for part in parts):
            parts.append(DraftPart(key.asked, value, "euro", None, (place,)))
    return tuple(parts)


def prose_pair(inquiry: Inquiry) -> tuple[DraftPart, ...]:
    """Return the two amounts of one paragraph that the question speaks of, () where it has no two.

    "Welk deel van de baten is teruggestort" speaks of the baten and of what was teruggestort. All
    else that is asked must be met by the paragraph or by the title of its report.
    """
    open_side = replace(inquiry, frame=replace(inquiry.frame, words=()))
    said = (*inquiry.asked, *(w for w in inquiry.frame.words if _is_telling(w)))
    ranked = rank_sentences(inquiry, said, lambda view: _has_euro(view, open_side))
    best: dict[Quantity, tuple[Word, Scored]] = {}
    for word in said:
        met = next(
            (s for s in ranked if s.view.bag.meets(word) >= MET and not _titled(s, inquiry, word)),
            None,
        )
        if met is not None:
            best.setdefault(_nearest_to(met.view, word), (word, met))
    sections = {(s.view.report.id, s.view.sentence.section) for _, s in best.values()}
    if len(best) != 2 or len(sections) != 1 or not _all_met([s for _, s in best.values()], inquiry):
        return ()
    return tuple(
        DraftPart(
            word.asked,
            quantity.value,
            "euro",
            None,
            (Evidence(s.view.report, s.view.sentence.span),),
        )
        for quantity, (word, s) in best.items()
    )


def _titled(scored: Scored, inquiry: Inquiry, word: Word) -> bool:
    title = next(v.title for v in inquiry.views if v.report is scored.view.report)
    return title.meets(word) >= MET


def _all_met(sentences: Sequence[Scored], inquiry: Inquiry) -> bool:
    return all(
        any(_met(s.view, word) >= MET or _titled(s, inquiry, word) for s in sentences)
        for word in inquiry.asked
    )


def _has_euro(view: SentenceView, inquiry: Inquiry) -> float:
    euro = any(quantity.unit == "euro" for quantity in view.quantities)
    unit_note = scale_of(view.text) is not None  # "Bedragen x € 1.000" is no amount
    if not euro or unit_note or _is_row(view) or not year_fits(view, inquiry.frame):
        return -1.0
    return _of_side(view, inquiry)


def _of_side(view: SentenceView, inquiry: Inquiry) -> float:
    """Return 1, more for a sentence on the asked side (lasten, baten), -1 for the other side."""
    wanted = wanted_in(inquiry.frame.words)
    asked = wanted.sides or wanted.loose_sides
    said = sides_in(view.text)
    if not asked or not said:
        return 1.0
    return _SAME_SIDE if asked & said else -1.0


def _speaks_of(best: Scored, inquiry: Inquiry) -> bool:
    """Tell whether the sentence is about what was asked, beyond the report's subject."""
    title = next(v.title for v in inquiry.views if v.report is best.view.report)
    said = [*inquiry.asked, *(w for w in inquiry.frame.words if _is_telling(w))]
    own = [word for word in said if best.view.bag.meets(word) >= MET]
    beyond = [word for word in own if not title.meets(word)]
    if any(word.is_name or not word.is_verb for word in best.missing):
        return False
    if leaves_subject(best, inquiry) or _is_no_change(best, inquiry):
        return False
    untitled = [word for word in inquiry.asked if not title.meets(word)]
    weight = sum(word.weight for word in untitled) or 1.0
    # What the title says is true of every sentence of the report, and stands in few of them.
    share = sum(word.weight * best.view.bag.meets(word) for word in untitled) / weight
    itself = max(best.own, share) >= _OWN or best.fit >= _SAME_SIDE
    named = [word for word in inquiry.asked if word.text not in ANYBODY]
    if named and all(_met(best.view, word) < MET and not title.meets(word) for word in named):
        return False  # "mensen" and a word of money are in any sentence
    sided = best.fit >= _SAME_SIDE  # the "baten" of "wat kwam er binnen"
    return (bool(beyond) or sided) and best.covered >= _COVERED and itself


def _is_one_of_two(view: SentenceView, inquiry: Inquiry) -> bool:
    """Tell one of the two amounts of a sentence where the sum of two things is asked."""
    frame = inquiry.frame
    runs = split_topics(frame.words, frame.question, ADDING)
    said = [run for run in runs if any(word in inquiry.asked for word in run)]
    euros = [quantity for quantity in view.quantities if quantity.unit == "euro"]
    return frame.whole and len(said) > 1 and len(euros) > 1


def _is_no_change(best: Scored, inquiry: Inquiry) -> bool:
    """Tell what something came to from the "hoeveel stijgt" that was asked."""
    return bool(RISES.search(inquiry.frame.question)) and not _CHANGE.search(best.view.text)


_CHANGE = re.compile(
    r"stijg|steeg|gestegen|toenam|toename|toegenomen|groei|verhog|hoger|daal|afnam|afname|lager|"
    r"verlag|minder|meer\b|stelt bij|oploop|opgelopen",
    re.IGNORECASE,
)


def _met(view: SentenceView, word: Word) -> float:
    return max(view.bag.meets(word), view.near.meets(word))


def _is_telling(word: Word) -> bool:
    """Tell a word of money that says which ("uitgegeven", "lasten") from "geld" and "bedrag"."""
    return word.role is Role.MONEY and bool(word.also)


def _nearest_euro(view: SentenceView, inquiry: Inquiry) -> Quantity:
    """Return the amount nearest to the asked year, else to the words that were asked for."""
    euros = [quantity for quantity in view.quantities if quantity.unit == "euro"]
    years = [m.span.start for m in view.dates if set(m.years) & set(inquiry.frame.years)]
    places = years if len({y for m in view.dates for y in m.years}) > 1 else []
    places = places or [
        token.start
        for token in tokens(view.text)
        for word in inquiry.asked
        if stem(token.text) in (word.stem, *word.parts, *word.also)
    ]
    return min(
        euros,
        key=lambda q: (min((abs(q.span.start - at) for at in places), default=0), q.span),
    )


def _nearest_to(view: SentenceView, word: Word) -> Quantity:
    euros = [quantity for quantity in view.quantities if quantity.unit == "euro"]
    at = max(view.text.lower().find(word.text[:5]), 0)
    return min(euros, key=lambda q: (abs(q.span.start - at), q.span))


def _is_row(view: SentenceView) -> bool:
    """Tell a row of a table read as text: it doesn't say of which column an amount is."""
    amounts = [q for q in view.quantities if q.unit in ("euro", "count")]
    letters = sum(c.isalpha() for c in view.text)
    digits = sum(c.isdigit() for c in view.text)
    return len(amounts) > 1 and digits * _WORDY > letters
