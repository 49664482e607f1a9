"""Turns that ask what share the earlier subject has: of all the money, or of what they name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Operation
from answer.conversation.inherited import as_earlier
from answer.conversation.last_subjects import joined
from answer.frame import Ask, Frame
from answer.words import Role, content

# "En procentueel, van al het geld?" is a share of the whole report.
_OF_ALL = re.compile(
    r"\bvan (al|alle|alles|het (hele|totale?|totaal)|de hele)\b|\bof (all|the (whole|total))\b",
    re.I,
)


def share_of_all(earlier: Frame, frame: Frame) -> Frame | None:
    """Ask what share the earlier subject has of all the money ("en procentueel, van alles?")."""
    share = frame.unit in ("percent", "fraction") and earlier.ask is Ask.AMOUNT
    if not share or not _OF_ALL.search(frame.question):
        return None
    if earlier.operation is not None:  # of a sum: its terms are no part and whole
        return replace(frame, ask=Ask.AMOUNT, operation=Operation.SHARE, words=(), context=())
    pairs = zip(frame.words, (*frame.words[1:], None), strict=True)
    own = [behind for word, behind in pairs if word.role is Role.CONTENT]
    if not all(behind is not None and behind.role is Role.MONEY for behind in own):
        return None  # it names a subject of its own; "al het tijdelijke geld" does not
    return replace(as_earlier(earlier, frame, earlier.words), operation=Operation.SHARE)


_THEIRS = re.compile(
    r"\b(?:hun|zijn|haar|their|its|dat|die|that) (?:bedrag|deel|geld|inzet|amount|share)\b", re.I
)


def share_for_them(before: Sequence[Frame], frame: Frame) -> Frame | None:
    """Ask what share the last subject that got money has of what this turn names.

    "En hoeveel procent is hun bedrag van alles bij valpreventie?", a question or two behind it.
    """
    share = frame.operation is Operation.SHARE or frame.unit in ("percent", "fraction")
    share = share and bool(content(frame.words))
    paid = [turn for turn in before if turn.ask is Ask.AMOUNT and content(turn.words)]
    if not share or not paid or not _THEIRS.search(frame.question):
        return None
    return joined(content(paid[-1].words), frame, Operation.SHARE)
