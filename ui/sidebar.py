"""The side of the page: a new conversation, the filter, and which reports there are."""

import streamlit as st

from ingest.report import Health
from store.card import ReportCard
from ui.conversation import start_anew
from ui.dates import in_full
from ui.dutch_number import grouped_count
from ui.engine_room import Opened
from ui.plain import as_html, one_line

_FILTER_KEY = "rapporten"

_IN_WORDS = {
    Health.EMPTY: ("bladzijde is leeg", "bladzijden zijn leeg"),
    Health.NO_TEXT: (
        "bladzijde is een plaatje zonder tekst en is niet gelezen",
        "bladzijden zijn plaatjes zonder tekst en zijn niet gelezen",
    ),
    Health.GARBLED: ("bladzijde is onleesbaar", "bladzijden zijn onleesbaar"),
    Health.OVER_LIMITS: (
        "bladzijde is te groot en is niet gelezen",
        "bladzijden zijn te groot en zijn niet gelezen",
    ),
    Health.HIDDEN_TEXT: (
        "bladzijde heeft onzichtbare tekst; die telt niet mee",
        "bladzijden hebben onzichtbare tekst; die telt niet mee",
    ),
    Health.TABLE_UNSURE: (
        "bladzijde heeft een tabel die niet zeker gelezen is",
        "bladzijden hebben een tabel die niet zeker gelezen is",
    ),
}


def draw_sidebar(opened: Opened) -> frozenset[str] | None:
    """Draw the side of the page and return the reports to search in, None for all."""
    cards = opened.engine.index.cards
    with st.sidebar:
        st.button("Nieuw gesprek", key="nieuw", on_click=start_anew, width="stretch")
        chosen = _draw_filter(cards)
        st.html(f'<h2 class="rb-h3">Rapporten ({len(cards)})</h2>')
        for card in cards:
            st.html(_card(card))
    return chosen


def _draw_filter(cards: tuple[ReportCard, ...]) -> frozenset[str] | None:
    """Draw the choice of reports; nothing chosen means all of them."""
    titles = {card.id: one_line(card.title) for card in cards}
    kept = [one for one in st.session_state.get(_FILTER_KEY, []) if one in titles]
    st.session_state[_FILTER_KEY] = kept  # a report may have gone since
    chosen = st.multiselect(
        "Zoek alleen in",
        list(titles),
        format_func=titles.__getitem__,
        key=_FILTER_KEY,
        placeholder="Alle rapporten",
        select_all=False,
    )
    return frozenset(chosen) if chosen else None


def _card(card: ReportCard) -> str:
    """Return one report as safe HTML: title, what it is, how much was read, what was not."""
    facts = [
        card.kind or "",
        in_full(card.date) if card.date else "",
        grouped_count(card.pages, "bladzijde", "bladzijden") if card.pages else "",
        grouped_count(card.figures, "cijfer uit tabellen", "cijfers uit tabellen")
        if card.figures
        else "geen cijfers uit tabellen",
    ]
    listed = "".join(f"<li>{as_html(fact)}</li>" for fact in facts if fact)
    troubles = [_trouble(health, count) for health, count in card.healths if health in _IN_WORDS]
    warned = "".join(f"<li>{as_html(each)}</li>" for each in (*troubles, *card.notices))
    warnings = f'<ul class="rb-troubles">{warned}</ul>' if warned else ""
    return (
        f'<div class="rb-card"><h3>{as_html(one_line(card.title))}</h3>'
        f"<ul>{listed}</ul>{warnings}</div>"
    )


def _trouble(health: Health, count: int) -> str:
    """Return in words how some pages were read.

    >>> _trouble(Health.EMPTY, 1), _trouble(Health.GARBLED, 3)
    ('1 bladzijde is leeg', '3 bladzijden zijn onleesbaar')
    """
    return f"{count} {_IN_WORDS[health][count != 1]}"
