"""Tells a question for several things from one for a single thing or a sum."""

import re
from collections.abc import Sequence

from answer.counted import COUNTABLE, is_plural
from answer.words import Role, Word


def asks_for_several(texts: Sequence[str], words: Sequence[Word]) -> bool:
    """Tell "welke zes thema's" and "waar is dat aan besteed" from "welke wijk" and "hoeveel"."""
    return _spends_where(texts) or _lists(words)


# "Welke middelen" asks for several; "hoeveel middelen" asks for money.
_LISTED = (*COUNTABLE, "potjes", "bronnen", "geldstromen")
_TIMES = frozenset("jaren maanden dagen weken kwartalen periodes years months".split())


def _lists(words: Sequence[Word]) -> bool:
    """Tell "welke zes thema's", which asks for several things, from "welke wijk"."""
    at = next((i for i, word in enumerate(words) if word.text in ("welke", "which")), None)
    if at is None:
        return False
    run: list[Word] = []
    for word in words[at + 1 :]:
        if word.role is Role.GRAMMAR:
            break
        run.append(word)
    named = [word for word in run if word.role is not Role.NUMBER]
    return bool(named) and not _is_single(named[0]) and _has_plural(named)


def _is_single(word: Word) -> bool:
    """Tell a stretch of time, a sort of money or a reason, of which one is asked for."""
    return word.text in (*_TIMES, "reden") or (word.role is Role.MONEY and word.text not in _LISTED)


def _has_plural(named: Sequence[Word]) -> bool:
    for word in named[:3]:
        if word.text != "eigen" and is_plural(word):
            return True
        if not word.text.endswith(("e", "eigen")):
            return False
    return False


_HOW_MUCH = re.compile(r"\b(hoeveel|much)\b", re.IGNORECASE)
_SPENT_WHERE = re.compile(
    r"\bwaaruit besta\w+|\bwaar (is|was|werd|wordt|zijn)\b.{0,40}\b(gebruikt|bestemd|bedoeld)\b|"
    r"\bwaar(aan)?\b.{0,60}\b(besteed|uitgegeven|ingezet)\b|\bwaaraan\b"
    r"|\bwaar (ging|gaat|gingen|is)\b.{0,60}\b(naartoe|heen|naar toe)\b"
    r"|\bwhat was .{0,40}spent on\W*$"
    r"|^\W*(de |alle )?(posten|budgetregels|onderdelen)\s+(?!samen|totaal|bij elkaar)\w",
    re.IGNORECASE,
)


def _spends_where(texts: Sequence[str]) -> bool:
    """Tell "waar is dat aan besteed", which asks for the lines rather than for their sum."""
    return any(_SPENT_WHERE.search(text) for text in texts) and not any(
        _HOW_MUCH.search(text) for text in texts
    )
