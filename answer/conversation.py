"""Reads a question in the light of the earlier ones: what it leaves out is taken from them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Operation
from answer.frame import Ask, Frame
from answer.lexicon import MEASURES
from answer.words import Role, Word, content

_GOES_ON = re.compile(
    r"^\W*(en|and|maar|ook|dus|nee|alleen|only|what about|how about|of|dan)\b", re.IGNORECASE
)
_NARROWS = re.compile(r"^\W*(en |maar )?(alleen|only|just|dan alleen|maar dan)\b", re.IGNORECASE)
_CORRECTS = re.compile(r"\b(ik bedoel\w*|bedoel|i mean\w*|sorry|niet .{2,40} maar)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(dat|die|deze|dit|daar\w*|er|ervan|eraan|hier\w*|hij|zij|ze|hun|hen|het project|it|that|those|"
    r"they|them|its|their)\b",
    re.IGNORECASE,
)
_SUPERLATIVES = (Operation.MAX, Operation.MIN, Operation.TOP)
_TOGETHER = re.compile(r"\b(samen|bij elkaar|opgeteld|together|combined|allebei|beide)\b", re.IGNORECASE)
_SHORT_QUESTION = 9


def in_conversation(frames: Sequence[Frame], places: frozenset[str] = frozenset()) -> Frame:
    """Return the last frame, completed from those before it (oldest first).

    ``places`` are the folded names of the archive's municipalities: "ik bedoel in Almelo" changes
    the place and keeps the subject.

    A word or two after "en" take the place of the earlier subject; a question that only points back
    ("wat heeft dat gekost?") keeps it; any other question stands by itself, and the earlier subject
    merely helps to choose between what it may mean.
    """
    merged = frames[0]
    before: list[Frame] = [frames[0]]
    for frame in frames[1:]:
        merged = _follow(before, frame, places)
        before.append(merged)
    return merged


def _follow(before: Sequence[Frame], frame: Frame, places: frozenset[str]) -> Frame:
    earlier = before[-1]
    own = content(frame.words)
    if own and all(word.text in places for word in own):
        kept = tuple(word for word in earlier.words if word.text not in places)
        return replace(earlier, question=frame.question, words=(*kept, *own))
    if frame.ask in (Ask.ABOUT, Ask.PHRASE):
        return frame
    if not own and len(before) > 1 and not frame.sections:
        if _TOGETHER.search(frame.question):
            return _side_by_side(before, frame, Operation.SUM)
        if frame.operation in (Operation.DIFFERENCE, Operation.SHARE):
            return _side_by_side(before, frame, frame.operation)
    if not own and not frame.sections:
        return _same_subject(earlier, frame)
    if _NARROWS.search(frame.question):
        both = (*content(earlier.words), *own)
        return _inherit(earlier, frame, _replaced(frame, both))
    if _is_fragment(frame):
        measures = tuple(word for word in earlier.words if word.text in MEASURES)
        changed = any(word.text in MEASURES for word in frame.words)
        return _inherit(earlier, frame, frame.words if changed else (*frame.words, *measures))
    context = (*content(earlier.words), *earlier.context)
    return replace(frame, context=tuple(dict.fromkeys(context)))


def _is_fragment(frame: Frame) -> bool:
    """Tell "en naar mantelzorg?" from a question of its own."""
    goes_on = bool(_GOES_ON.search(frame.question) or _CORRECTS.search(frame.question))
    return frame.ask is Ask.ANY or (goes_on and frame.ask in (Ask.AMOUNT, Ask.TEXT, Ask.ANY)
                                    and not _has_verb_of_asking(frame))  # fmt: skip


def _has_verb_of_asking(frame: Frame) -> bool:
    return bool(re.search(r"\b(hoeveel|wat|wie|waar|wanneer|waarom|hoe|welke?|how|what|who|where|when|"
                          r"why|which)\b", frame.question, re.IGNORECASE))  # fmt: skip


def _same_subject(earlier: Frame, frame: Frame) -> Frame:
    """Keep the subject: the question has no content of its own."""
    if frame.ask is Ask.ANY and frame.years:
        words = (*earlier.words, *(w for w in frame.words if w.role is not Role.CONTENT))
        return replace(earlier, question=frame.question, years=frame.years, words=words)
    words = (*content(earlier.words), *(w for w in frame.words if w.role is not Role.CONTENT))
    bare = frame.ask is Ask.ANY or (frame.ask is Ask.NUMBER and not frame.counted)
    kept = replace(earlier, question=frame.question) if bare else frame
    if kept.ask is Ask.CLAIM and frame.ask is not Ask.CLAIM:
        kept = replace(kept, ask=Ask.AMOUNT if _is_about_money(earlier) else Ask.NUMBER)
    return replace(
        kept,
        words=words,
        context=earlier.context,
        years=frame.years or earlier.years,
        sections=frame.sections or earlier.sections,
        language=frame.language,
    )


def _is_about_money(frame: Frame) -> bool:
    return any(q.unit == "euro" for q in frame.quantities) or any(
        word.role is Role.MONEY for word in frame.words
    )


def _inherit(earlier: Frame, frame: Frame, words: tuple[Word, ...]) -> Frame:
    """Ask the earlier question of another subject."""
    asks = frame.ask not in (Ask.ANY, Ask.TEXT)
    context = (*content(earlier.words), *earlier.context)
    return replace(
        frame,
        ask=frame.ask if asks else earlier.ask,
        operation=frame.operation if asks else _kept_operation(earlier),
        unit=frame.unit if asks else earlier.unit,
        counted=frame.counted if asks else earlier.counted,
        whole=frame.whole or earlier.whole,
        words=words,
        context=tuple(w for w in dict.fromkeys(context) if w not in words),
        years=frame.years or earlier.years,
    )


def _kept_operation(earlier: Frame) -> Operation | None:
    return earlier.operation if earlier.operation in (*_SUPERLATIVES, Operation.SUM) else None


def _replaced(frame: Frame, words: tuple[Word, ...]) -> tuple[Word, ...]:
    return (*words, *(word for word in frame.words if word.role is not Role.CONTENT))


def _side_by_side(before: Sequence[Frame], frame: Frame, operation: Operation) -> Frame:
    """Ask for the sum, difference or share of the last two subjects (or years) that were named."""
    first, second = content(before[-2].words), content(before[-1].words)
    join = next((w for w in frame.words if w.text in ("en", "samen", "and")), frame.words[0])
    joined = replace(join, text="en", role=Role.GRAMMAR)
    return replace(
        before[-1],
        question=frame.question,
        ask=Ask.AMOUNT,
        operation=operation,
        whole=operation is Operation.SUM,
        words=first if first == second else (*first, joined, *second),
        years=_both_years(before[-2], before[-1]),
        context=(),
        language=frame.language,
    )


def _both_years(one: Frame, other: Frame) -> tuple[int, ...]:
    """Return the years of both turns where the years are what differs between them."""
    same = content(one.words) == content(other.words)
    return tuple(sorted({*one.years, *other.years})) if same else other.years


def as_read(frame: Frame, earlier: Sequence[str]) -> str:
    """Return the question as it was read: with the subject that the conversation gave it.

    >>> from answer.understand import understand
    >>> from answer.vocabulary import Vocabulary
    >>> as_read(understand("Wat is JOGG?", Vocabulary({}, 1)), ())
    'Wat is JOGG?'
    """
    if not earlier:
        return frame.question
    said = {word.asked.lower() for word in frame.words if word.asked in frame.question}
    carried = [w.asked for w in (*content(frame.words), *frame.context) if w.asked.lower() not in said]
    carried = list(dict.fromkeys(carried))[:6]
    if not carried:
        return frame.question
    about = "about" if frame.language == "en" else "over"
    return f"{frame.question.strip()} ({about}: {' '.join(carried)})"
