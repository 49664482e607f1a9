"""Figures in a table that can be sorted; the chosen row shows the page that it stands on."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from ui.dutch_number import grouped, grouped_count, in_words
from ui.engine_room import Opened
from ui.figure_rows import FigureRow
from ui.looks import draw_shown
from ui.source_panel import draw_source_panel
from ui.words import DUTCH

_SOURCE = "overzicht-bron"
_TIMES = "overzicht-keren"
_HEIGHT = 420  # pixels: eleven rows, and the choice below stays in view on a laptop


MOST_ROWS = 2_000
"""Rows that are shown: each click draws them anew, 0.2 s; of 12,000 it took 1.6 s, and pandas
refuses to write out more than 32,000."""


def draw_grid(all_rows: Sequence[FigureRow], opened: Opened) -> None:
    """Draw the table, a choice of row for keyboard and screen reader, and the source of the row."""
    rows = all_rows[:MOST_ROWS]
    st.html(_count(len(rows), len(all_rows)))
    chosen_key = "overzicht-regel"
    if not _is_place(st.session_state.get(chosen_key), rows):
        st.session_state[chosen_key] = None
    key = f"cijfers-{hash(tuple((row.report.sha256, row.figure.index) for row in rows))}"
    st.dataframe(
        _frame(rows),
        key=key,
        height=_HEIGHT if len(rows) > 10 else "auto",
        hide_index=True,
        on_select=lambda: _select(key, chosen_key),
        selection_mode=["single-row", "single-cell"],
        alt="Tabel met cijfers; dezelfde regels staan in de keuzelijst hieronder",
    )
    with st.container(key=_SOURCE):
        place = st.selectbox(
            "Toon de bron van regel",
            range(len(rows)),
            format_func=lambda number: _named(number, rows[number]),
            key=chosen_key,
            placeholder="Kies een regel, hier of in de tabel",
        )
        if place is not None:
            with st.container(key="overzicht-bladzijde", border=True):
                draw_source_panel(rows[place].citation, f"o{key}-{place}", opened, DUTCH)
    draw_shown(_SOURCE, int(st.session_state.get(_TIMES, 0)))


def _count(shown: int, count: int) -> str:
    """Return how many figures there are, and that not all are shown where that is so."""
    said = grouped_count(count, "cijfer", "cijfers")
    if shown == count:
        return f'<p class="rb-muted">{said}</p>'
    return (
        f'<p class="rb-warning">Hier staan de eerste {grouped(Decimal(shown))} van {said}. Kies '
        "een rapport, paragraaf of soort bedrag om de andere te zien. Het bestand dat u hieronder "
        "kunt downloaden, heeft ze alle.</p>"
    )


def _is_place(kept: object, rows: Sequence[FigureRow]) -> bool:
    return isinstance(kept, int) and 0 <= kept < len(rows)


def _select(key: str, chosen_key: str) -> None:
    """Take over the row that was chosen in the table, by its box or by one of its cells.

    The table keeps a row and a cell at once; the one that changed is meant.
    """
    picked = st.session_state[key].selection
    rows, cells = tuple(picked.rows), tuple(row for row, _ in picked.cells)
    meant = rows if rows != st.session_state.get(f"{key}-rijen", ()) else cells
    st.session_state[f"{key}-rijen"] = rows
    st.session_state[chosen_key] = meant[0] if meant else None
    if meant:
        st.session_state[_TIMES] = int(st.session_state.get(_TIMES, 0)) + 1


def _named(number: int, row: FigureRow) -> str:
    return f"{number + 1}. {row.label}: {in_words(row.figure.value, row.figure.unit)}"


def _frame(rows: Sequence[FigureRow]) -> "Styler":
    """Return the rows with amounts that sort as numbers and read as Dutch."""
    frame = pd.DataFrame(
        {
            "Regel": [number + 1 for number in range(len(rows))],
            # Before the names, which are long: on a phone the amounts would be out of sight.
            "Bedrag": [float(row.figure.value) for row in rows],
            "Onderdeel": [_label(row) for row in rows],
            "Soort": [row.column for row in rows],
            "Jaar": [str(row.year or "") for row in rows],
            "Paragraaf": [row.section for row in rows],
            "Bladzijde": [_page(row) for row in rows],
            "Rapport": [row.report.title for row in rows],
        }
    )
    styled = frame.style
    for unit in {row.figure.unit for row in rows}:
        places = [place for place, row in enumerate(rows) if row.figure.unit == unit]
        styled.format(_shown_in(unit), subset=(places, ["Bedrag"]))
    return styled


def _shown_in(unit: str) -> Callable[[float], str]:
    return lambda value: in_words(Decimal(str(value)), unit)


def _label(row: FigureRow) -> str:
    whole = f"{row.group} › {row.label}" if row.group else row.label
    return f"{whole} (totaal)" if row.figure.is_total else whole


def _page(row: FigureRow) -> str:
    number = str(row.figure.page or "")
    return f"{number} (gedrukt: {row.printed_page})" if row.printed_page else number
