"""The pages of a source as pictures, with ways to leaf through the report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from ingest.report import Page, Report
from ingest.span import Span
from ui.drawing_desk import DrawingError, drawing_desk
from ui.looks import draw_shown
from ui.page_drawing import Drawing
from ui.plain import as_html
from ui.report_file import report_file
from ui.words import Words


def _whole(path: Path, number: int, page_text: str, start: int, end: int) -> Drawing:
    return drawing_desk().draw(path, number, page_text, Span(start, end))


def _near(path: Path, number: int, page_text: str, start: int, end: int) -> Drawing:
    return drawing_desk().draw(path, number, page_text, Span(start, end), is_near=True)


# 64 pages of some 60 kB: a meeting's worth of sources.
_WHOLE = st.cache_data(max_entries=64, show_spinner=False)(_whole)
_NEAR = st.cache_data(max_entries=64, show_spinner=False)(_near)


@dataclass(frozen=True, slots=True)
class _Look:
    """Where a reader looks: ``shift`` pages from the quote, or ``is_near`` at the quote alone.

    ``times`` counts how often they turned.
    """

    shift: int = 0
    is_near: bool = False
    times: int = 0


def draw_page_with_quote(
    report: Report, span: Span, key: str, folders: Sequence[str], words: Words
) -> None:
    """Draw the page of a quote, both pages where it runs over, and buttons to leaf from there.

    The quote can be looked at from nearby: a page is too small to read on a phone.
    """
    path = report_file(report, folders) if report.format == "pdf" else None
    if path is None:
        st.html(f'<p class="rb-muted">{words.no_drawing}</p>')
        return
    quoted = [p for p in report.pages if p.span.start < span.end and span.start < p.span.end]
    look: _Look = st.session_state.get(f"blik-{key}", _Look())
    first, last = quoted[0].number, quoted[-1].number
    turned_to = report.pages[_shifted(first, last, look.shift) - 1]
    wanted = [turned_to] if look.shift else quoted
    draw = _NEAR if look.is_near else _WHOLE
    with st.container(key=f"beeld-{key}"):
        marked = [_draw(partial(draw, path), page, report, span, words) for page in wanted]
    with st.container(horizontal=True):
        if any(marked):
            label = words.whole_page if look.is_near else words.nearby
            _turn(label, key, _Look(is_near=not look.is_near, times=look.times + 1))
        for label, shift in _ways(look.shift, wanted, len(report.pages), words):
            _turn(label, key, _Look(shift, times=look.times + 1))
    draw_shown(f"beeld-{key}", look.times)


def _shifted(first: int, last: int, shift: int) -> int:
    """Return the page that lies ``shift`` pages before the first or behind the last quoted one.

    >>> _shifted(6, 7, -1), _shifted(6, 7, 1)
    (5, 8)
    """
    return first + shift if shift < 0 else last + shift


def _draw(
    draw: Callable[..., Drawing], page: Page, report: Report, span: Span, words: Words
) -> bool:
    """Draw one page, or what is quoted of it; return whether the quote is marked on it."""
    start = max(span.start, page.span.start) - page.span.start
    end = max(start, min(span.end, page.span.end) - page.span.start)
    named = words.page_of.format(number=page.number, count=len(report.pages))
    if page.label and page.label != str(page.number):
        named += f" ({words.printed.format(label=page.label)})"
    st.html(f"<h4>{as_html(named)}</h4>")
    try:
        drawing = draw(page.number, report.quote(page.span), start, end)
    except DrawingError:
        st.html(f'<p class="rb-muted">{words.no_drawing}</p>')
        return False
    alt = words.drawing_alt if drawing.boxes else words.drawing_alt_bare
    st.image(drawing.jpeg, alt=alt.format(number=page.number), width="stretch")
    if start < end and not drawing.boxes:
        st.html(f'<p class="rb-muted">{words.unmarked}</p>')
    return bool(drawing.boxes)


def _ways(shift: int, shown: list[Page], count: int, words: Words) -> Iterator[tuple[str, int]]:
    """Yield where to leaf from here: the page before, back to the quote, and the page after."""
    if shown[0].number > 1:
        yield words.previous, shift - 1
    if shift:
        yield words.back, 0
    if shown[-1].number < count:
        yield words.next, shift + 1


def _turn(label: str, key: str, look: _Look) -> None:
    """Draw a button that turns to another page, or nearer."""
    st.button(label, key=f"blader-{key}{label}", on_click=_keep, args=(f"blik-{key}", look))


def _keep(key: str, look: _Look) -> None:
    st.session_state[key] = look
