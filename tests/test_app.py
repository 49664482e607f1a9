"""A council member asks in the page and reads the answer, how it was made and where it stands."""

from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from answer.answer import Kind, Verdict
from tests import app_parts
from tests.app_parts import HOSTILE, Open, refusal, shown, text, total
from ui import ask_page

open_page = app_parts.open_page
QUESTION = "hoeveel ging er naar valpreventie"


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input(key="vraag").set_value(question).run()


def test_answer_stands_before_its_sum_and_its_sources(open_page: Open) -> None:
    page, _ = open_page({QUESTION: total(QUESTION)})
    html = shown(ask(page, QUESTION))

    assert not page.exception
    order = ["€\xa0103.000</p>", "Zo is het opgeteld", "3 van 3 regels van paragraaf 2.6<"]
    order += ["Goed om te weten", "Bronnen"]
    places = [html.index(part) for part in order]
    assert places == sorted(places)
    assert "57.000 + 1.000 + 45.000 = <strong>€\xa0103.000</strong>" in html
    assert html.count("3 van 3 regels") == 1
    assert '<a href="#bron-0-2">Bron 3</a>: paragraaf 2.6, bladzijde 1' in html
    assert [each.label for each in page.expander] == [
        "Bron 1: paragraaf 2.6, bladzijde 1 · €\xa057.000 · Buurtsportcoach",
        "Bron 2: paragraaf 2.6, bladzijde 1 · €\xa01.000 · Fysiotherapie",
        "Bron 3: paragraaf 2.6, bladzijde 1 · €\xa045.000 · inzet Avedan",
        "Waarom dit antwoord?",
    ]


def test_opened_source_shows_quote_place_and_reference(open_page: Open) -> None:
    page, _ = open_page({QUESTION: total(QUESTION)})
    page.session_state["bron-0-2"] = True
    html = shown(ask(page, QUESTION))

    assert '<blockquote class="rb-quote">45.000 inzet Avedan</blockquote>' in html
    assert '<mark class="rb-mark">45.000 inzet Avedan</mark>' in html
    assert page.code[0].value == (
        "“45.000 inzet Avedan”\n\n"
        "Terugblik van 4 maart 2025, paragraaf 2.6 Valpreventie, bladzijde 1 (terugblik.pdf)"
    )


def test_three_parts_get_a_chart_and_two_do_not(open_page: Open) -> None:
    three = total("drie")
    two = replace(three, question="twee", figures=three.figures[:2])
    page, _ = open_page({"drie": three, "twee": two})

    assert len(ask(page, "drie").get("vega_lite_chart")) == 1
    assert len(ask(page, "twee").get("vega_lite_chart")) == 1


def test_follow_up_knows_the_conversation_and_can_be_asked_without_it(open_page: Open) -> None:
    follow_up = "en aan Avedan?"
    read = replace(total(follow_up), interpreted_as="Hoeveel ging er naar Avedan bij valpreventie?")
    page, engine = open_page({QUESTION: total(QUESTION), follow_up: read})
    ask(ask(page, QUESTION), follow_up)

    assert (follow_up, (QUESTION,), None) in engine.asked
    assert "<strong>Hoeveel ging er naar Avedan bij valpreventie?</strong>" in shown(page)

    page.button(key="los-1").click().run()

    assert engine.asked[-1][:2] == (follow_up, ()) or (follow_up, (), None) in engine.asked
    assert "Ik lees uw vraag als" not in shown(page)
    assert shown(page).count(f"<h2>{follow_up}</h2>") == 1


def test_refusal_in_a_conversation_can_be_asked_without_it(open_page: Open) -> None:
    page, engine = open_page({QUESTION: total(QUESTION)})
    ask(ask(page, QUESTION), "en het strooien?")
    assert "Ik lees uw vraag als" not in shown(page)
    page.button(key="los-1").click().run()

    assert ("en het strooien?", (), None) in engine.asked


def test_question_about_the_tool_is_no_part_of_the_conversation(open_page: Open) -> None:
    about = replace(text("hoi", "Ik beantwoord vragen.", "2.6"), kind=Kind.ABOUT, citations=())
    page, engine = open_page({"hoi": about, QUESTION: total(QUESTION)})
    ask(ask(page, "hoi"), QUESTION)

    assert (QUESTION, (), None) in engine.asked
    assert [each.label for each in page.expander].count("Waarom dit antwoord?") == 1


def test_failing_answer_is_said_in_dutch_and_the_input_stays(open_page: Open) -> None:
    page, _ = open_page({QUESTION: total(QUESTION)})
    ask(page, "kapot?")

    assert not page.exception
    assert "Het zoeken naar een antwoord is niet gelukt" in shown(page)
    assert "RuntimeError" not in shown(page)
    assert "€\xa0103.000" in shown(ask(page, QUESTION))


def test_engine_that_cannot_open_is_said_in_dutch_and_the_input_stays(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_settings: object) -> bool:
        message = "a fault that nobody foresaw"
        raise RuntimeError(message)

    page, _ = open_page({})
    st.cache_resource.clear()
    monkeypatch.setattr("store.samples.has_own_reports", broken)
    page.run()

    assert not page.exception
    assert "niet gelukt" in shown(page)
    assert page.chat_input(key="vraag")


