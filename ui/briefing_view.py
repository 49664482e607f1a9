"""Buttons to take the conversation along as a briefing."""

from datetime import datetime

import streamlit as st

from ui.briefing import Entry, briefing
from ui.conversation import conversation
from ui.dates import in_full
from ui.dutch_number import grouped_count
from ui.frame import Frame
from ui.source_panel import quoted_report

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draw_briefing(frame: Frame) -> None:
    """Draw the buttons, or say that there is nothing to take along yet."""
    st.html('<h2 class="rb-h3 rb-ask">Uw gesprek meenemen</h2>')
    entries = briefing(conversation().turns, lambda citation: quoted_report(citation, frame.opened))
    if not entries:
        st.html(
            '<p class="rb-muted">U hebt nog geen vragen gesteld. Stel eerst een vraag; daarna kunt '
            "u uw vragen en antwoorden hier downloaden.</p>"
        )
        return
    said = grouped_count(len(entries), "vraag", "vragen")
    st.html(f'<p class="rb-muted">Een samenvatting van {said}, met de bronnen.</p>')
    today = in_full(datetime.now().astimezone().date().isoformat())
    with st.container(horizontal=True):
        st.download_button(
            "Download voor Word (DOCX)",
            data=lambda: _docx(entries, today),
            file_name="raadsbron-briefing.docx",
            mime=_WORD,
            on_click="ignore",
            key="docx",
        )
        st.download_button(
            "Download als tekst (Markdown)",
            data=lambda: _md(entries, today),
            file_name="raadsbron-briefing.md",
            mime="text/markdown",
            on_click="ignore",
            key="md",
        )


def _docx(entries: tuple[Entry, ...], today: str) -> bytes:
    from ui.briefing_files import briefing_docx  # noqa: PLC0415 - python-docx, 0.2 seconds

    return briefing_docx(entries, today)


def _md(entries: tuple[Entry, ...], today: str) -> bytes:
    from ui.briefing_files import briefing_md  # noqa: PLC0415 - with the above

    return briefing_md(entries, today)
