"""What every page has in common: the heading, the engine, the filter at the side, and no traces."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ingest.errors import RaadsbronError
from store.settings import Settings
from ui.access import may_change_reports
from ui.engine_room import EngineRoom, Opened
from ui.plain import as_html
from ui.sidebar import draw_sidebar
from ui.words import DUTCH

_LOG = logging.getLogger(__name__)
_ROOMS = st.cache_resource(show_spinner=False)(EngineRoom)  # one engine for all visitors
_LOOK_AGAIN = 0.3  # seconds; soon enough to feel at once


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page is drawn with: the engine and the filter, None where all reports are meant."""

    room: EngineRoom
    opened: Opened
    reports: frozenset[str] | None


def draw_framed(title: str, explained: str, draw: Callable[[Frame], None]) -> None:
    """Draw heading, side and, once the engine is there, the page itself.

    What goes wrong is said in Dutch; the rest of the page stays.
    """
    st.html(f'<div class="rb-head"><h1>{title}</h1><p>{explained}</p></div>')
    try:
        room = engine_room()
        _wait_for(room)
        opened = room.opened()
        frame = Frame(room, opened, draw_sidebar(opened))
        if opened.is_sample or not opened.engine.index.cards:
            _draw_notice(opened.is_sample)
        draw(frame)
    except RaadsbronError as error:
        # Our own messages say in Dutch what to do.
        st.html(f'<p class="rb-failed" role="alert">{as_html(str(error))}</p>')
    except Exception:
        _LOG.exception("The page could not be drawn")
        st.html(f'<p class="rb-failed" role="alert">{DUTCH.failed}</p>')


def engine_room() -> EngineRoom:
    """Return the engine that all visitors share, made at the first call."""
    room: EngineRoom = _ROOMS(Settings.from_env())
    return room


def _draw_notice(is_sample: bool) -> None:
    """Say that these are samples, or that there is nothing, and how own reports come in."""
    own = (
        "Voeg uw eigen rapporten toe op de bladzijde Rapporten."
        if may_change_reports()
        else "Lees uw eigen rapporten in met <code>raadsbron ingest MAP</code>."
    )
    said = (
        f"<strong>Voorbeeld.</strong> Dit zijn voorbeeldrapporten. {own} Dan verdwijnen de "
        "voorbeelden."
        if is_sample
        else f"<strong>Er zijn geen rapporten.</strong> {own}"
    )
    st.html(f'<p class="rb-sample">{said}</p>')


def _wait_for(room: EngineRoom) -> None:
    """Say what is being done until there is an engine."""
    if room.is_ready():
        return
    place = st.empty()
    while not room.is_ready(seconds=_LOOK_AGAIN):
        place.html(f'<p class="rb-sample" role="status">{room.news}</p>')
    place.empty()
