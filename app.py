"""The page: ask, check, see the reports and their figures. Draws, decides nothing.

Run it with ``streamlit run app.py`` or ``raadsbron chat``. The server imports this file once, at
its start; after that Streamlit runs it as a script for every visitor and every click.
"""

import streamlit as st
from starlette.middleware import Middleware

from ui.at_start import opened_early
from ui.door import Door
from ui.health import Health
from ui.own_address import OwnAddress
from ui.page_messages import PageMessages
from ui.safe_headers import SafeHeaders
from ui.whole_page import draw_whole_page

if __name__ == "__main__":
    draw_whole_page()
else:
    app = st.App(
        __file__,
        lifespan=opened_early,
        middleware=[
            Middleware(SafeHeaders),
            Middleware(OwnAddress),
            Middleware(Health),
            Middleware(Door),
            Middleware(PageMessages),
        ],
    )
