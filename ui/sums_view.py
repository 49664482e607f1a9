"""Bars of sums per section and per year, each with the same sums in a table."""

from collections.abc import Sequence

import streamlit as st

from ui.bars import Bar, draw_bars
from ui.dutch_number import in_words
from ui.figure_rows import FigureRow
from ui.figure_sums import Summed, sums_per_label, sums_per_section, sums_per_year
from ui.plain import as_html

_MOST_BARS = 30  # a chart of 30 bars is two screens high; the table holds them all
_NOTE = (
    "Raadsbron heeft de regels opgeteld. Totalen en subtotalen uit het rapport tellen niet mee. "
    "Een rapport kan hetzelfde geld op meer plekken noemen: kijk bij twijfel naar de bron."
)
_CHOOSE = " Kies hierboven een paragraaf om de regels van die som te zien."


def draw_sums(rows: Sequence[FigureRow]) -> None:
    """Draw the sums of the most frequent kind of amount, or of the one that was chosen.

    Per year only within one section: several sections of a report may tell of the same money.
    """
    kinds = [row.amount_of for row in rows]
    kind = max(dict.fromkeys(kinds), key=kinds.count)
    of_one = [row for row in rows if row.amount_of == kind]
    _draw(f"Per paragraaf: {kind}", sums_per_section(of_one), _NOTE + _CHOOSE)
    if len({row.section for row in rows}) > 1:
        return
    _draw(f"Per onderdeel: {kind}", sums_per_label(of_one))
    measures = [_measure(row) for row in rows]
    measure = max(dict.fromkeys(measures), key=measures.count)
    if measure:
        same = [row for row in rows if _measure(row) == measure]
        _draw(f"Per jaar: {measure}", sums_per_year(same))


def _measure(row: FigureRow) -> str:
    """Return the kind of amount without its year, "" where the table does not say."""
    measure = row.figure.measure or ""
    return row.amount_of.replace(row.column, measure) if measure else ""


def _draw(heading: str, sums: tuple[Summed, ...], note: str = _NOTE) -> None:
    """Draw a chart with its table; a single sum is no comparison."""
    if len(sums) < 2:
        return
    safe = as_html(heading)
    st.html(f'<h2 class="rb-h3">{safe}</h2><p class="rb-muted">{note}</p>')
    bars = [Bar(each.name, each.value, in_words(each.value, each.unit)) for each in sums]
    draw_bars(bars[:_MOST_BARS], heading)
    with st.expander("Deze grafiek als tabel"):
        st.html(_table(safe, sums))


def _table(caption: str, sums: tuple[Summed, ...]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{as_html(each.name)}</th>'
        f'<td class="rb-number">{in_words(each.value, each.unit)}</td><td>{each.lines}</td></tr>'
        for each in sums
    )
    return (
        f'<table class="rb-table"><caption>{caption}</caption><thead><tr><th scope="col">Onderdeel'
        '</th><th scope="col" class="rb-number">Som</th><th scope="col">Regels</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
