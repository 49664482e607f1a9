"""Places in a ranking other than the first: "op één na grootste", "na sport het meeste"."""

import re

from answer.draft import Refusal
from answer.inquiry import Inquiry
from answer.targets import Target, choose, things
from answer.topics import left_out
from answer.words import Role, Word

_ORDINALS = {"tweede": 2, "second": 2, "derde": 3, "third": 3, "vierde": 4, "fourth": 4}
_NUMBERS = {"een": 1, "één": 1, "1": 1, "twee": 2, "2": 2, "drie": 3, "3": 3}
_PLACE = re.compile(
    r"\bop (?P<behind>een|één|1|twee|2|drie|3) na\b"
    r"|\b(?P<place>tweede|derde|vierde|second|third|fourth)[\s-]+"
    r"(?:\w*ste|meeste|grootste|hoogste|laagste|kleinste|largest|biggest|highest|lowest|most)\b",
    re.IGNORECASE,
)


def asked_place(question: str) -> int:
    """Return which place of a ranking is asked for, 1 where nothing else is said.

    >>> asked_place("wat was de op één na grootste post"), asked_place("de grootste post")
    (2, 1)
    >>> asked_place("het derde hoogste bedrag")
    3
    """
    match = _PLACE.search(question)
    if not match:
        return 1
    if match["place"]:
        return _ORDINALS[match["place"].lower()]
    return _NUMBERS[match["behind"].lower()] + 1


def ranked_behind(inquiry: Inquiry) -> Target | None:
    """Return what the question ranks others behind ("na sport het meeste"), or None."""
    if _PLACE.search(inquiry.frame.question):
        return None
    named = things(_behind(inquiry)) or things(_left_out(inquiry))
    targets = choose(inquiry, named) if named else Refusal()
    return None if isinstance(targets, Refusal) else targets[0]


def _left_out(inquiry: Inquiry) -> tuple[Word, ...]:
    """Return what "op sport na" leaves out of a ranking."""
    gone = left_out(inquiry.frame.words, inquiry.frame.question)[1]
    return tuple(word for word in gone if word in inquiry.asked)


def _behind(inquiry: Inquiry) -> tuple[Word, ...]:
    """Return the content words that stand directly behind "na" or "after"."""
    words = inquiry.frame.words
    at = next((i for i, word in enumerate(words) if word.text in ("na", "after", "naast")), None)
    run: list[Word] = []
    for word in words[at + 1 :] if at is not None else ():
        if word.role is Role.CONTENT and word in inquiry.asked:
            run.append(word)
        elif run:
            break
    return tuple(run)
