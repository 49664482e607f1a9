"""The pages of a source as pictures, with ways to leaf through the report."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from ingest.report import Page, Report
from ingest.span import Span
from ui.drawing_desk import DrawingError, drawing_desk
from ui.page_drawing import Drawing
from ui.plain import as_html
from ui.report_file import report_file
from ui.words import Words


def _drawn(path: Path, number: int, page_text: str, start: int, end: int) -> Drawing:
    return drawing_desk().draw(path, number, page_text, start, end)


# 64 pages of some 60 kB: a meeting's worth of sources.
_DRAWN = st.cache_data(max_entries=64, show_spinner=False)(_drawn)


def draw_page_with_quote(
    report: Report, span: Span, key: str, folders: Sequence[str], words: Words
) -> None:
    """Draw the page of a quote, both pages where it runs over, and buttons to leaf from there."""
    path = report_file(report, folders) if report.format == "pdf" else None
    if path is None:
        st.html(f'<p class="rb-muted">{words.no_drawing}</p>')
        return
    quoted = [p for p in report.pages if p.span.start < span.end and span.start < p.span.end]
    shift_key = f"blader-{key}"
    shift = int(st.session_state.get(shift_key, 0))
    first, last = quoted[0].number, quoted[-1].number
    wanted = quoted if shift == 0 else [report.pages[_shifted(first, last, shift) - 1]]
    for page in wanted:
        _draw(path, page, report, span, words)
    _draw_leafing(report, wanted, shift_key, shift, words)


def _shifted(first: int, last: int, shift: int) -> int:
    """Return the page that lies ``shift`` pages before the first or behind the last quoted one.

    >>> _shifted(6, 7, -1), _shifted(6, 7, 1)
    (5, 8)
    """
    return first + shift if shift < 0 else last + shift


def _draw(path: Path, page: Page, report: Report, span: Span, words: Words) -> None:
    start = max(span.start, page.span.start) - page.span.start
    end = max(start, min(span.end, page.span.end) - page.span.start)
    named = words.page_of.format(number=page.number, count=len(report.pages))
    if page.label and page.label != str(page.number):
        named += f" ({words.printed.format(label=page.label)})"
    st.html(f"<h4>{as_html(named)}</h4>")
    try:
        drawing: Drawing = _DRAWN(path, page.number, report.quote(page.span), start, end)
    except DrawingError:
        st.html(f'<p class="rb-muted">{words.no_drawing}</p>')
        return
    alt = words.drawing_alt if drawing.boxes else words.drawing_alt_bare
    st.image(drawing.jpeg, alt=alt.format(number=page.number), width="stretch")
    if start < end and not drawing.boxes:
        st.html(f'<p class="rb-muted">{words.unmarked}</p>')


def _draw_leafing(
    report: Report, shown: list[Page], shift_key: str, shift: int, words: Words
) -> None:
    """Draw the buttons for the page before and after, and back to the quote."""
    with st.container(horizontal=True):
        if shown[0].number > 1:
            _leaf(words.previous, shift_key, shift - 1)
        if shift:
            _leaf(words.back, shift_key, 0)
        if shown[-1].number < len(report.pages):
            _leaf(words.next, shift_key, shift + 1)


def _leaf(label: str, shift_key: str, shift: int) -> None:
    st.button(label, key=f"{shift_key}{label}", on_click=_turn, args=(shift_key, shift))


def _turn(shift_key: str, shift: int) -> None:
    st.session_state[shift_key] = shift
