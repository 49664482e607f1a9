"""The sources of an answer: each opens on its quote, its place in the text and its page."""

from dataclasses import dataclass

import streamlit as st

from answer.answer import Citation, Status
from ingest.report import Report
from ingest.span import Span
from ui.conversation import Turn
from ui.dates import in_full
from ui.drawn_pages import draw_page_with_quote
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
    for number, citation in enumerate(citations, 1):
        if citation.title != title:
            title = citation.title
            st.html(f'<p class="rb-report">{as_html(one_line(title))}</p>')
        _draw_source(number, citation, f"{turn.number}-{number}", opened, words)


def _draw_source(number: int, citation: Citation, key: str, opened: Opened, words: Words) -> None:
    """Draw one closed source; what it holds is looked up only when it is opened."""
    label = f"{words.source} {number}: {place(citation, words)}"
    box = st.expander(label, key=f"bron-{key}", on_change="rerun")
    if not box.open:
        return
    with box:
        report = opened.engine.index.report(citation.document)
        # A report may have been replaced since: then the quote is no longer what it says.
        if report.quote(Span(citation.start, citation.end)) != citation.quote:
            st.html(f'<p class="rb-warning">{words.changed}</p>')
            return
        _draw_opened(Source(citation, report, key), opened, words)


def _draw_opened(source: Source, opened: Opened, words: Words) -> None:
    """Draw the quote with its reference on the left and the page on the right."""
    beside, page = st.columns([5, 6], gap="medium")
    with beside:
        st.html(
            f'<h4>{words.quote}</h4><blockquote class="rb-quote">'
            f"{as_html(source.citation.quote)}</blockquote>"
            f'<p class="rb-reference">{as_html(reference(source, words))}</p>'
        )
        st.html(f"<h4>{words.copy}</h4>")
        st.code(
            f"“{one_line(source.citation.quote)}”\n{reference(source, words)}",
            language=None,
            wrap_lines=True,
        )
        st.html(
            f'<h4>{words.in_text}</h4><div class="rb-page-text">'
            f"{marked_text(source.report, source.span)}</div>"
        )
    with page:
        draw_page_with_quote(source.report, source.span, source.key, opened.settings, words)


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
