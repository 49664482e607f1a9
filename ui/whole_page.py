"""The page around all views: its name, the ways to go, and its looks."""

import streamlit as st

from ui.looks import draw_looks


def draw_whole_page() -> None:
    """Draw the view that the visitor is at."""
    st.set_page_config(
        page_title="Raadsbron",
        page_icon="🏛️",  # an emoji: a material icon would fetch a font from elsewhere
        layout="wide",
        initial_sidebar_state="auto",
    )
    page = st.navigation(
        [
            st.Page("ui/pages/vraag.py", title="Vraag", default=True),
            st.Page("ui/pages/controleer.py", title="Controleer"),
            st.Page("ui/pages/rapporten.py", title="Rapporten"),
            st.Page("ui/pages/overzicht.py", title="Overzicht"),
        ],
        position="top",
    )
    draw_looks()
    page.run()
