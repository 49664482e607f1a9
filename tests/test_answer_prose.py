"""I ask of running text what it says: the reason, the list that follows, the others than these."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.answer import Kind, Status, Verdict
from answer.engine import Engine
from store.settings import Settings
from tests.reading_parts import read_file
from tests.store_parts import TinyEncoder, index_of

LETTER = """# Voortgang 2025 gemeente Zandermeer

## 2.1 Jongerenwerk

### Ambitie

Elke jongere heeft dicht bij huis een plek.
De vrijwilligers zijn daar de baas.

### Activiteiten

In het beleidskader van 2023 heeft de raad uitgesproken dat jongeren uit alle wijken een plek in de
buurt moeten vinden, dat een plek niet meer dan een kwartier lopen mag zijn, en dat de vrijwilligers
van de buurtverenigingen daar zelf de sleutel van krijgen, ook in de avond en in het weekend.
Daarom is er geen vergunning voor het nieuwe jongerencentrum aangevraagd.

Met De Brug is overlast rond het plein voorkomen. Dit gebeurde onder meer door:
- avonden met de jongerenwerker
- een meldpunt voor buren
- nieuwe lampen

Naast Oost zijn er in andere wijken (de Noord en Zuid, en het Lint) nieuwe initiatieven ontstaan.
Uitstapjes als zwemmen, schaatsen, film hebben geleid tot meer deelnemers.

## 2.2 Zandkracht

Zandkracht is een afspraak tussen de drie Zandse gemeenten, Zorgwijs en de provincie Oostland.
Het netwerk bestaat uit huisartsen, scholen en clubs. Diverse scholen geven nu elke week les over
alcohol. Aan inwoners zijn enkele stukken gegeven: de Kookgids, de krant Buiten en een flyer.

## 2.3 Opvang

In De Linde is plaats voor 930 asielzoekers, waaronder 50 plekken voor jongeren.
Bij de bouw is samengewerkt met Buurtzorg Oost en met de Zandse Vereniging (ZV).
De bijdrage aan het regionale bureau stijgt met € 12.000. De huur van De Linde is € 81.000.
62 kinderen kregen zwemles; 48 van hen haalden hun diploma A.
De voorbereidingen in 2024 leidden tot een drukke kookavond (175 gasten) in maart 2025.
Twee van de vier bakfietsen zijn dit jaar gekocht. De regievoerder van Zandkracht werkt vier dagen.
De verhuizing kost € 90.000 en de leegstand van de oude school kost € 175.000.
De toeristenbelasting leverde in 2024 naar verwachting € 45.000 op, en moet in 2025 hoger zijn.
Het sociaal wijkteam kreeg € 44.000. Hoeveel plekken zijn er nog nodig in De Linde?

## 2.4 Weerstand

De ratio van het weerstandsvermogen staat in de tabel.
A meer dan 2 punten is uitstekend.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("prose")
    path = folder / "voortgang-2025.md"
    path.write_text(LETTER, encoding="utf-8")
    with index_of(folder / "store", read_file(path)) as index:
        yield Engine(index, TinyEncoder(), Settings(store=folder / "store", model="tiny"))


@pytest.mark.parametrize(
    "question",
    [
        "Waarom is er geen vergunning aangevraagd voor het jongerencentrum?",
        "Om welke reden is er geen vergunning voor het jongerencentrum aangevraagd?",
    ],
)
def test_the_long_sentence_that_therefore_points_back_to_is_the_reason(
    engine: Engine, question: str
) -> None:
    assert "beleidskader" in engine.ask(question).text


