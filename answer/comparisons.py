"""Difference and share of two things, or of two years or measures of one thing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.amounts import answer_lines, answer_target, title_of, whole_of
from answer.answer import Kind, Operation
from answer.around import section_around
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.frame import Frame
from answer.inquiry import Inquiry
from answer.lexicon import GRAMMAR, PERSONS
from answer.link import MET
from answer.measures import kinds_named, wanted_in
from answer.parts import difference
from answer.prose_amounts import prose_amounts, prose_pair
from answer.side_by_side import lines_only
from answer.subjects import subject_of, two_subjects
from answer.targets import Target, evidence_of, things
from answer.topics import split_topics
from answer.totals import draft_part, total_of
from answer.view import LineView, SectionView
from answer.wholes import whole_reports
from answer.words import Role, Word
from store.terms import stem, words

_THEMES = frozenset("programma thema paragraaf hoofdstuk theme programme section chapter".split())
# Of these a share is taken: what was granted of what was asked, what was spent of the budget.
_BASES = ("aangevraagd", "begroot")


# "Tussen 2024 en 2025" compares one thing over time, whatever else is named.
_TWO_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:en|and|t/m|tot|to|naar|-|–)\s*(?:19|20)\d\d\b")
_MONEY = re.compile(r"(middelen|geld|gelden|budget)\b", re.IGNORECASE)
_COUNTERPARTS = {
    "aangevraagd": "verleend",
    "verleend": "aangevraagd",
    "begroot": "realisatie",
    "realisatie": "begroot",
}


def compare(inquiry: Inquiry) -> Result:
    """Return the difference between two things, or between two years or measures of one thing."""
    parts = _versions(inquiry)
    if not parts and not _TWO_YEARS.search(inquiry.frame.question):
        parts = _two_things(inquiry)
    if len(parts) != 2 or parts[0].unit != parts[1].unit:
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    return difference(parts)


def _two_things(inquiry: Inquiry) -> tuple[DraftPart, ...]:
    parts = _pair(inquiry)
    if len(parts) != 2:
        parts = prose_amounts(inquiry, split_topics(inquiry.frame.words))
    return parts if len(parts) == 2 else prose_pair(inquiry)


def share(inquiry: Inquiry) -> Result:
    """Return what percentage the first named thing is of the second, or of the report's total."""
    parts = _versions(inquiry) or _pair(inquiry) or _part_and_whole(inquiry) or _in_prose(inquiry)
    if isinstance(parts, tuple) and not _means_money(parts, inquiry.frame):
        parts = ()
    if isinstance(parts, Refusal):
        return parts
    alike = len(parts) == 2 and parts[0].unit == parts[1].unit
    if not alike or parts[0].unit not in _SHARED or parts[1].value <= 0:
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    piece, whole = _smaller_first(parts) if _WHOLE_FIRST.search(inquiry.frame.question) else parts
    return Draft(
        kind=Kind.COMPARISON,
        subject=piece.label,
        value=round(piece.value * 100 / whole.value, 1),
        unit="percent",
        operation=Operation.SHARE,
        parts=(piece, whole),
        confidence=0.85,
    )


_SHARED = ("euro", "count")  # a share of a percentage, a grade or a number of days tells nothing
# "Welk percentage van het budget van X ging naar Y" names the whole first.
_WHOLE_FIRST = re.compile(
    r"\b(?:percentage|procent|deel|aandeel|percent|share|part|%) (?:van|of)\b", re.IGNORECASE
)


def _in_prose(inquiry: Inquiry) -> tuple[DraftPart, ...]:
    parts = prose_pair(inquiry)
    return _smaller_first(parts) if parts else ()


def _smaller_first(parts: Sequence[DraftPart]) -> tuple[DraftPart, DraftPart]:
    piece, whole = sorted(parts, key=lambda part: part.value)
    return piece, whole


def _means_money(parts: Sequence[DraftPart], frame: Frame) -> bool:
    """Tell "hoeveel procent van het budget", or of two rows, from "welk deel van de kinderen".

    Where persons are spoken of, and no money, both names must be said in full.
    """
    named = _MONEY.search(frame.question) or any(w.role is Role.MONEY for w in frame.words)
    persons = any(word.text in PERSONS for word in frame.words)
    if frame.context or frame.whole or named or not persons:
        return True
    said = {form for word in frame.words for form in (word.stem, *word.parts)}
    names = ({stem(w) for w in words(part.label) if w not in GRAMMAR} for part in parts)
    return all(name <= said for name in names)


def _versions(inquiry: Inquiry) -> tuple[DraftPart, ...]:
    """Return one thing in the two years or measures that the question names, the base last."""
    frames = () if _names_whole(inquiry.frame) else _versions_of(inquiry.frame)
    targets = subject_of(inquiry) if len(frames) == 2 else ()
    if not targets or _names_more(targets[0], inquiry):
        return ()
    found = [
        _value(targets, replace(inquiry, frame=replace(frame, whole=False, context=())))
        for frame in frames
    ]
    named = [
        replace(part, label=f"{part.label}, {_version(inquiry.frame, frame)}")
        for part, frame in zip(found, frames, strict=True)
        if part is not None
    ]
    return tuple(named) if len(named) == 2 else ()


