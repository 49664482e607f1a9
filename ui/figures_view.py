"""The figures behind an answer: a table that can be checked by eye, a chart, and the sum."""

import streamlit as st

from answer.answer import Answer, Kind, Operation
from ui.bars import Bar, draw_bars
from ui.dutch_number import in_words
from ui.figures_table import figures_table, sum_written_out
from ui.plain import one_line
from ui.told import is_sum
from ui.words import Words

FEWEST_BARS = 3
"""Two bars say no more than two numbers do."""

_LONGEST_FORMULA = 12  # terms; a longer sum is read from the table
_MOST_BARS = 12  # at once: more would push the sources two screens down


def draw_figures(answer: Answer, words: Words, key: str) -> None:
    """Draw the parts of a computed value, the candidates of a comparison, or the alternatives.

    ``key`` is that of the sources of the answer (`ui.source_view.draw_citations`): the table leads
    to them.
    """
    if not answer.figures or (answer.operation is Operation.SUM and not is_sum(answer)):
        return
    heading = _heading(answer.kind, answer.operation, words)
    formula = ""
    if is_sum(answer) and len(answer.figures) <= _LONGEST_FORMULA:
        formula = (
            f'<p class="rb-formula"><span>{words.formula}:</span> {sum_written_out(answer)}</p>'
        )
    table = figures_table(answer, heading, words, key)
    st.html(f'<h3 class="rb-h3">{heading}</h3>{table}{formula}')


def draw_chart(answer: Answer, words: Words, key: str) -> None:
    """Draw the figures as bars where that says more than their table; ``key`` is unique."""
    if not _has_chart(answer):
        return
    heading = _heading(answer.kind, answer.operation, words)
    if len(answer.figures) <= _MOST_BARS:
        _draw_chart(answer, heading)
        return
    box = st.expander(words.chart, key=f"grafiek-{key}", on_change="rerun")
    if box.open:
        with box:
            _draw_chart(answer, heading)


def _heading(kind: Kind, operation: Operation | None, words: Words) -> str:
    """Return the heading above the figures of an answer.

    >>> from ui.words import DUTCH
    >>> _heading(Kind.TOTAL, Operation.SUM, DUTCH)
    'Zo is het opgeteld'
    """
    if kind is Kind.SEVERAL:
        return words.alternatives
    if operation is Operation.SUM:
        return words.how_sum
    if operation in {Operation.DIFFERENCE, Operation.SHARE}:
        return words.how_difference
    ranked = {Operation.MAX, Operation.MIN, Operation.TOP}
    return words.how_ranking if operation in ranked else words.how_figures


def _has_chart(answer: Answer) -> bool:
    units = {part.unit for part in answer.figures}
    return (
        len(answer.figures) >= FEWEST_BARS
        and len(units) == 1
        and answer.kind is not Kind.SEVERAL
        and "year" not in units
    )


def _draw_chart(answer: Answer, heading: str) -> None:
    """Draw one bar a figure; the table above says the same in words."""
    draw_bars(
        [Bar(one_line(p.label), p.value, in_words(p.value, p.unit)) for p in answer.figures],
        heading,
    )