@pytest.mark.parametrize(
    ("question", "items"),
    [
        pytest.param(
            "Op welke manier is overlast rond het plein voorkomen?",
            ("avonden met de jongerenwerker", "een meldpunt voor buren", "nieuwe lampen"),
            id="list-behind-the-next-sentence",
        ),
        pytest.param(
            "In welke andere wijken dan Oost zijn nieuwe initiatieven ontstaan?",
            ("de Noord", "Zuid", "het Lint"),
            id="others-than-one",
        ),
        pytest.param(
            "welke partijen werken samen in Zandkracht",
            ("de drie Zandse gemeenten", "Zorgwijs", "de provincie Oostland"),
            id="a-list-of-organisations-without-that-word",
        ),
        pytest.param(
            "Met welke partijen is samengewerkt bij de bouw van De Linde?",
            ("Buurtzorg Oost", "de Zandse Vereniging (ZV)"),
            id="with-whom-it-was-made",
        ),
        pytest.param(
            "welke folders en gidsen kregen inwoners",
            ("de Kookgids", "de krant Buiten", "een flyer"),
            id="a-list-that-holds-the-kind",
        ),
        pytest.param(
            "Welke uitstapjes waren er?", ("zwemmen", "schaatsen", "film"), id="before-the-verb"
        ),
    ],
)
def test_a_list_has_its_items_and_nothing_of_the_sentence(
    engine: Engine, question: str, items: tuple[str, ...]
) -> None:
    answer = engine.ask(question)
    assert (answer.kind, answer.items) == (Kind.LIST, items)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het doel van jongerenwerk?",
        "wat wil de gemeente bereiken met jongerenwerk",
        "What is the aim of jongerenwerk?",
    ],
)
def test_a_goal_is_what_stands_under_the_heading_for_it(engine: Engine, question: str) -> None:
    assert "dicht bij huis een plek" in engine.ask(question).text


def test_goals_are_all_that_stands_there(engine: Engine) -> None:
    answer = engine.ask("ambities jongerenwerk")
    assert answer.items == (
        "Elke jongere heeft dicht bij huis een plek",
        "De vrijwilligers zijn daar de baas",
    )


def test_some_that_are_not_named_are_no_answer_to_which(engine: Engine) -> None:
    answer = engine.ask("welke scholen geven les over alcohol?")
    assert answer.status is Status.NOT_FOUND
    assert "zegt niet welke" in answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("hoeveel asielzoekers in De Linde", 930, id="all-of-them"),
        pytest.param("Hoeveel plekken voor jongeren zijn er in De Linde?", 50, id="the-part-asked"),
        pytest.param("hoeveel kinderen haalden hun diploma", 48, id="what-those-did"),
        pytest.param("hoeveel kinderen kregen zwemles", 62, id="what-all-did"),
        pytest.param("hoeveel bakfietsen zijn er gekocht", 2, id="those-and-not-the-whole"),
        pytest.param("hoeveel gasten had de kookavond in 2025", 175, id="in-the-year-beside-it"),
        pytest.param("hoeveel leverde de toeristenbelasting op in 2024", 45_000, id="its-own-year"),
        pytest.param("hoeveel stijgt de bijdrage aan het regionale bureau", 12_000, id="a-rise"),
    ],
)
def test_a_part_and_a_rise_are_given_where_they_are_asked(
    engine: Engine, question: str, value: int
) -> None:
    assert engine.ask(question).value == value


@pytest.mark.parametrize(
    ("question", "earlier"),
    [
        pytest.param("Hoeveel stijgt de huur van De Linde?", (), id="what-it-is-is-no-rise"),
        pytest.param(
            "Scheelt de huur van De Linde veel tussen 2024 en 2025?", (), id="one-year-is-told"
        ),
        pytest.param(
            "hoeveel levert de toeristenbelasting op in 2025", (), id="what-the-year-before-had"
        ),
        pytest.param("hoeveel kinderen haalden diploma B", (), id="another-letter"),
        pytest.param(
            "hoeveel gasten had de kookavond in 2024", (), id="the-year-of-something-else"
        ),
        pytest.param(
            "Wat kosten de verhuizing en de leegstand samen?", (), id="one-of-two-is-no-sum"
        ),
        pytest.param(
            "hoeveel daarvan kregen zwemles", ("Wat deed De Brug?",), id="of-something-else"
        ),
    ],
)
def test_an_amount_beside_the_question_is_no_answer(
    engine: Engine, question: str, earlier: tuple[str, ...]
) -> None:
    assert engine.ask(question, earlier).value is None


def test_a_question_in_the_report_answers_nothing(engine: Engine) -> None:
    assert "nog nodig" not in engine.ask("Wat is er nog nodig in De Linde?").text


def test_another_number_of_something_else_contradicts_no_claim(engine: Engine) -> None:
    answer = engine.ask("Klopt het dat de ratio weerstandsvermogen 10 is en dus uitstekend?")
    assert (answer.verdict, answer.value) == (Verdict.NOT_FOUND, None)
