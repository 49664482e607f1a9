"""What is done once, when the server starts: the engine is opened before anyone comes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from ui.frame import engine_room


@asynccontextmanager
async def opened_early(_app: st.App) -> AsyncIterator[None]:
    """Begin to open the engine, in a thread of its own: the server answers meanwhile.

    Without it the first visitor would wait for what every visitor needs.
    """
    engine_room()
    yield
