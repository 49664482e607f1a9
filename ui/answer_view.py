"""One turn of the conversation: the question, the answer first, how it was made, its sources."""

import streamlit as st

from answer.answer import Answer, Kind, Operation, Status
from ui.conversation import Turn, ask_next, conversation
from ui.dutch_number import in_words
from ui.engine_room import EngineRoom, Opened
from ui.feedback_view import draw_feedback
from ui.figures_view import draw_chart, draw_figures
from ui.plain import as_html, one_line
from ui.scope import report_titles, scope_in_html
from ui.source_view import draw_sources
from ui.told import is_sum, told
from ui.trace_view import draw_trace
from ui.verdict_in_words import verdict_in_words
from ui.words import Words, words_for

_EURO = "€\u00a0"  # no line may end between the sign and its amount
_WITH_HEADLINE = {Kind.AMOUNT, Kind.TOTAL, Kind.NUMBER}


def draw_question(question: str, words: Words) -> None:
    """Draw the heading of a turn: the question as text, whatever stands in it."""
    st.html(
        f'<div class="rb-question" lang="{words.language}">'
        f'<span class="rb-eyebrow">{words.your_question}</span>'
        f"<h2>{as_html(question)}</h2></div>"
    )


def draw_answer(turn: Turn, room: EngineRoom, opened: Opened) -> None:
    """Draw what follows the question of a turn."""
    answer = turn.answer
    if answer is None:
        _draw_failure(turn)
        return
    words = words_for(answer.language)
    _draw_reading(turn, answer, words)
    _draw_text(answer, words)
    draw_figures(answer, words, str(turn.number))
    refused = answer.status is Status.NOT_FOUND
    searched = _search(answer, opened, words) if refused else _scope(turn, answer, opened, words)
    if answer.notes or searched:
        st.html(f"{_notes(answer, words)}{searched}")
    draw_chart(answer, words, str(turn.number))
    draw_sources(turn, opened, words)
    if answer.kind is not Kind.ABOUT:
        draw_trace(turn, room, opened)
    draw_feedback(turn, words)


def _draw_failure(turn: Turn) -> None:
    words = words_for("nl")
    st.html(f'<p class="rb-failed" role="alert">{words.failed}</p>')
    st.button(
        "Probeer het opnieuw",
        key=f"opnieuw-{turn.number}",
        on_click=ask_next,
        args=(turn.question,),
        kwargs={"replaces": turn.number, "alone": turn.alone},
    )


def _draw_reading(turn: Turn, answer: Answer, words: Words) -> None:
    """Draw how the conversation changed the question, with the way back.

    A refusal always gets the way back: a year or a name of before may be what stands in its way.
    """
    if turn.alone or not conversation().history(before=turn.number):
        return
    if one_line(answer.interpreted_as) != one_line(answer.question):
        st.html(
            f'<p class="rb-reading" lang="{words.language}">{words.read_as} '
            f"<strong>{as_html(answer.interpreted_as)}</strong></p>"
        )
    elif answer.status is not Status.NOT_FOUND:
        return
    st.button(
        words.ask_alone,
        key=f"los-{turn.number}",
        type="tertiary",
        on_click=ask_next,
        args=(turn.question,),
        kwargs={"alone": True, "replaces": turn.number},
    )


def _draw_text(answer: Answer, words: Words) -> None:
    """Draw the answer in large type, its figure or verdict largest of all."""
    tone = "rb-refusal" if answer.status is Status.NOT_FOUND else "rb-found"
    headline, said = _headline(answer, words), told(answer)
    above = f'<p class="rb-headline">{as_html(headline)}</p>' if headline else ""
    rows = "".join(f"<li>{as_html(item)}</li>" for item in said.items)
    below = f'<ul class="rb-items">{rows}</ul>' if rows else ""
    st.html(
        f'<div class="rb-answer {tone}" lang="{words.language}" data-rb-announce>{above}'
        f'<p class="rb-text">{as_html(said.sentence.replace("€ ", _EURO))}</p>{below}</div>'
    )


def _headline(answer: Answer, words: Words) -> str | None:
    """Return the figure or the verdict that a reader looks for first; None where prose answers."""
    if answer.verdict is not None:
        return verdict_in_words(answer.verdict, words, summed=is_sum(answer))
    if answer.status is Status.NOT_FOUND:
        return None if answer.text.startswith(words.not_found) else words.not_found
    computed = answer.operation in {Operation.DIFFERENCE, Operation.SHARE}
    if answer.value is None or not (computed or answer.kind in _WITH_HEADLINE):
        return None
    shown = in_words(answer.value, answer.unit)
    if answer.value_max is not None:
        shown += f" – {in_words(answer.value_max, answer.unit)}"
    return shown


def _notes(answer: Answer, words: Words) -> str:
    """Return what the reader must know besides, as safe HTML; "" where the table says it all."""
    said = words.lines_counted.format(count=len(answer.figures))  # in the last row of the table
    notes = [note for note in answer.notes if note != f"{said}."]
    if not notes:
        return ""
    rows = "".join(f"<li>{as_html(note)}</li>" for note in notes)
    return (
        f'<div class="rb-notes" lang="{words.language}"><h3>{words.notes}</h3><ul>{rows}</ul></div>'
    )


def _search(answer: Answer, opened: Opened, words: Words) -> str:
    """Return what a refusal lacks and where was looked, as safe HTML."""
    titles, count = report_titles(answer.searched, opened), len(opened.engine.index.cards)
    rows = [
        (words.missing, [f"‘{one_line(part)}’" for part in _untold(answer)]),
        (words.searched_of.format(searched=len(titles), count=count), titles),
    ]
    listed = "".join(
        f"<dt>{name}</dt>" + "".join(f"<dd>{as_html(part)}</dd>" for part in parts)
        for name, parts in rows
        if parts
    )
    return f'<dl class="rb-search">{listed}</dl>' if listed else ""


def _scope(turn: Turn, answer: Answer, opened: Opened, words: Words) -> str:
    """Return how many of the reports were searched, and which where the visitor chose them."""
    if not answer.searched:
        return ""
    return scope_in_html(answer.searched, opened, words, named=turn.reports is not None)


def _untold(answer: Answer) -> list[str]:
    """Return what is missing and does not stand in the answer's own sentence."""
    return [part for part in answer.missing if part not in answer.text]
