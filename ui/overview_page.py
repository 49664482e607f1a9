"""The figures of a report or a theme: a table to look through, bars, a file, and a briefing."""

import streamlit as st

from ui.briefing_view import draw_briefing
from ui.figure_rows import FigureRow, columns_of, figure_rows, sections_of
from ui.figures_csv import figures_csv
from ui.figures_grid import draw_grid
from ui.frame import Frame, draw_framed
from ui.plain import one_line
from ui.sums_view import draw_sums

_EXPLAINED = (
    "Alle cijfers uit de tabellen van een rapport, met hun bron. Klik op een cijfer om de "
    "bladzijde te zien. U kunt de cijfers en uw gesprek meenemen als bestand."
)
_ALL_REPORTS, _ALL_SECTIONS, _ALL_COLUMNS = "Alle rapporten", "Alle paragrafen", "Alle soorten"


def draw_overview_page() -> None:
    """Draw the page for one run of one visitor."""
    draw_framed("Overzicht", _EXPLAINED, _draw)


def _draw(frame: Frame) -> None:
    rows = _chosen(frame) if frame.opened.engine.index.cards else ()
    if rows:
        _draw_rows(rows, frame)
    else:
        st.html('<p class="rb-warning">In deze keuze staan geen cijfers uit tabellen.</p>')
    draw_briefing(frame)


def _chosen(frame: Frame) -> tuple[FigureRow, ...]:
    """Draw the choice of report, section and kind of amount, and return the rows that fit."""
    index = frame.opened.engine.index
    cards = [c for c in index.cards if frame.reports is None or c.id in frame.reports]
    titles = {card.id: one_line(card.title) for card in cards if card.figures}
    left, middle, right = st.columns([4, 4, 3])
    options = [*titles, *([_ALL_REPORTS] if len(titles) > 1 else [])]
    report = left.selectbox(
        "Rapport", options, format_func=lambda one: titles.get(one, one), key="overzicht-rapport"
    )
    wanted = titles if report == _ALL_REPORTS else [report] if report else []
    rows = figure_rows(index.report(one) for one in wanted)
    section = middle.selectbox(
        "Paragraaf", [_ALL_SECTIONS, *sections_of(rows)], key="overzicht-paragraaf"
    )
    rows = tuple(row for row in rows if section in {_ALL_SECTIONS, row.section})
    column = right.selectbox(
        "Soort bedrag", [_ALL_COLUMNS, *columns_of(rows)], key="overzicht-soort"
    )
    return tuple(row for row in rows if column in {_ALL_COLUMNS, row.column})


def _draw_rows(rows: tuple[FigureRow, ...], frame: Frame) -> None:
    draw_grid(rows, frame.opened)
    st.download_button(
        "Download deze cijfers (CSV)",
        data=lambda: figures_csv(rows),
        file_name="raadsbron-cijfers.csv",
        mime="text/csv",
        on_click="ignore",
        key="csv",
    )
    draw_sums(rows)
