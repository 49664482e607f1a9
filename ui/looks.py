"""The looks of the page and the few things that only a script can do."""

from functools import cache
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent


def draw_looks() -> None:
    """Put the style sheet and the script on the page."""
    st.html(
        f"<style>{_text('page.css')}</style><script>{_text('page.js')}</script>"
        f"<script>{_text('sources.js')}</script>",
        unsafe_allow_javascript=True,
    )


def draw_count(answers: int) -> None:
    """Tell the script how many answers are shown.

    When it grows, the script brings the newest question into view and reads its answer out once.
    """
    st.html(
        f'<div id="rb-count" data-answers="{answers}"></div><script>{_text("answers.js")}</script>',
        unsafe_allow_javascript=True,
    )


def draw_shown(key: str, times: int) -> None:
    """Bring the container of that key into view once for each of the ``times`` it was asked for."""
    st.html(
        f'<span hidden></span><script>window.raadsbronShow?.(".st-key-{key}", {times})</script>',
        unsafe_allow_javascript=True,
    )


@cache
def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
