"""The chat: every turn so far, the answer to the question that waits, and what to ask next."""

import logging
from decimal import Decimal

import streamlit as st

from answer.answer import Answer
from ui.answer_view import draw_answer, draw_question
from ui.check_page import hand_over
from ui.conversation import Asked, Turn, ask_next, conversation, keep, refuse_as_too_long
from ui.dutch_number import grouped
from ui.engine_room import EngineRoom, Opened
from ui.frame import Frame, draw_framed
from ui.looks import draw_count, draw_shown
from ui.plain import as_label
from ui.suggestions import first_questions, next_questions, unasked
from ui.words import DUTCH, words_for

_LOG = logging.getLogger(__name__)

_MOST_SUGGESTED = 4  # to click; more would be a menu to read

LONGEST_QUESTION = 500
"""Characters; a longer text is a document, not a question."""

_EXPLAINED = (
    "Stel een vraag over de rapporten van uw gemeente. U krijgt het antwoord zoals het in het "
    "rapport staat, met de bron erbij. Staat het er niet in, dan leest u dat ook."
)
_SHORTER = (
    f"Uw vraag is {{length}} tekens lang. Stel een vraag van hoogstens {LONGEST_QUESTION} tekens. "
    "Uw tekst staat hieronder."
)


def draw_ask_page() -> None:
    """Draw the page for one run of one visitor."""
    # No max_chars: Streamlit drops a longer text that is pasted, without a word.
    typed = (st.chat_input("Stel uw vraag over de rapporten", key="vraag") or "").strip()
    if len(typed) > LONGEST_QUESTION:
        refuse_as_too_long(typed)
    elif typed:
        ask_next(typed)
    draw_framed("Raadsbron", _EXPLAINED, _draw_conversation)


def _draw_conversation(frame: Frame) -> None:
    """Draw the answer to the question that waits, every other turn, and what to ask next.

    Whoever asks waits for the answer alone: the turns above it, which stand there already, are
    drawn again after it.
    """
    room, opened, reports = frame.room, frame.opened, frame.reports
    so_far = conversation()
    asked = so_far.number_waiting
    numbers = {turn.number for turn in so_far.turns} | (set() if asked is None else {asked})
    places = {number: st.container(key=f"beurt-{number}") for number in sorted(numbers)}
    if so_far.waiting is not None and asked is not None:
        with places[asked]:
            _answer(so_far.waiting, asked, room, opened, reports)
    for turn in so_far.turns:
        if turn.number != asked:
            with places[turn.number]:
                _draw_turn(turn, room, opened)
    _draw_too_long(conversation().too_long)
    draw_count(len(conversation().turns))
    _draw_suggestions(room, opened, reports)


def _draw_too_long(text: str) -> None:
    """Say that a question was too long, and give it back; a whole text can be checked instead."""
    place = "te-lang"
    if not text:
        return
    said = _SHORTER.format(length=grouped(Decimal(len(text))))
    with st.container(key=place):
        st.html(f'<p class="rb-warning" role="alert">{said}</p>')
        st.code(text, language=None, wrap_lines=True)
        if st.button("Controleer of deze tekst klopt"):
            refuse_as_too_long("")
            hand_over(text)
            st.switch_page("ui/pages/controleer.py")
    draw_shown(place, len(text))


def _draw_turn(turn: Turn, room: EngineRoom, opened: Opened) -> None:
    draw_question(turn.question, words_for(turn.answer.language if turn.answer else "nl"))
    draw_answer(turn, room, opened)


def _answer(
    asked: Asked, number: int, room: EngineRoom, opened: Opened, reports: frozenset[str] | None
) -> None:
    """Answer the question that waits, keep it as the turn of that number and draw it.

    Each part comes where `_draw_turn` draws it the next time. A browser then leaves it as it is,
    and who opens the first source keeps the focus and the place on the page.
    """
    so_far = conversation()
    history = () if asked.alone else so_far.history(before=number)
    heading = st.empty()
    with heading:
        draw_question(asked.question, DUTCH)
    with st.spinner("Ik zoek het op …"):
        answer = _asked(room, asked.question, history, reports)
    turn = Turn(number, asked.question, answer, asked.alone, reports)
    keep(so_far.with_turn(turn))
    if answer is not None and answer.language != DUTCH.language:
        with heading:
            draw_question(asked.question, words_for(answer.language))
    draw_answer(turn, room, opened)


def _asked(
    room: EngineRoom, question: str, history: tuple[str, ...], reports: frozenset[str] | None
) -> Answer | None:
    """Return the answer, or None where anything at all went wrong: the page must stay."""
    try:
        return room.ask_for_visitor(question, history, reports)
    except Exception:
        _LOG.exception("A question could not be answered")
        return None


def _draw_suggestions(room: EngineRoom, opened: Opened, reports: frozenset[str] | None) -> None:
    """Draw questions to click: examples at first, then ones beside the last answer."""
    turns = conversation().turns
    last = turns[-1].answer if turns else None
    if not turns:
        questions, heading = _FIRST(opened.generation, reports, room), "Bijvoorbeeld"
    elif last is not None:
        words = words_for(last.language)
        asked = (last.question, last.interpreted_as)
        questions = _NEXT(opened.generation, reports, asked, last, room)
        heading = words.next_questions
    else:
        return
    before = [turn.question for turn in turns]
    questions = unasked(questions, before) or unasked(
        _FIRST(opened.generation, reports, room), before
    )
    if not questions:
        return
    st.html(f'<h2 class="rb-h3 rb-ask">{heading}</h2>')
    with st.container(key="voorstellen", horizontal=True):
        for place, question in enumerate(questions[:_MOST_SUGGESTED]):
            st.button(
                as_label(question),
                key=f"voorstel-{len(turns)}-{place}",
                on_click=ask_next,
                args=(question,),
                kwargs={"alone": True},
                wrap=True,
            )


def prepare_first_questions(room: EngineRoom) -> None:
    """Find the examples for newcomers before anyone comes: each must be answered to be shown."""
    _FIRST(room.opened().generation, None, room)


def _first(generation: str, reports: frozenset[str] | None, _room: EngineRoom) -> tuple[str, ...]:
    index = _room.opened().engine.index
    cards = [card.id for card in index.cards if reports is None or card.id in reports]
    return first_questions(
        lambda question: _room.ask(question, (), reports), (index.report(one) for one in cards)
    )


def _next(
    generation: str,
    reports: frozenset[str] | None,
    asked: tuple[str, str],
    _answer: Answer,
    _room: EngineRoom,
) -> tuple[str, ...]:
    """Return questions beside an answer or beside what came nearest, else the first examples.

    ``asked`` tells answers of one generation and filter apart, at less cost than the answer itself.
    """
    index = _room.opened().engine.index
    near = (*_answer.citations, *_answer.closest)
    if near and near[0].document in {card.id for card in index.cards}:
        found = next_questions(
            lambda question: _room.ask(question, (), reports),
            _answer,
            near[0],
            index.report(near[0].document),
        )
        if found:
            return found
    first: tuple[str, ...] = _FIRST(generation, reports, _room)
    return first


# The generation is in the key, so that a new ingest asks anew; a few hundred tuples of short texts.
_FIRST = st.cache_data(max_entries=50, show_spinner=False)(_first)
_NEXT = st.cache_data(max_entries=500, show_spinner=False)(_next)
