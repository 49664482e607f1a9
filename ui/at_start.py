"""What is done once, when the server starts: the engine is opened before anyone comes."""

import asyncio
import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from store.settings import Settings
from ui.ask_page import prepare_first_questions
from ui.drawing_desk import drawing_desk
from ui.forgetting import forget_by_the_hour
from ui.frame import engine_room
from ui.server_log import keep_words_out

_LOG = logging.getLogger(__name__)

_FOR_CHARTS = ("pandas", "pyarrow")
"""Streamlit loads these at the first chart: 0.4 s, which the first visitor would wait for."""

_TURN = 0.0005
"""Seconds that a visitor's thread may compute while another waits; Python's own is ten times that.

All messages to all pages go through one thread, which lost its turn after each of them: with twenty
conversations at once the median wait was 2.5 s instead of 3.3 s, side by side on a busy machine.
"""


@asynccontextmanager
async def opened_early(_app: st.App) -> AsyncIterator[None]:
    """Begin to open the engine, in a thread: the server answers meanwhile.

    Without it the first visitor would wait for what every visitor needs.
    """
    keep_words_out()
    sys.setswitchinterval(_TURN)
    threading.Thread(target=_prepare, name="prepare", daemon=True).start()
    forgetting = asyncio.create_task(forget_by_the_hour(Settings.from_env().store))
    yield
    forgetting.cancel()


def _prepare() -> None:
    """Open the engine and find the first examples; what fails is told on the page."""
    try:
        prepare_first_questions(engine_room())
    except Exception as error:
        _LOG.warning("%s", error)
    for name in _FOR_CHARTS:
        import_module(name)
    drawing_desk().start()
