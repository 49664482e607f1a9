"""A question may name its report ("binnen Fit en Vitaal"): that report answers the rest of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.inquiry import Inquiry
from answer.targets import is_free
from answer.view import ReportView
from answer.words import Role, Word
from store.terms import fold

_WITHIN = frozenset("binnen in van voor uit bij volgens within of for from".split())
_WORD = re.compile(r"[^\W\d_]+")
_JOINS = frozenset(["en", "and"])
# One word of a title ("sport") is mostly the thing that is asked for.
_FEWEST = 2


def within_named_report(inquiry: Inquiry) -> Inquiry:
    """Return the question without the name of a report, asked of the reports of that name alone.

    The name must stand behind a preposition and leave something to ask for; else nothing changes.
    """
    words = inquiry.frame.words
    for first, last in _runs(words):
        views = tuple(v for v in inquiry.views if _is_called(v, words[first:last]))
        left = (*words[:first], *words[last:])
        others = [view for view in inquiry.views if view not in views]
        if not views or any(_has_section(view, words[first:last]) for view in others):
            continue
        if others and _asks(left, inquiry):
            return replace(inquiry, views=views, frame=replace(inquiry.frame, words=left))
    return inquiry


def _runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return where two or more content words stand behind a preposition, the longest run first."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if word.text not in _WITHIN:
            continue
        last = at + 1
        while last < len(words) and _goes_on(words, last):
            last += 1
        ends = (end for end in range(last, at + _FEWEST, -1))
        found += [(at + 1, end) for end in ends if words[end - 1].role is Role.CONTENT]
    return found


def _goes_on(words: Sequence[Word], at: int) -> bool:
    if words[at].role is Role.CONTENT:
        return True
    between = words[at].text in _JOINS and words[at - 1].role is Role.CONTENT
    return between and at + 1 < len(words) and words[at + 1].role is Role.CONTENT


def _is_called(view: ReportView, run: Sequence[Word]) -> bool:
    """Tell whether the report's title has all the words of a run of two or more, as a name.

    "Fit en Vitaal" is one; "tijdelijke middelen", in small letters, is what the report is about.
    """
    named = [word for word in run if word.role is Role.CONTENT]
    printed = {token for token in _WORD.findall(view.report.title) if token[0].isupper()}
    capitals = {fold(token) for token in printed}
    return len(named) >= _FEWEST and all(word.text in capitals for word in named)


def _has_section(view: ReportView, run: Sequence[Word]) -> bool:
    """Tell that a chapter of another report bears the name too ("sociaal domein")."""
    named = [word for word in run if word.role is Role.CONTENT]
    return any(all(s.name.meets(word) == 1.0 for word in named) for s in view.sections)


def _asks(left: Sequence[Word], inquiry: Inquiry) -> bool:
    return any(word in inquiry.asked and not is_free(word) for word in left)
