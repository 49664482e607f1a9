"""One thing under several themes: "waar kreeg De Brink het meest voor: sport of wonen?"."""

from answer.draft import Refusal
from answer.inquiry import Inquiry
from answer.link import MET
from answer.targets import choose, things
from answer.topics import split_topics
from answer.view import LineView
from answer.words import Word

_OR = frozenset(["of", "or"])


def among_alternatives(inquiry: Inquiry) -> tuple[LineView, ...] | Refusal | None:
    """Return the rows of the thing named before a colon, one under each theme named behind it.

    None where the question has no such form. Refused where one of the themes has no such row: the
    theme's own total is not what the thing got.
    """
    frame = inquiry.frame
    at = frame.question.rfind(":")
    before = tuple(w for w in things(inquiry.asked) if w.end <= at)
    runs = split_topics([w for w in frame.words if w.start > at], frame.question, _OR)
    runs = tuple(run for run in (tuple(w for w in r if w in inquiry.asked) for r in runs) if run)
    if at < 0 or not before or len(runs) < 2:
        return None
    rows = [_row(inquiry, before, run) for run in runs]
    lost = tuple(w.asked for row, run in zip(rows, runs, strict=True) if row is None for w in run)
    return Refusal(missing=lost) if lost else tuple(row for row in rows if row is not None)


def _row(inquiry: Inquiry, said: tuple[Word, ...], theme: tuple[Word, ...]) -> LineView | None:
    """Return the one row that bears all words of the thing, under the theme of that name."""
    targets = choose(inquiry, (*said, *theme))
    if isinstance(targets, Refusal):
        return None
    rows = [
        target
        for target in targets
        if isinstance(target, LineView)
        and all(target.name.meets(word) >= MET for word in said)
        and all(target.path.meets(word) >= MET for word in theme)
    ]
    return rows[0] if len(rows) == 1 else None
