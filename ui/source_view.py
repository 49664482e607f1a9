"""The sources of an answer: each opens on its quote, its place in the text and its page."""

from dataclasses import dataclass

import streamlit as st

from answer.answer import Answer, Citation, Status
from ingest.errors import BadInput
from ingest.report import Report
from ingest.span import Span
from ui.conversation import Turn
from ui.dates import in_full
from ui.drawn_pages import draw_page_with_quote
from ui.dutch_number import in_words
from ui.engine_room import Opened
from ui.marked_text import marked_text
from ui.plain import as_html, one_line
from ui.words import Words, place


@dataclass(frozen=True, slots=True)
class Source:
    """One citation of one turn, with the report it is from; ``key`` is unique on the page."""

    citation: Citation
    report: Report
    key: str

    @property
    def span(self) -> Span:
        """Return the characters that are quoted."""
        return Span(self.citation.start, self.citation.end)


def draw_sources(turn: Turn, opened: Opened, words: Words) -> None:
    """Draw each citation as something to open; those of a refusal are not called sources."""
    answer = turn.answer
    if answer is None:
        return
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
            _draw_source(label, citation, f"{turn.number}-{number}", opened, words)


def _label(answer: Answer, number: int, citation: Citation, words: Words) -> str:
    """Return what a closed source says: its number, its place and its figure, in words of ours."""
    figures = [
        in_words(part.value, part.unit, answer.language)
        for part in answer.figures
        if part.citations == (number,)
    ]
    parts = [f"{words.source} {number + 1}: {place(citation, words)}", *figures[:1]]
    return " · ".join(parts)


def _draw_source(label: str, citation: Citation, key: str, opened: Opened, words: Words) -> None:
    """Draw one closed source; what it holds is looked up only when it is opened."""
    box = st.expander(label, key=f"bron-{key}", on_change="rerun")
    if not box.open:
        return
    with box:
        report = _report(citation, opened)
        if report is None:
            st.html(f'<p class="rb-warning">{words.changed}</p>')
        else:
            _draw_opened(Source(citation, report, key), opened, words)


def _report(citation: Citation, opened: Opened) -> Report | None:
    """Return the quoted report, or None where it no longer says what was quoted."""
    try:
        report = opened.engine.index.report(citation.document)
    except BadInput:  # removed since the answer was given
        return None
    same = report.quote(Span(citation.start, citation.end)) == citation.quote
    return report if same else None


def _draw_opened(source: Source, opened: Opened, words: Words) -> None:
    """Draw the quote with its reference on the left and the page on the right."""
    beside, page = st.columns([4, 6], gap="medium")
    with beside:
        st.html(
            f'<h4>{words.quote}</h4><blockquote class="rb-quote">'
            f"{as_html(source.citation.quote)}</blockquote>"
            f'<p class="rb-reference">{as_html(reference(source, words))}</p>'
        )
        st.html(f"<h4>{words.copy}</h4>")
        st.code(
            f"“{one_line(source.citation.quote)}”\n\n{reference(source, words)}",
            language=None,
            wrap_lines=True,
        )
    with page:
        drawn, text = st.tabs((words.on_page, words.in_text))
        with drawn:
            folders = opened.engine.index.folders
            draw_page_with_quote(source.report, source.span, source.key, folders, words)
        text.html(f'<div class="rb-page-text">{marked_text(source.report, source.span)}</div>')


def reference(source: Source, words: Words) -> str:
    """Return title, date, section and page of a quote on one line."""
    citation, report = source.citation, source.report
    parts = [
        one_line(citation.title),
        *([words.dated.format(date=in_full(report.date, words.language))] if report.date else []),
    ]
    where = place(citation, words)
    if citation.section_title and citation.section_number:
        where = where.replace(
            citation.section_number,
            f"{citation.section_number} {one_line(citation.section_title)}",
            1,
        )
    return f"{' '.join(parts)}, {where} ({report.file_name})"
