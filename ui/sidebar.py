"""The side of the page: a new conversation, and the filter on report, year and kind."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from store.card import ReportCard
from ui.conversation import start_anew
from ui.dutch_number import grouped_count
from ui.engine_room import Opened
from ui.plain import as_html, one_line

_Key = TypeVar("_Key", str, int)
_MOST_NAMED = 5  # titles; all of them stand on the page of the reports
_REPORTS, _YEARS, _KINDS = "rapporten", "jaren", "soorten"


def draw_sidebar(opened: Opened) -> frozenset[str] | None:
    """Draw the side of the page and return the reports to search in, None for all."""
    cards = opened.engine.index.cards
    with st.sidebar:
        st.button("Nieuw gesprek", key="nieuw", on_click=start_anew, width="stretch")
        titles = {card.id: one_line(card.title) for card in cards}
        years = {card.year: str(card.year) for card in _by_year(cards) if card.year}
        kinds = {card.kind: one_line(card.kind).capitalize() for card in cards if card.kind}
        chosen = _choose("Zoek alleen in", titles, _REPORTS, "Alle rapporten")
        in_years = _choose("Alleen over jaar", years, _YEARS, "Alle jaren")
        of_kinds = _choose("Alleen van soort", kinds, _KINDS, "Alle soorten")
        if not (chosen or in_years or of_kinds):
            return None
        fits = frozenset(
            card.id
            for card in cards
            if (not chosen or card.id in chosen)
            and (not in_years or card.year in in_years)
            and (not of_kinds or card.kind in of_kinds)
        )
        _draw_scope([titles[card.id] for card in cards if card.id in fits], len(cards))
    return fits


def _by_year(cards: Sequence[ReportCard]) -> list[ReportCard]:
    return sorted(cards, key=lambda card: card.year or 0)


def _choose(label: str, names: Mapping[_Key, str], key: str, everything: str) -> Sequence[_Key]:
    """Draw one choice and return what was chosen; nothing chosen means all."""
    kept = [one for one in st.session_state.get(key, ()) if one in names]
    st.session_state[key] = kept  # a report may have gone, and another page draws this anew
    chosen: list[_Key] = st.multiselect(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        placeholder=everything,
        select_all=False,
    )
    return chosen


def _draw_scope(fitting: list[str], count: int) -> None:
    """Say what the filter comes to; the names of reports are cut where they are chosen."""
    if fitting:
        said = f"Ik zoek in {len(fitting)} van {grouped_count(count, 'rapport', 'rapporten')}."
        rows = "".join(f"<li>{as_html(title)}</li>" for title in fitting[:_MOST_NAMED])
        more = len(fitting) - _MOST_NAMED
        rows += f"<li>en nog {more}</li>" if more > 0 else ""
        st.html(f'<p class="rb-muted">{said}</p><ul class="rb-left rb-muted">{rows}</ul>')
    else:
        st.html(
            '<p class="rb-warning">Geen enkel rapport past bij deze keuze. Haal een keuze weg.</p>'
        )
