"""The chat: ask in Dutch, read the answer, look at the source. Draws, decides nothing.

Run it with ``streamlit run app.py`` or ``raadsbron chat``.
"""

import streamlit as st

from ui.page import draw_page

st.set_page_config(
    page_title="Raadsbron",
    page_icon="🏛️",  # an emoji: a material icon would fetch a font from elsewhere
    layout="wide",
    initial_sidebar_state="auto",
)
draw_page()
