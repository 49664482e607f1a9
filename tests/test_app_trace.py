"""Whoever doubts an answer reads, in plain Dutch, how it was chosen."""

from tests import app_parts
from tests.app_parts import HOSTILE, Open, refusal, shown, total

open_page = app_parts.open_page
QUESTION = "hoeveel ging er naar valpreventie"
FOLD = "Waarom dit antwoord?"


def opened_fold(open_page: Open, question: str, answers: dict) -> str:
    page, _ = open_page(answers)
    page.chat_input(key="vraag").set_value(question).run()
    fold = next(each for each in page.expander if each.label == FOLD)
    page.session_state[fold.proto.id] = True
    page.session_state["waarom--0"] = True
    return shown(page.run())


def test_trace_says_how_the_question_was_read_and_what_was_weighed(open_page: Open) -> None:
    html = opened_fold(open_page, QUESTION, {QUESTION: total(QUESTION)})

    assert "<dt>U vraagt naar</dt><dd>een bedrag</dd>" in html
    assert "Over het jaar" not in html  # nothing was said of a year
    assert "50%. Er staat niet: sneeuw" in html
    assert "Het antwoord komt uit 3 bronnen. Bewerking: optellen." in html


def test_trace_of_a_refusal_says_what_was_not_found(open_page: Open) -> None:
    html = opened_fold(open_page, "strooien?", {"strooien?": refusal("strooien?")})

    assert "Niet gevonden: ‘sneeuwschuivers’, ‘strooiwagens’." in html


def test_hostile_text_in_a_trace_is_shown_as_text(open_page: Open) -> None:
    html = opened_fold(open_page, QUESTION, {QUESTION: total(QUESTION)})

    assert "<img" not in html
    assert HOSTILE.split("<")[0] in html.replace("&gt;", ">")
