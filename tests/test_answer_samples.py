"""On a fresh clone the sample reports must answer as the README promises, with section and page."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from answer.answer import Answer, Kind, Status, Verdict
from answer.as_json import to_json
from answer.engine import Engine, open_engine
from store.samples import sample_settings
from store.settings import Settings

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


def section_and_page(answer: Answer) -> tuple[str | None, int | None]:
    return answer.citations[0].section_number, answer.citations[0].page


def test_the_key_question_gets_its_sum_with_seven_lines(engine: Engine) -> None:
    answer = engine.ask("hoeveel ging er naar valpreventie")

    assert (answer.kind, answer.value, answer.unit) == (Kind.TOTAL, Decimal(228_000), "euro")
    assert len(answer.figures) == len(answer.citations) == 7
    assert {part.section_number for part in answer.figures} == {"2.6"}
    assert "7 van 7 regels." in answer.notes
    assert "Het rapport noemt zelf geen totaal." in answer.notes
    assert any("voorbeeld" in note for note in answer.notes)


@pytest.mark.parametrize(
    ("question", "value", "section"),
    [
        ("hoeveel kreeg de klup", 12_000, "2.6"),
        ("budget JOGG 2024", 32_000, "2.5"),
        ("wat is er besteed aan mentale gezondheit", 26_000, "2.4"),
        ("prijs van de duofietsen", 18_000, "2.5"),
        ("How much went to informal care?", 50_000, "2.10"),
        ("Wat waren de baten van Twentse Koers in 2024?", 6_277_990, None),
        ("hoeveel jonge moeders zijn er begeleid", 130, "2.3"),
    ],
)
def test_a_figure_comes_with_its_section(
    engine: Engine, question: str, value: int, section: str | None
) -> None:
    answer = engine.ask(question)

    assert (answer.status, answer.value) == (Status.ANSWERED, Decimal(value))
    assert section_and_page(answer)[0] == section


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Wat krijgt de voedselbank uit de SPUK?", "voedselbank"),
        ("wat verdient de veerkrachtcoach", "verdient"),
        ("Wat wordt er in 2026 aan valpreventie uitgegeven?", "2026"),
        ("En hoeveel jonge vaders zijn er begeleid?", "vaders"),
        ("Is er geld naar het Leger des Heils gegaan?", "Heils"),
        ("Hoeveel valpreventiegroepen had de gemeente verwacht?", "verwacht"),
        ("Hoeveel van de 130 begeleide jonge moeders waren jonger dan 18?", "18"),
        ("wachttijd logeerzorg", "wachttijd"),
        ("Wat kost één duofiets?", "één"),
        ("wat is er per tiener uitgegeven aan het restaurant in de riet", "per tiener"),
        ("naam kwartiermaker valpreventie?", "kwartiermaker"),
        ("Waarom is het Leeflab stopgezet?", "stopgezet"),
        ("startdatum veerkrachtcoach", "startdatum"),
        ("What rent is paid for the leeflab?", "rent"),
        ("wie is de leverancier van de duo-fietsen?", "leverancier"),
        ("ndc in hengelo hoeveel groepen waren dat", "hengelo"),
        ("wat kostte de opbouwwerker van ABCD", "opbouwwerker"),
        ("Van welk adviesbureau kwam het advies over JIM?", "adviesbureau"),
        ("vind de wethouder zelf dat het geld goed besteed is", "wethouder"),
    ],
    ids=[
        "absent organisation",
        "salary",
        "other year",
        "other people",
        "absent name",
        "expected",
        "bound",
        "attribute of another",
        "each",
        "per person",
        "a name",
        "not stopped",
        "no date",
        "unknown English noun",
        "a role that only sounds like a verb",
        "a place in small letters",
        "a part of a row",
        "the front of a compound",
        "somebody's opinion",
    ],
)
def test_what_is_not_there_is_refused_and_named(
    engine: Engine, question: str, missing: str
) -> None:
    answer = engine.ask(question)

    assert answer.status is Status.NOT_FOUND
    assert answer.value is None
    assert answer.citations == ()
    assert missing in " ".join(answer.missing)
    assert answer.searched


@pytest.mark.parametrize(
    ("claim", "verdict", "value"),
    [
        ("klopt het dat het Fysiocollectief 74.000 kreeg?", Verdict.SUPPORTED, 74_000),
        ("Twents Zilver heeft toch 35.000 gekregen?", Verdict.CONTRADICTED, 25_000),
        ("valpreventie kostte ruim twee ton hè", Verdict.SUPPORTED, 228_000),
        ("valpreventie kostte bijna twee ton, klopt dat?", Verdict.CONTRADICTED, 228_000),
        ("Klopt het dat er 24 projecten waren bij Twentse Koers?", Verdict.SUPPORTED, 24),
        ("klopt het dat de speeltuinvereniging 10.000 euro kreeg", Verdict.NOT_FOUND, None),
        ("Klopt het dat er in Almelo een voedselbank komt?", Verdict.NOT_FOUND, None),
    ],
)
def test_a_claim_is_held_against_the_report(
    engine: Engine, claim: str, verdict: Verdict, value: int | None
) -> None:
    answer = engine.ask(claim)

    assert (answer.kind, answer.verdict) == (Kind.CLAIM, verdict)
    assert answer.value == value


_THIRD, _SIXTH = Decimal("32.5"), Decimal("15.8")  # percent


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (["Hoeveel ging er naar valpreventie?", "En naar mantelzorg?"], 50_000),
        (["Wat is de NDC?", "wat heeft dat gekost?"], 20_000),
        (["Wat waren de baten van Twentse Koers in 2024?", "en hoeveel moet terug?"], 965_225),
        (["Hoeveel ging er naar JOGG?", "en naar mantelzorg?", "en samen?"], 82_000),
        (["Klopt het dat De Klup 21.000 euro kreeg?", "hoeveel dan wel?"], 12_000),
        (["Hoeveel kreeg het Fysiocollectief?", "welk deel is het van valpreventie?"], _THIRD),
        (["Wat doet Avedan?", "hoeveel procent van het geld ging naar valpreventie?"], _SIXTH),
    ],
    ids=[
        "another subject", "the same subject", "another attribute", "together", "correction",
        "share of the one before", "share of all, whatever came before",
    ],
)  # fmt: skip
def test_a_follow_up_takes_from_the_conversation_what_it_leaves_out(
    engine: Engine, turns: list[str], value: int | Decimal
) -> None:
    answer = engine.ask(turns[-1], turns[:-1])

    assert answer.value == value


@pytest.mark.parametrize(
    ("question", "value", "section"),
    [
        pytest.param("Met hoeveel nam het aantal deelnemers tegen eenzaamheid toe?", 219, "2.11",
                     id="by-how-many"),
        pytest.param("Hoeveel gastheren en gastvrouwen telt het prieel nu?", 6, "2.11",
                     id="became"),
        pytest.param("Met hoeveel gastheren en gastvrouwen begon het prieel?", 2, "2.11",
                     id="was"),
        pytest.param("Hoeveel bewoners van de Boomsplaats denken actief mee?", 27, "2.7",
                     id="item-of-a-row-of-numbers"),
        pytest.param("boomsplaats ontmoeting aantal", 60, "2.7", id="another-item"),
    ],
)  # fmt: skip
def test_of_several_numbers_the_one_that_was_asked(
    engine: Engine, question: str, value: int, section: str
) -> None:
    answer = engine.ask(question)
    assert (answer.value, answer.citations[0].section_number) == (value, section)


def test_a_change_is_not_stated_where_only_what_it_became_is_told(engine: Engine) -> None:
    answer = engine.ask("Met hoeveel nam het aantal bezoekers van het prieel toe?")
    assert answer.status is Status.NOT_FOUND


def test_english_that_is_not_understood_is_not_passed_over(engine: Engine) -> None:
    answer = engine.ask("Did the participants of the diabetes challenge actually lose weight?")
    assert answer.status is Status.NOT_FOUND


def test_another_year_in_a_follow_up_never_repeats_this_years_figure(engine: Engine) -> None:
    answer = engine.ask("en in 2023?", ["Hoeveel ging er naar valpreventie in Almelo?"])

    assert answer.status is Status.NOT_FOUND


def test_english_questions_get_our_words_in_english_and_the_quote_in_dutch(engine: Engine) -> None:
    answer = engine.ask("How much went to informal care?")

    assert answer.language == "en"
    assert "for “Mantelzorg”" in answer.text


def test_an_english_question_is_told_what_was_not_counted_too(engine: Engine) -> None:
    notes = engine.ask("How much was spent on fall prevention?").notes

    assert any("Zorgkrant" in note and "niet meegeteld" in note for note in notes)
    assert "7 of 7 lines." in notes


@pytest.mark.parametrize(
    "question", ["Ben jij het eens met hoe dit geld verdeeld is?", "wat vind jij van het leeflab"]
)
def test_the_tool_has_no_opinion_and_says_so(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert "geen mening" in answer.text


@pytest.mark.parametrize("question", ["", "   ", "?!", "a" * 501])
def test_an_empty_or_endless_question_is_refused_with_a_reason(
    engine: Engine, question: str
) -> None:
    answer = engine.ask(question)

    assert answer.status is Status.NOT_FOUND
    assert "vraag" in answer.text


def test_the_same_question_gives_the_same_json(engine: Engine, sample_home: Path) -> None:
    again = open_engine(sample_settings(Settings(store=sample_home)))
    question = "Hoeveel groepen zijn er in 2024 geweest?"

    first, second = (json.dumps(to_json(e.ask(question))) for e in (engine, again))
    again.index.close()

    assert first == second
