"""The sources of an answer: each opens on its quote, its place in the text and its page."""

import streamlit as st

from answer.answer import Answer, Citation, Status
from ui.conversation import Turn
from ui.dutch_number import in_words
from ui.engine_room import Opened
from ui.plain import as_html, one_line
from ui.source_panel import draw_source_panel
from ui.words import Words, place


def draw_sources(turn: Turn, opened: Opened, words: Words) -> None:
    """Draw each citation as something to open; those of a refusal are not called sources."""
    if turn.answer is not None:
        draw_citations(turn.answer, str(turn.number), opened, words)


def draw_citations(answer: Answer, key: str, opened: Opened, words: Words) -> None:
    """Draw the citations of an answer under their reports; ``key`` is unique on the page."""
    refused = answer.status is Status.NOT_FOUND
    citations = answer.closest if refused else answer.citations
    if not citations:
        return
    st.html(f'<h3 class="rb-h3">{words.closest if refused else words.sources}</h3>')
    if refused:
        st.html(f'<p class="rb-warning">{words.closest_warning}</p>')
    title = None
    with st.container(gap="xsmall"):
        for number, citation in enumerate(citations):
            if citation.title != title:
                title = citation.title
                st.html(f'<p class="rb-report">{as_html(one_line(title))}</p>')
            label = _label(answer, number, citation, words)
            _draw_source(label, citation, f"{key}-{number}", opened, words)


def _label(answer: Answer, number: int, citation: Citation, words: Words) -> str:
    """Return what a closed source says: its number, its place and its figure, in words of ours."""
    figures = [
        in_words(part.value, part.unit) for part in answer.figures if part.citations == (number,)
    ]
    # What comes near an unanswered question proves nothing, and so is no source.
    called = words.near if answer.status is Status.NOT_FOUND else words.source
    parts = [f"{called} {number + 1}: {place(citation, words)}", *figures[:1]]
    return " · ".join(parts)


def _draw_source(label: str, citation: Citation, key: str, opened: Opened, words: Words) -> None:
    """Draw one closed source; what it holds is looked up only when it is opened."""
    box = st.expander(label, key=f"bron-{key}", on_change="rerun")
    if not box.open:
        return
    with box:
        draw_source_panel(citation, key, opened, words)
