"""The page around all views: its name, the ways to go, its looks, and who is let in."""

import logging
from functools import cache
from pathlib import Path

import streamlit as st

from ingest.errors import RaadsbronError
from ui.access import may_read
from ui.looks import draw_looks
from ui.plain import as_html
from ui.sign_in import draw_sign_in, draw_sign_out, visitor

_LOG = logging.getLogger(__name__)


_HERE = Path(__file__).parent
_SIDE = 250  # pixels: on a tablet Streamlit's own 320 leave too little to read a page in


def draw_whole_page() -> None:
    """Draw the view that the visitor is at, or ask them to sign in: whichever address they take."""
    st.set_page_config(
        page_title="Raadsbron",
        page_icon=_icon(),
        layout="wide",
        initial_sidebar_state=_SIDE,
    )
    try:
        who = visitor()
        is_let_in = may_read(who)
    except RaadsbronError as error:
        _LOG.warning("%s", error)
        draw_looks()
        st.html(f'<p class="rb-failed" role="alert">{as_html(str(error))}</p>')
        return
    page = st.navigation(
        [
            st.Page("ui/pages/vraag.py", title="Vraag", default=True),
            st.Page("ui/pages/controleer.py", title="Controleer"),
            st.Page("ui/pages/rapporten.py", title="Rapporten"),
            st.Page("ui/pages/overzicht.py", title="Overzicht"),
        ],
        position="top" if is_let_in else "hidden",
    )
    draw_looks()
    if not is_let_in:
        draw_sign_in(who.address or "onbekend" if who.is_known else None)
        return
    page.run()
    draw_sign_out(who)


@cache
def _icon() -> str:
    """Return a drawing of our own: with a material icon a font is fetched from elsewhere.

    With an emoji Streamlit first compiles the names of all there are: 0.2 s of the first page.
    """
    return (_HERE / "icon.svg").read_text(encoding="utf-8")