_OF_WHOLE = re.compile(
    r"\b(?:van|of) (?:de |het |dat |die |the |that )?(?:totale?|hele|gehele|total|whole|entire)\b",
    re.IGNORECASE,
)


def _names_whole(frame: Frame) -> bool:
    """Tell "procentueel van de totale lasten van dat programma", a share of a whole."""
    return frame.operation is Operation.SHARE and bool(_OF_WHOLE.search(frame.question))


def _names_more(target: Target, inquiry: Inquiry) -> bool:
    """Tell that a thing is named which the target neither is nor stands under.

    "Welk deel van het budget van Samen Dichtbij is voor mantelzorg" has no two measures.
    """
    around = target.name | target.path
    return inquiry.frame.operation is Operation.SHARE and any(
        word.is_name and around.meets(word) < MET for word in things(inquiry.asked)
    )


def _versions_of(frame: Frame) -> tuple[Frame, ...]:
    """Return the question asked of each of its two years, or of each of its two measures."""
    wanted = wanted_in(frame.words)
    kinds = (wanted.kinds | wanted.loose_kinds) - {"verschil"}
    if len(kinds) == 1 and wanted.kinds and len(frame.years) < 2:
        kinds |= {_COUNTERPARTS[kind] for kind in kinds if kind in _COUNTERPARTS}
    if len(kinds) == 2:
        ordered = sorted(kinds, key=lambda kind: kind in _BASES)
        return tuple(replace(frame, words=_only(frame.words, kind)) for kind in ordered)
    if len(frame.years) == 2:
        return tuple(replace(frame, years=(year,)) for year in reversed(frame.years))
    return ()


def _only(words: Sequence[Word], kind: str) -> tuple[Word, ...]:
    """Return the words with one kind of figure named; a kind that was not said is put in."""
    kept = tuple(word for word in words if kinds_named(word) <= {kind})
    if any(kinds_named(word) for word in kept):
        return kept
    said = next(word for word in words if kinds_named(word))
    return (*kept, replace(said, text=kind, asked=kind))


def _version(whole: Frame, one: Frame) -> str:
    if whole.years != one.years:
        return str(one.years[0])
    wanted = wanted_in(one.words)
    return next(iter(wanted.kinds | wanted.loose_kinds), "")


def _pair(inquiry: Inquiry) -> tuple[DraftPart, ...]:
    """Return the figures of the two things that are named; what holds the other is last."""
    targets = two_subjects(inquiry)
    parts = [(target, _value((target,), inquiry)) for target in targets]
    found = [(target, part) for target, part in parts if part is not None]
    if len(found) != 2:
        return ()
    (first, one), (second, other) = found
    swap = isinstance(first, SectionView) and not isinstance(second, SectionView)
    return (other, one) if swap else (one, other)


def _value(targets: Sequence[Target], inquiry: Inquiry) -> DraftPart | None:
    """Return the one value that the targets hold for the question, or None."""
    lines = lines_only(targets)
    draft = answer_lines(lines, inquiry) if lines else answer_target(targets[0], inquiry)
    if not isinstance(draft, Draft) or draft.value is None:
        return None
    part = draft_part(draft)
    target = targets[0]
    section = isinstance(target, SectionView)
    evidence = (evidence_of(target), *part.evidence) if section else part.evidence
    return replace(part, label=title_of(target), evidence=tuple(dict.fromkeys(evidence)))


def _part_and_whole(inquiry: Inquiry) -> tuple[DraftPart, ...] | Refusal:
    """Return the one named thing and the programme or report that it is a part of."""
    targets = subject_of(inquiry)
    piece = _value(targets, inquiry) if targets else None
    if piece is None:
        return ()
    whole = _around(targets[0], inquiry)
    if isinstance(whole, Refusal):
        return whole
    if not isinstance(whole, Draft) or whole.value is None:
        return ()
    return piece, replace(draft_part(whole), label=whole.subject)


def _around(target: Target, inquiry: Inquiry) -> Result:
    """Return the total of the programme around a line, where that is asked, or of its report."""
    said = {word.text for word in inquiry.frame.words}
    line = isinstance(target, LineView)
    numbered = section_around(target, inquiry) if line else None
    themed = said & _THEMES or (numbered is not None and _is_said(numbered, target, inquiry))
    if themed and numbered is not None and isinstance(target, LineView):
        return total_of(whole_of((numbered,), inquiry), inquiry.frame)
    own = [view for view in inquiry.views if view.report is target.report]
    bare = replace(
        inquiry, views=tuple(own), frame=replace(inquiry.frame, words=_measures(inquiry))
    )
    wholes = whole_reports(bare)
    return total_of(wholes[0], bare.frame) if wholes else Refusal()


def _is_said(section: SectionView, target: Target, inquiry: Inquiry) -> bool:
    """Tell that the section is named beside a line: "welk aandeel van sport is X"."""
    beside = [word for word in inquiry.asked if target.name.meets(word) < MET]
    return any(section.name.meets(word) >= MET for word in beside)


def _measures(inquiry: Inquiry) -> tuple[Word, ...]:
    asked = set(inquiry.asked)
    return tuple(w for w in inquiry.frame.words if w not in asked or kinds_named(w))
