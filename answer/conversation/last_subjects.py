"""Reads a turn that speaks of the last two subjects, or of all: their sum, difference, share."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Operation
from answer.frame import Ask, Frame
from answer.words import Role, Word, content

_TOGETHER = re.compile(
    r"\b(samen|bij elkaar|opgeteld|together|combined|allebei|beide)\b|\btel\b.*\bop\b", re.I
)
_OF_BOTH = re.compile(r"\b(welke?|wie|wat|which) (van|of) (de|die|the) (twee|beide|two)\b", re.I)
_TWO = re.compile(r"\b(twee|beide|allebei|two|both)\b", re.I)
_LOWER = re.compile(r"\b(lager|laagste|minder|minst|kleiner|kleinste|lower|less|smaller)\b", re.I)
_OF_THAT = re.compile(r"\b(daarvan|hiervan|ervan|of (that|those|it))\b", re.I)


def of_last_subjects(before: Sequence[Frame], frame: Frame) -> Frame | None:
    """Return a turn without a subject of its own as asked of the last two, or of all before it.

    None where it speaks of one thing. ``before`` are the earlier turns, oldest first.
    """
    operation = _operation(before, frame)
    if len(before) < 2 or operation is None:
        return None
    if operation is Operation.SUM:
        return _all(before, frame)
    if operation is Operation.SHARE and _OF_THAT.search(before[-1].question):
        before = (*before[:-2], before[-1], before[-2])  # "daarvan" names the part
    return _both(before, frame, operation)


def _operation(before: Sequence[Frame], frame: Frame) -> Operation | None:
    """Return what is asked of the subjects; which is larger gives way to by how much."""
    if _TOGETHER.search(frame.question):
        return Operation.SUM
    if frame.operation in (Operation.DIFFERENCE, Operation.SHARE):
        return frame.operation
    if frame.unit == "percent" and all(turn.ask is Ask.AMOUNT for turn in before[-2:]):
        return Operation.SHARE
    if _OF_BOTH.search(frame.question):
        return Operation.MIN if _LOWER.search(frame.question) else Operation.MAX
    return None


def joined(subject: tuple[Word, ...], frame: Frame, operation: Operation) -> Frame:
    """Put a subject beside the frame's own: "X en Y", as a question of money."""
    link = replace(subject[-1], text="en", asked="en", role=Role.GRAMMAR) if subject else None
    return replace(
        frame,
        ask=Ask.AMOUNT,
        unit="euro",
        operation=operation,
        whole=operation is Operation.SUM,
        words=(*subject, *((link,) if link else ()), *content(frame.words)),
        context=(),
    )


def side_by_side(earlier: Frame) -> tuple[Word, ...]:
    """Return the earlier subject, with what parts it where that turn spoke of several together."""
    joins = _LINKS if earlier.operation in _OF_SEVERAL else ()
    return tuple(w for w in earlier.words if w.role is Role.CONTENT or w.text in joins)


_LINKS = ("en", "and")
_OF_SEVERAL = (Operation.SUM, Operation.DIFFERENCE, Operation.SHARE)


def subject_of_turns(before: Sequence[Frame]) -> Frame:
    """Return the last turn that names what money may go to; the last of all where none does.

    "Hoeveel deelnemers zijn daarmee bereikt?" counts and does: it names nothing that has a cost.
    """
    return next((turn for turn in reversed(before) if _names_a_thing(turn)), before[-1])


def _names_a_thing(turn: Frame) -> bool:
    said = [word for word in content(turn.words) if word not in turn.counted]
    return turn.ask is not Ask.NUMBER or any(not word.is_verb for word in said)


def all_with(before: Sequence[Frame], frame: Frame) -> Frame | None:
    """Return the sum of the subjects before with what this turn adds ("tel X erbij, en samen?").

    None where there was one before: that one is meant then.
    """
    asked = [turn.ask is Ask.AMOUNT and turn.operation is None for turn in before[-_PAIR:]]
    if len(asked) < _PAIR or not all(asked) or not _TOGETHER.search(frame.question):
        return None
    return _all((*before, replace(frame, ask=Ask.AMOUNT, operation=None)), frame)


_PAIR = 2


def _all(before: Sequence[Frame], frame: Frame) -> Frame:
    """Ask for the sum of all subjects of the run of questions about money, or of the last two.

    "En samen?" after three amounts means the three: a sum of two would be a part of what is meant.
    """
    run: list[tuple[Word, ...]] = []
    for turn in reversed(before):
        if turn.ask is not Ask.AMOUNT or turn.operation not in (None, Operation.SUM):
            break
        run.append(content(turn.words))
    subjects = tuple(dict.fromkeys(reversed(run)))
    if len(subjects) < 3 or _TWO.search(frame.question):
        return _both(before, frame, Operation.SUM)
    said = subjects[0]
    for subject in subjects[1:-1]:
        said = (*said, replace(said[-1], text="en", asked="en", role=Role.GRAMMAR), *subject)
    last = replace(frame, words=subjects[-1], years=before[-1].years)
    return joined(said, last, Operation.SUM)


def _both(before: Sequence[Frame], frame: Frame, operation: Operation) -> Frame:
    """Ask for the sum, difference, share or larger of the last two subjects (or years)."""
    one, other = before[-2], before[-1]
    if content(one.words) == content(other.words):
        years = tuple(sorted({*one.years, *other.years}))
        return replace(
            other, question=frame.question, operation=operation, years=years, ask=Ask.AMOUNT,
            whole=operation is Operation.SUM, language=frame.language,
        )  # fmt: skip
    second = content(other.words)
    return joined(content(one.words), replace(frame, words=second, years=other.years), operation)
