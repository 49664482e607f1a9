"""One source: the quote with its reference on the left and the page it stands on on the right."""

from dataclasses import dataclass

import streamlit as st

from answer.answer import Citation
from ingest.errors import BadInput
from ingest.report import Report
from ingest.span import Span
from ui.dates import in_full
from ui.download_view import draw_download
from ui.drawn_pages import draw_page_with_quote
from ui.engine_room import Opened
from ui.marked_text import marked_text
from ui.place import place
from ui.plain import as_html, one_line
from ui.words import Words


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


def draw_source_panel(citation: Citation, key: str, opened: Opened, words: Words) -> None:
    """Draw one citation, or say that its report no longer says what was quoted."""
    report = quoted_report(citation, opened)
    if report is None:
        st.html(f'<p class="rb-warning">{words.changed}</p>')
    else:
        _draw_opened(Source(citation, report, key), opened, words)


def quoted_report(citation: Citation, opened: Opened) -> Report | None:
    """Return the quoted report, or None where it no longer says what was quoted."""
    try:
        report = opened.engine.index.report(citation.document)
    except BadInput:  # removed since the answer was given
        return None
    same = report.quote(Span(citation.start, citation.end)) == citation.quote
    return report if same else None


def _draw_opened(source: Source, opened: Opened, words: Words) -> None:
    """Draw the quote with its reference on the left and the page on the right."""
    referred = reference(source.citation, source.report, words)
    beside, page = st.columns([4, 6], gap="medium")
    with beside:
        st.html(
            f'<h4>{words.quote}</h4><blockquote class="rb-quote">'
            f"{as_html(source.citation.quote)}</blockquote>"
            f'<p class="rb-reference">{as_html(referred)}</p>'
        )
        with st.container(key=f"kopieer-{source.key}", gap=None):
            st.html(f"<h4>{words.copy}</h4>")
            # One line of it is seen: all of it stands above.
            st.code(f"“{one_line(source.citation.quote)}”\n\n{referred}", language=None)
        draw_download(source.report, source.key, opened.engine.index.folders, words)
    with page:
        drawn, text = st.tabs((words.on_page, words.in_text))
        with drawn:
            folders = opened.engine.index.folders
            draw_page_with_quote(source.report, source.span, source.key, folders, words)
        text.html(f'<div class="rb-page-text">{marked_text(source.report, source.span)}</div>')


def reference(citation: Citation, report: Report, words: Words) -> str:
    """Return title, date, section and page of a quote on one line."""
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
    label = next((page.label for page in report.pages if page.number == citation.page), None)
    if label and label != str(citation.page):
        where += f", {words.printed.format(label=one_line(label))}"
    return f"{' '.join(parts)}, {where} ({report.file_name})"
