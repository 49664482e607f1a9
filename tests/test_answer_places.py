"""I ask where something stands: under which heading, in which row, on which page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.answer import Kind, Status
from answer.engine import Engine, open_engine
from store.samples import sample_settings
from store.settings import Settings

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


@pytest.mark.parametrize(
    ("question", "stands"),
    [
        ("in welke paragraaf van de terugblik staat valpreventie", "2.6"),
        ("onder welk thema valt JOGG", "2.5"),
        ("Waar in de terugblik vind ik iets over het Jeugdhuis?", "2.4"),
        ("bij welke post hoort Goed Bezig in Almelo ook alweer", "Zorgkrant"),
        ("Under which theme does JOGG belong?", "2.5"),
    ],
)
def test_the_heading_or_the_row_is_quoted(engine: Engine, question: str, stands: str) -> None:
    answer = engine.ask(question)

    assert answer.status is Status.ANSWERED
    assert stands in answer.text


def test_a_thing_in_two_paragraphs_gives_both_headings(engine: Engine) -> None:
    answer = engine.ask("onder welke paragraaf valt ABCD")

    assert answer.kind is Kind.LIST
    assert [item.lower() for item in answer.items] == ["leefomgeving", "versterken sociale basis"]


def test_the_page_is_told_and_is_the_one_that_is_cited(engine: Engine) -> None:
    answer = engine.ask("op welke bladzijde staat het Leeflab")

    assert answer.text.startswith(f"Dat staat op bladzijde {answer.citations[0].page}: ")


def test_what_stands_nowhere_is_refused(engine: Engine) -> None:
    assert engine.ask("in welke paragraaf staat de voedselbank").status is Status.NOT_FOUND


def test_what_an_amount_was_paid_for_is_its_row_and_no_total(engine: Engine) -> None:
    answer = engine.ask("Er staat ook 13.000 euro in de terugblik, wat is daarvan betaald?")

    assert answer.value is None
    assert "13.000" in answer.text


def test_what_two_lines_of_one_amount_were_meant_for_shows_both(engine: Engine) -> None:
    answer = engine.ask("Waarvoor was die 63.000 euro bedoeld?")

    assert [part.label for part in answer.figures] == ["Leeflab", "Kom er bij Almelo"]


def test_who_signed_by_office_gets_the_offices_above_the_names(engine: Engine) -> None:
    for question in (
        "Wie heeft de raadsbrief over Twentse Koers als secretaris ondertekend?",
        "Welke secretaris heeft de raadsbrief over Twentse Koers getekend?",
    ):
        assert "secretaris" in engine.ask(question).text
