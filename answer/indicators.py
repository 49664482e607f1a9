"""Counts and percentages that a table prints: "Leegstand winkels 8,2% 7,5% 6,9%"."""

from collections.abc import Sequence

from answer.amounts import answer_lines
from answer.cells import Cell, cells_of, narrow
from answer.draft import Draft, Refusal, Result
from answer.inquiry import Inquiry
from answer.lexicon import ANYBODY
from answer.link import MET
from answer.numbers import answer_number
from answer.side_by_side import lines_only
from answer.targets import choose, things
from answer.view import LineView
from answer.words import Role, Word

# Figures of more rows or columns than this are a table to look at, and no answer.
_MOST = 4


def answer_count(inquiry: Inquiry) -> Result:
    """Return the number that a table or a sentence gives for what is counted, or what is missing.

    A row that bears every word of the question goes before a sentence, any other row behind it.
    """
    asked = _asked(inquiry)
    lines = _rows(inquiry, asked)
    if lines and all(bears_all(line, asked) for line in lines):
        printed = _printed(lines, inquiry)
        if printed is not None:
            return printed
    told = answer_number(inquiry)
    if isinstance(told, Draft) or not lines:
        return told
    return _printed(lines, inquiry) or told


def answer_indicator(inquiry: Inquiry) -> Draft | None:
    """Return the figure, no money, of the rows that bear all words of the question, or None."""
    asked = _asked(inquiry)
    lines = _rows(inquiry, asked)
    whole = bool(lines) and all(bears_all(line, asked) for line in lines)
    return _printed(lines, inquiry) if whole else None


def bears_all(line: LineView, asked: Sequence[Word]) -> bool:
    """Return whether a row's label, titles and columns hold all words but verbs."""
    around = line.name | line.path | line.columns
    return all(word.is_verb or around.meets(word) >= MET for word in asked)


def _asked(inquiry: Inquiry) -> tuple[Word, ...]:
    """Return the words that a row must bear: what is counted and what is said of it."""
    counted = [w for w in inquiry.frame.counted if w.role is not Role.GRAMMAR]
    rest = [word for word in things(inquiry.asked) if word not in counted]
    said = tuple(word for word in (*counted, *rest) if word.text not in ANYBODY)
    return tuple(word for word in said if word.role is Role.CONTENT or word.attested)


def _rows(inquiry: Inquiry, asked: Sequence[Word]) -> tuple[LineView, ...]:
    targets = choose(inquiry, asked) if asked else Refusal()
    return () if isinstance(targets, Refusal) else lines_only(targets)[:_MOST]


def _printed(lines: Sequence[LineView], inquiry: Inquiry) -> Draft | None:
    cells = tuple(c for c in narrow(cells_of(lines), inquiry.frame) if _fits(c, inquiry.frame.unit))
    if not cells or len(cells) > _MOST:
        return None
    found = answer_lines(_only(lines, cells), inquiry)
    return found if isinstance(found, Draft) else None


def _only(lines: Sequence[LineView], cells: Sequence[Cell]) -> tuple[LineView, ...]:
    return tuple(line for line in lines if any(cell.line is line for cell in cells))


def _fits(cell: Cell, unit: str | None) -> bool:
    """Return whether a figure, no money, is of the unit that is asked for."""
    if cell.figure.unit in ("euro", "percent"):
        return cell.figure.unit == "percent" and unit != "count"
    return unit not in ("percent", "fraction")
