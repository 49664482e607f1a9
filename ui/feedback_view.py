"""Good, wrong or incomplete: what a visitor may say of an answer, where that is switched on."""

import logging

import streamlit as st

from ingest.errors import RaadsbronError
from store.settings import Settings
from ui.conversation import Turn, conversation
from ui.feedback_file import FeedbackFile, Rating
from ui.gold_line import gold_line
from ui.page_settings import PageSettings
from ui.words import Words

_LOG = logging.getLogger(__name__)
_SENT = "reacties-gegeven"
_LONGEST = 500  # characters of a remark


def draw_feedback(turn: Turn, words: Words) -> None:
    """Draw the question whether the answer is good; nothing where it is not switched on."""
    days = PageSettings.from_env().feedback_days
    if turn.answer is None or not days:
        return
    asked = (turn.number, turn.question)
    if asked in st.session_state.get(_SENT, frozenset()):
        st.html(f'<p class="rb-muted" role="status">{words.feedback_thanks}</p>')
        return
    with (
        st.expander(words.feedback),
        st.form(f"reactie-{turn.number}", border=False, enter_to_submit=False),
    ):
        ratings = dict(zip(Rating, words.feedback_ratings, strict=True))
        rating = st.radio(
            words.feedback_rating,
            list(Rating),
            index=None,
            format_func=ratings.__getitem__,
            horizontal=True,
        )
        remark = st.text_area(words.feedback_remark, max_chars=_LONGEST, height=100)
        st.html(f'<p class="rb-muted">{words.feedback_kept.format(days=days)}</p>')
        if st.form_submit_button(words.feedback_send):
            _send(turn, rating, remark, words)


def _send(turn: Turn, rating: Rating | None, remark: str, words: Words) -> None:
    if rating is None or turn.answer is None:
        st.html(f'<p class="rb-warning" role="alert">{words.feedback_choose}</p>')
        return
    history = () if turn.alone else conversation().history(before=turn.number)
    line = gold_line(turn.answer, history, remark.strip(), good=rating is Rating.GOOD)
    kept = FeedbackFile(Settings.from_env().store, PageSettings.from_env().feedback_days)
    try:
        done = kept.add(rating, line)
    except (RaadsbronError, OSError):
        _LOG.exception("A remark could not be kept")
        done = False
    if not done:
        st.html(f'<p class="rb-warning" role="alert">{words.feedback_failed}</p>')
        return
    sent = st.session_state.get(_SENT, frozenset())
    st.session_state[_SENT] = sent | {(turn.number, turn.question)}
    st.rerun()
