"""The sources of an answer: each opens on its quote, its place in the text and its page."""

import streamlit as st

from answer.answer import Answer, Citation, Status
from ui.conversation import Turn
from ui.dutch_number import in_words
from ui.engine_room import Opened
from ui.place import place
from ui.plain import as_html, as_label, one_line
from ui.source_panel import draw_source_panel
from ui.words import Words

MOST_AT_ONCE = 10
"""Closed sources, which fill a tablet; a sum of thirty lines has thirty."""

_LONGEST_BEGINNING = 36  # characters: with the place before it two lines on a phone


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
    warning = f'<p class="rb-warning">{words.closest_warning}</p>' if refused else ""
    st.html(f'<h3 class="rb-h3">{words.closest if refused else words.sources}</h3>{warning}')
    some = citations if len(citations) <= MOST_AT_ONCE + 2 else citations[:MOST_AT_ONCE]
    shows_all = f"alle-bronnen-{key}"
    if st.session_state.get(shows_all):
        some = citations
    title = None
    with st.container(gap="xsmall"):
        for number, citation in enumerate(some):
            if citation.title != title:
                title = citation.title
                st.html(f'<p class="rb-report">{as_html(one_line(title))}</p>')
            label = _label(answer, number, citation, words)
            _draw_source(label, citation, f"{key}-{number}", opened, words)
    if len(some) < len(citations):
        more = words.more_sources.format(count=len(citations) - len(some))
        st.button(more, key=f"meer-{key}", on_click=_show_all, args=(shows_all,))


def _show_all(key: str) -> None:
    st.session_state[key] = True


def _label(answer: Answer, number: int, citation: Citation, words: Words) -> str:
    """Return what a closed source says: its number, its place, and its figure or first words.

    Streamlit reads it as Markdown, and so the words of the report are escaped.
    """
    # What comes near an unanswered question proves nothing, and so is no source.
    called = words.near if answer.status is Status.NOT_FOUND else words.source
    parts = [f"{called} {number + 1}: {place(citation, words)}"]
    parts += [
        f"{in_words(part.value, part.unit)} · {as_label(_beginning(part.label))}"
        for part in answer.figures
        if part.citations == (number,)
    ][:1] or [f"“{as_label(_beginning(citation.quote))}”"]
    return " · ".join(parts)


def _beginning(text: str) -> str:
    """Return the first words of a text, by which a reader tells one source from the next.

    >>> _beginning("Daarnaast heeft de leefstijlmakelaar sinds het laatste kwartaal een rol")
    'Daarnaast heeft de leefstijlmakelaar…'
    """
    folded = one_line(text)
    if len(folded) <= _LONGEST_BEGINNING:
        return folded
    return f"{folded[: _LONGEST_BEGINNING + 1].rsplit(' ', 1)[0]}…"


def _draw_source(label: str, citation: Citation, key: str, opened: Opened, words: Words) -> None:
    """Draw one closed source; what it holds is looked up only when it is opened."""
    box = st.expander(label, key=f"bron-{key}", on_change="rerun")
    if not box.open:
        return
    with box:
        draw_source_panel(citation, key, opened, words)
