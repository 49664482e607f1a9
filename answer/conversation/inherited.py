"""What a turn of a conversation takes from the one before: its subject, its question, or both."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Operation
from answer.counted_before import counts_pieces
from answer.cues import SIZE
from answer.frame import Ask, Frame
from answer.measures import sides_in, wanted_in
from answer.words import Role, Word, content

# "En naar mantelzorg?" asks how much went there, whatever was ranked before.
_WENT_TO = re.compile(r"\bnaar\b", re.I)
# Words of earlier turns that may still help to choose: those of the last two subjects or so.
_LONGEST_CONTEXT = 6
# "Waar kwamen die vandaan?" behind an amount asks what it was made up of.
_FROM_WHERE = re.compile(r"\bwaar (?:kwam|kwamen|komt|komen)\b.{0,60}\bvandaan\b", re.I)
SUPERLATIVES = (Operation.MAX, Operation.MIN, Operation.TOP)
"""What ranks."""
AVERAGE = frozenset("gemiddeld gemiddelde average".split())
"""What is asked of a subject, and none of its own: "hoe oud waren die gemiddeld?"."""


def same_subject(earlier: Frame, frame: Frame) -> Frame:
    """Return a question without content of its own, asked of the earlier subject."""
    if frame.years and (frame.ask is Ask.ANY or _asks_same_figure(earlier, frame)):
        words = (*earlier.words, *(w for w in frame.words if w.role is not Role.CONTENT))
        return replace(as_earlier(earlier, frame, words), years=frame.years)
    if counts_pieces(frame.question):
        frame = replace(frame, counted=content(earlier.words)[-1:])
    own = (w for w in frame.words if w.role is not Role.CONTENT or w.text in AVERAGE)
    words = (*_without_other_side(_kept(earlier, frame), frame), *own)
    sized = SIZE.search(frame.question)  # "hoe oud is die" asks for an age, whatever was asked
    bare = frame.ask is Ask.ANY or (frame.ask is Ask.NUMBER and not frame.counted and not sized)
    kept = replace(earlier, question=frame.question) if bare else frame
    if earlier.ask is Ask.AMOUNT and _FROM_WHERE.search(frame.question):
        kept = replace(kept, ask=Ask.LIST)
    if kept.ask is Ask.CLAIM and frame.ask is not Ask.CLAIM:
        kept = replace(kept, ask=Ask.AMOUNT if _is_about_money(earlier) else Ask.NUMBER)
    return replace(
        kept,
        words=words,
        context=earlier.context,
        counted=frame.counted or (earlier.counted if frame.ask is Ask.CLAIM else ()),
        years=frame.years or earlier.years,
        sections=frame.sections or earlier.sections,
        language=frame.language,
    )


def _without_other_side(kept: tuple[Word, ...], frame: Frame) -> tuple[Word, ...]:
    """Leave out the "lasten" of before where this turn asks for the other side of the books."""
    wanted = wanted_in(frame.words)
    asked = wanted.sides or wanted.loose_sides
    return tuple(w for w in kept if not asked or not (own := sides_in(w.text)) or own & asked)


def as_earlier(earlier: Frame, frame: Frame, words: tuple[Word, ...]) -> Frame:
    """Return the earlier question with other words, in this turn's language."""
    ask = earlier.ask if earlier.ask is not Ask.CLAIM else Ask.AMOUNT
    return replace(
        earlier, question=frame.question, words=words, ask=ask, language=frame.language,
        years=frame.years or earlier.years,
    )  # fmt: skip


def inherit(earlier: Frame, frame: Frame, words: tuple[Word, ...]) -> Frame:
    """Return the earlier question asked of another subject."""
    asks = frame.ask not in (Ask.ANY, Ask.TEXT)
    counts = earlier.ask is Ask.NUMBER and bool(earlier.counted) and not asks
    return replace(
        frame,
        ask=frame.ask if asks else earlier.ask,
        operation=frame.operation
        if asks or _WENT_TO.search(frame.question)
        else _kept_operation(earlier),
        unit=frame.unit if asks else earlier.unit,
        counted=content(frame.words)[:2] if counts else frame.counted,
        whole=frame.whole or earlier.whole,
        words=words,
        context=context_of(earlier, words),
        years=frame.years or earlier.years,
    )


def context_of(earlier: Frame, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the content of the last turns that this one does not repeat, newest first."""
    carried = dict.fromkeys((*content(earlier.words), *earlier.context))
    return tuple(word for word in carried if word not in words)[:_LONGEST_CONTEXT]


def _kept(earlier: Frame, frame: Frame) -> tuple[Word, ...]:
    """Return the earlier words that hold on; for a claim those of asking ("geleverd") do too."""
    if frame.ask is not Ask.CLAIM:
        return content(earlier.words)
    return tuple(word for word in earlier.words if word.role not in (Role.GRAMMAR, Role.NUMBER))


def _asks_same_figure(earlier: Frame, frame: Frame) -> bool:
    """Tell "en wat was dat in 2024?" behind a figure, which asks for that figure."""
    figure = earlier.ask in (Ask.AMOUNT, Ask.NUMBER)
    return figure and bool(_WHAT_WAS_IT.search(frame.question))


_WHAT_WAS_IT = re.compile(
    r"\b(?:wat|what) (?:is|was|waren|zijn|were) (?:dat|het|die|it|that)\b", re.I
)


def _is_about_money(frame: Frame) -> bool:
    return any(q.unit == "euro" for q in frame.quantities) or any(
        word.role is Role.MONEY for word in frame.words
    )


def _kept_operation(earlier: Frame) -> Operation | None:
    return earlier.operation if earlier.operation in (*SUPERLATIVES, Operation.SUM) else None
