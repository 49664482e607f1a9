"""Finds the numbered headings of a report: the one row of numbers that counts through it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.body_style import is_styled
from ingest.line import Line

Number = tuple[int, ...]

_HEADING = re.compile(
    r"(?:(?:hoofdstuk|paragraaf|deel)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<dot>\.?)\)?"
    r"(?:\s*[:\-–]\s+|\s+)(?P<title>[^\W\d_].*|[‘'“\"(\d].*[^\W\d_]{3}.*)$",
    re.IGNORECASE | re.DOTALL,
)
_MONTH = re.compile(
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|uur|miljoen|mln|miljard|euro|procent|x)\b",
    re.IGNORECASE,
)
_LEADER = re.compile(r"\.{4,}|(?:\s\.){4,}|…{2,}")
_PAGE_BEHIND = re.compile(r"\D\s+\d{1,3}$")
_AMOUNT = re.compile(r"€|\d{1,3}(?:\.\d{3})+|\d,\d")
_FIRSTS = ((1,), (1, 1))
_LONGEST = 140  # characters; the longest real heading has 94
_NEVER = 1000.0
_RESTART = 3.0  # what it costs to start at 1 again under a larger heading, about one sure heading


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """Line ``index`` opens section ``number``; ``score`` says how sure that is (0 is doubtful)."""

    index: int
    number: Number
    score: float


def heading_parts(printed: str) -> tuple[Number, str] | None:
    """Return the number and title of a line that starts like a numbered heading, or None.

    >>> heading_parts("2.1. Sport")
    ((2, 1), 'Sport')
    >>> heading_parts("7.000 JIM (je eigen mentor)") is None
    True
    >>> heading_parts("16 april 2025 is het vastgesteld") is None
    True
    """
    match = _HEADING.match(" ".join(printed.split()))
    if not match or _MONTH.match(match["title"]) or len(printed) > _LONGEST:
        return None
    number = tuple(int(part) for part in match["number"].split("."))
    return (number, match["title"]) if number[0] > 0 else None


def numbered_headings(text: str, lines: Sequence[Line], body: float) -> tuple[NumberedHeading, ...]:
    """Return the headings whose numbers count up through the report, in order.

    Of all lines that start with a number, the row of lines is chosen that counts up (1, 1.1, 1.2,
    2, ...) and looks most like headings; list items, rows of tables and the table of contents lose.
    """
    candidates = _candidates(text, lines, body)
    chain = _best_chain(candidates, _larger_lines(lines, candidates))
    # One lone "1." or two items in a row prove nothing, unless they look like headings.
    return chain if sum(max(0.0, item.score) for item in chain) >= 3.0 else ()


def _candidates(text: str, lines: Sequence[Line], body: float) -> list[NumberedHeading]:
    found: list[NumberedHeading] = []
    for index, line in enumerate(lines):
        parts = heading_parts(line.span.cut(text))
        if parts and not line.repeated:
            number, title = parts
            score = _look(line, body) + _wording(number, title) + _place(text, lines, index, number)
            if score > 0:
                found.append(NumberedHeading(index, number, score))
    return found


def _look(line: Line, body: float) -> float:
    if line.level:
        return 6.0
    score = 2.0 if is_styled(line, body) else 0.0
    if body and line.size > 1.1 * body:
        score += min(2.0, 4 * (line.size / body - 1))
    return score + (1.0 if line.apart else 0.0)


def _wording(number: Number, title: str) -> float:
    score = 2.0 if len(number) > 1 else 0.5
    if title[-1] in ".;,":
        score -= 2.5
    elif title[-1] in ":!-":
        score -= 1.0
    if re.search(r"[.;!?]\s+[A-Z]", title) or len(title) > 90:
        score -= 1.5
    if title[0].islower():
        score -= 0.5
    if _LEADER.search(title):
        score -= 6.0
    elif _PAGE_BEHIND.search(title) and not re.search(r"(?:19|20)\d\d$", title):
        score -= 1.5
    if _AMOUNT.search(title):
        score -= 2.5
    return score


def _place(text: str, lines: Sequence[Line], index: int, number: Number) -> float:
    """Judge a candidate by its neighbours: a heading stands alone, an item among items."""
    score = 0.0
    above, below = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    printed_above = above.span.cut(text) if above else "."
    if (
        printed_above[-1] not in ".:;!?)’'”\""
        and not lines[index].apart
        and len(printed_above) > 60
    ):
        score -= 2.0  # the line above runs on into this one
    if below is None:
        return score - 0.5
    printed_below = below.span.cut(text)
    next_parts = heading_parts(printed_below)
    if next_parts and _is_next_item(number, next_parts[0]):
        score -= 2.0 if len(number) == 1 else 1.5  # items follow each other, headings have text
    # A line that goes on in lower case is a sentence, unless both are set as headings.
    if (printed_below[0].islower() and not below.apart and below.bold != lines[index].bold) or (
        printed_below[0].islower() and not below.apart and not lines[index].bold
    ):
        score -= 2.0
    return score


def _neighbour(lines: Sequence[Line], index: int, step: int) -> Line | None:
    at = index + step
    while 0 <= at < len(lines) and lines[at].repeated:
        at += step
    return lines[at] if 0 <= at < len(lines) else None


def _is_next_item(number: Number, following: Number) -> bool:
    return following == (*number[:-1], number[-1] + 1)


def _larger_lines(lines: Sequence[Line], candidates: Sequence[NumberedHeading]) -> tuple[int, ...]:
    """Return the lines larger than every numbered heading: chapters, where 1 may come again."""
    largest = max((lines[item.index].size for item in candidates), default=0.0)
    return tuple(i for i, ln in enumerate(lines) if not ln.repeated and ln.size > 1.1 * largest > 0)


def _best_chain(
    candidates: Sequence[NumberedHeading], larger: Sequence[int]
) -> tuple[NumberedHeading, ...]:
    """Return the candidates with the highest total score whose numbers count up.

    ``best`` keeps for each last number the best row of headings so far, so that the work is the
    candidates times the different numbers among them. Below a line of ``larger`` counting may start
    again.
    """
    best: dict[Number, tuple[float, tuple[int, ...]]] = {}
    for position, candidate in enumerate(candidates):
        start = candidate.score - _cost_to_start(candidate.number)
        choice: tuple[float, tuple[int, ...]] = (start, (position,))
        for last, (total, chain) in best.items():
            cost = _cost(last, candidate.number)
            restart = _RESTART + _cost_to_start(candidate.number)
            if cost > restart:
                since = candidates[chain[-1]].index
                again = bisect_right(larger, since) < bisect_right(larger, candidate.index)
                cost = restart if again else cost
            step = total + candidate.score - cost
            if step > choice[0]:
                choice = (step, (*chain, position))
        known = best.get(candidate.number)
        if known is None or choice[0] > known[0]:
            best[candidate.number] = choice
    if not best:
        return ()
    _, chain = max(best.values(), key=lambda value: (value[0], value[1]))
    return tuple(candidates[position] for position in chain)


def _cost_to_start(number: Number) -> float:
    """A report starts at 1; an extract may start at any chapter."""
    return 0.0 if number in _FIRSTS else 1.5


def _cost(last: Number, number: Number) -> float:
    """Return what it costs that ``number`` follows ``last``: 0 for the next one in any level."""
    if number <= last:
        return _NEVER
    shared = next(
        (i for i, (a, b) in enumerate(zip(last, number, strict=False)) if a != b), len(last)
    )
    if shared == len(last):  # into a sub-section
        skipped = number[shared] - 1 + (len(number) - shared - 1)
    else:
        skipped = number[shared] - last[shared] - 1 + sum(number[shared + 1 :])
    return min(4.0, 1.2 * skipped)