def test_refusal_names_what_is_missing_and_calls_nothing_a_source(open_page: Open) -> None:
    page, _ = open_page({})
    html = shown(ask(page, "wat kosten de sneeuwschuivers"))

    assert "Dat staat niet in de rapporten" in html
    assert "‘strooiwagens’" in html
    assert "<dt>Gezocht in 1 van 1 rapporten</dt><dd>Terugblik</dd>" in html
    assert "Dit komt het dichtst in de buurt" in html
    assert "Dit is geen antwoord op uw vraag" in html
    assert "Bronnen" not in html
    assert page.expander[0].label.startswith("Plek 1: paragraaf 2.6")


@pytest.mark.parametrize(
    ("verdict", "operation", "said"),
    [
        pytest.param(Verdict.SUPPORTED, None, "Dat klopt<", id="supported"),
        pytest.param(Verdict.SUPPORTED, "sum", "Dat klopt, als optelling<", id="as a sum"),
        pytest.param(Verdict.CONTRADICTED, None, "Dat klopt niet<", id="contradicted"),
        pytest.param(Verdict.NOT_FOUND, None, "Dat staat er niet in<", id="not in the reports"),
    ],
)
def test_claim_gets_its_verdict_in_words(
    open_page: Open, verdict: Verdict, operation: str | None, said: str
) -> None:
    claim = refusal("klopt het?", verdict)
    if verdict is not Verdict.NOT_FOUND:
        made = total("klopt het?")
        claim = replace(made, verdict=verdict, operation=made.operation if operation else None)
    page, _ = open_page({"klopt het?": claim})

    assert f'<p class="rb-headline">{said}' in shown(ask(page, "klopt het?"))


def test_claim_about_one_line_is_not_called_a_sum(open_page: Open) -> None:
    made = total("klopt het?")
    one = replace(made, verdict=Verdict.SUPPORTED, figures=made.figures[:1])
    page, _ = open_page({"klopt het?": one})

    assert '<p class="rb-headline">Dat klopt</p>' in shown(ask(page, "klopt het?"))


def test_text_that_is_too_long_for_a_question_is_given_back_and_can_be_checked(
    open_page: Open,
) -> None:
    pasted = "Avedan kreeg 45.000 euro. " * 30
    page, engine = open_page({})
    asked = len(engine.asked)
    ask(page, pasted)

    assert "Uw vraag is 779 tekens lang. Stel een vraag van hoogstens 500 tekens." in shown(page)
    assert page.code[0].value == pasted.strip()
    assert len(engine.asked) == asked

    next(each for each in page.button if each.label.startswith("Controleer of")).click().run()

    assert page.text_area(key="te-controleren").value == pasted.strip()


def test_hostile_text_of_a_report_or_a_question_is_shown_as_text(open_page: Open) -> None:
    page, _ = open_page({HOSTILE: text(HOSTILE, HOSTILE, HOSTILE, HOSTILE)}, title=HOSTILE)
    page.session_state["bron-0-0"] = True
    html = shown(ask(page, HOSTILE))

    assert not page.exception
    assert "<img" not in html
    assert html.count("&lt;img src=http://elders.example/y.png") >= 6
    markdown = [*page.markdown, *page.caption, *page.title, *page.info]
    labels = [each.label for each in (*page.expander, *page.button, *page.tabs)]
    assert not [each for each in markdown if "elders" in each.value]
    assert not [label for label in labels if "http:" in label or "![" in label or "$x" in label]


def test_english_question_gets_our_words_in_english(open_page: Open) -> None:
    page, _ = open_page({"how much": replace(total("how much"), language="en")})
    html = shown(ask(page, "how much"))

    assert "How it adds up" in html
    assert '<div class="rb-answer rb-found" lang="en" data-rb-announce>' in html
    assert "€\xa0103.000" in html
    assert page.expander[0].label.startswith("Source 1: section 2.6, page 1")


def test_filter_is_passed_on_and_a_new_conversation_is_empty(open_page: Open) -> None:
    page, engine = open_page({QUESTION: total(QUESTION)})
    page.multiselect(key="rapporten").set_value(["terugblik"]).run()
    ask(page, QUESTION)

    assert (QUESTION, (), frozenset({"terugblik"})) in engine.asked
    assert "Gezocht in 1 van 1 rapporten: Terugblik" in shown(page)

    page.button(key="nieuw").click().run()

    assert '<div class="rb-question">' not in shown(page)


def test_only_questions_that_are_answered_are_suggested(open_page: Open) -> None:
    answered = "Hoeveel ging er naar valpreventie?"
    page, _ = open_page({answered: total(answered)})
    buttons = [each for each in page.button if str(each.key).startswith("voorstel")]

    assert [each.label for each in buttons] == ["Hoeveel ging er naar valpreventie\\?"]
    buttons[0].click().run()
    assert "€\xa0103.000" in shown(page)


def test_refusal_is_no_dead_end(open_page: Open) -> None:
    answered = "Hoeveel ging er naar valpreventie?"
    page, _ = open_page({answered: total(answered)})
    ask(page, "wat kosten de sneeuwschuivers")
    buttons = [each for each in page.button if str(each.key).startswith("voorstel")]

    assert [each.label for each in buttons] == ["Hoeveel ging er naar valpreventie\\?"]


def test_newest_answer_is_drawn_before_the_turns_above_it_are_drawn_again(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = ("een", "twee", "drie")
    page, _ = open_page({question: total(question) for question in questions})
    for question in questions[:2]:
        ask(page, question)
    drawn: list[int] = []
    monkeypatch.setattr(ask_page, "draw_answer", lambda turn, *_: drawn.append(turn.number))
    html = shown(ask(page, "drie"))

    assert drawn == [2, 0, 1]
    places = [html.index(f"<h2>{question}</h2>") for question in questions]
    assert places == sorted(places), "on the page they stand in the order in which they were asked"
