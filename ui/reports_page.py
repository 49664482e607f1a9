"""The reports: which there are, what was read of them, and what to do about the rest."""

import streamlit as st

from ui.access import may_change_reports
from ui.change_view import draw_changes
from ui.dutch_number import grouped_count
from ui.frame import Frame, draw_framed
from ui.reports_table import reports_table

_EXPLAINED = (
    "Uit deze rapporten komen de antwoorden. Aan de zijkant kiest u in welke rapporten u zoekt. "
    "Die keuze geldt voor alle vragen en controles."
)


def draw_reports_page() -> None:
    """Draw the page for one run of one visitor."""
    draw_framed("Rapporten", _EXPLAINED, _draw)


def _draw(frame: Frame) -> None:
    cards = frame.opened.engine.index.cards
    searched = {c.id for c in cards} if frame.reports is None else frame.reports
    said = grouped_count(len(cards), "rapport", "rapporten")
    st.html(f'<p class="rb-tally">Er wordt gezocht in {len(searched)} van {said}.</p>')
    if cards:
        st.html(reports_table(cards, searched))
    if may_change_reports():
        draw_changes()
