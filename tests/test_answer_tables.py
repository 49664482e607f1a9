"""I ask of a table what it says: what was left, what a percentage was, which came second."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from answer.answer import Kind, Status
from answer.as_json import to_json
from answer.engine import Engine
from store.settings import Settings
from tests.reading_parts import read_file
from tests.store_parts import TinyEncoder, index_of

ACCOUNTS = """# Jaarverslag 2025 gemeente Zandermeer

## 2.1 Jongerenwerk

| Activiteit | Budget 2025 | Besteed 2025 |
| --- | --- | --- |
| Huiswerkplek | 14.000 | 14.650 |
| Meedoenfonds Jeugd | 58.000 | 67.900 |
| Zomerkamp De Brug | 21.000 | 17.150 |

## 2.2 Veilig wonen

| Indicator | 2023 | 2024 | 2025 |
| --- | --- | --- | --- |
| Leegstand winkels | 8,2% | 7,5% | 6,9% |
| Inwoners die zich onveilig voelen | 27% | 25% | 26% |
| Wachttijd voor een woning (dagen) | 410 | 395 | 380 |
| Oordeel over de buurt | 7,0 | 7,1 | 7,3 |

## 2.3 Energie

| Post | Beschikbaar | Uitgegeven t/m 2024 | Restant |
| --- | --- | --- | --- |
| Energiefixers | € 240.000 | € 198.500 | € 41.500 |
| Witgoedregeling | € 95.000 | € 95.000 | € 0 |

## 3.1 Verloop van de reserves

Bedragen in euro's

| Reserve | Stand 1-1-2025 | Stand 31-12-2025 |
| --- | --- | --- |
| Algemene reserve | 681.500 | 594.500 |
| Reserve wegen | 90.500 | 99.700 |

## 3.2 Lasten

Bedragen in euro's

| Lasten | 2024 | 2025 |
| --- | --- | --- |
| Riolering | -274.200 | -289.000 |
| Afval | -365.500 | -370.000 |

## 3.3 Bijdrage

Bedragen in euro's

| Verloop | 2025 |
| --- | --- |
| Uitgangspunt bijdrage bureau | 120.000 |
| Indexering | 6.000 |
| Totaal | 126.000 |

## 3.4 Tarieven riool

Bedragen in euro's

| Tarief | 2025 |
| --- | --- |
| Vastrecht woning | 145,20 |
| Gezin van drie | 215,04 |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("tables")
    path = folder / "jaarverslag-2025.md"
    path.write_text(ACCOUNTS, encoding="utf-8")
    with index_of(folder / "store", read_file(path)) as index:
        yield Engine(index, TinyEncoder(), Settings(store=folder / "store", model="tiny"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("Hoeveel is er over van het zomerkamp?", 3_850, id="left-of-the-budget"),
        pytest.param("overschrijding Meedoenfonds Jeugd", 9_900, id="overrun"),
        pytest.param(
            "Met hoeveel is de algemene reserve gedaald in 2025?", 87_000, id="reserve-went-down"
        ),
        pytest.param("Hoeveel is er besteed aan de huiswerkplek?", 14_650, id="spent-not-budget"),
        pytest.param("Welk percentage van de winkels stond leeg in 2024?", None, id="other-words"),
        pytest.param("leegstand winkels 2024", Decimal("7.5"), id="rate-of-a-year"),
        pytest.param("stand reserve wegen eind 2025", 99_700, id="end-of-the-year"),
        pytest.param("lasten riolering 2025", 289_000, id="expenses-below-zero"),
    ],
)
def test_a_figure_of_a_table_is_the_one_that_was_asked(
    engine: Engine, question: str, value: Decimal | int | None
) -> None:
    assert engine.ask(question).value == value


def test_a_difference_shows_both_amounts(engine: Engine) -> None:
    answer = engine.ask("Met hoeveel is het budget van het Meedoenfonds Jeugd overschreden?")

    assert answer.kind is Kind.COMPARISON
    assert [part.value for part in answer.figures] == [67_900, 58_000]


def test_expenses_without_their_sign_are_told_to_be_so(engine: Engine) -> None:
    assert "Het rapport zet een min voor lasten." in engine.ask("lasten afval 2025").notes


@pytest.mark.parametrize(
    ("question", "winner"),
    [
        pytest.param(
            "Wat was bij jongerenwerk de op één na hoogste besteding?",
            "Zomerkamp De Brug",
            id="second",
        ),
        pytest.param(
            "Wat kreeg na het Meedoenfonds Jeugd het meeste geld besteed?",
            "Zomerkamp De Brug",
            id="behind-another",
        ),
    ],
)
def test_places_behind_the_first(engine: Engine, question: str, winner: str) -> None:
    assert engine.ask(question).figures[0].label.startswith(winner)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Wat was de leegstand van winkels in 2019?", id="no-such-year"),
        pytest.param("Hoeveel is er over van het speelplein?", id="no-such-line"),
    ],
)
def test_what_the_table_lacks_is_refused(engine: Engine, question: str) -> None:
    assert engine.ask(question).status is Status.NOT_FOUND


PROGRAMME = """# Voortgang Fit en Vitaal 2025 gemeente Zandermeer

## 2.1 Bewegen

| Bedrag | Activiteit | Resultaat |
| --- | --- | --- |
| 118.000 | Buurtsportcoaches | Er werken zes coaches. |
| 9.500 | Huiswerkplek | Twee middagen per week. |
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("Hoeveel ging er binnen Fit en Vitaal naar de huiswerkplek?", 9_500, id="it"),
        pytest.param("Hoeveel ging er naar de buurtsportcoaches?", 118_000, id="no-report-named"),
    ],
)
def test_a_report_that_is_named_answers_by_itself(tmp_path, question: str, value: int) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    texts = {"jaarverslag-2025": ACCOUNTS, "voortgang-2025": PROGRAMME}
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    reports = [read_file(folder / f"{name}.md") for name in texts]
    with index_of(tmp_path / "store", *reports) as index:
        engine = Engine(index, TinyEncoder(), Settings(store=tmp_path / "store", model="tiny"))

        assert engine.ask(question).value == value


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("Wat was in 2025 de wachttijd voor een woning?", "380", "380 dagen voor"),
        ("Wat was het oordeel over de buurt in 2024?", "7.1", "7,1 voor"),
    ],
    ids=["unit of the label", "bare number"],
)
def test_a_number_is_said_with_its_unit_and_is_no_euro(
    engine: Engine, question: str, value: str, said: str
) -> None:
    answer = engine.ask(question)

    assert answer.value == Decimal(value)
    assert answer.text.startswith(said)
    assert "€" not in answer.text
    assert to_json(answer)["unit"] == "count"


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel geld ging er in 2025 naar de wachttijd voor een woning?",
        "Het oordeel over de buurt kostte in 2025 € 7,30, klopt dat?",
        "Wat is het verschil tussen de wachttijd voor een woning en het oordeel over de buurt?",
    ],
    ids=["money is asked", "money is claimed", "two units"],
)
def test_a_number_without_euros_is_no_money(engine: Engine, question: str) -> None:
    assert engine.ask(question).status is Status.NOT_FOUND


def test_numbers_of_a_section_are_not_in_its_total(engine: Engine) -> None:
    answer = engine.ask("Hoeveel is er in totaal uitgegeven aan veilig wonen?")

    assert answer.value is None


def test_what_was_spent_up_to_a_year_answers_for_that_year_only(engine: Engine) -> None:
    spent = engine.ask("Wat is er tot en met 2024 uitgegeven aan de energiefixers?")
    available = engine.ask("Hoeveel was in 2024 beschikbaar voor de energiefixers?")

    assert spent.value == Decimal(198_500)
    assert available.value != Decimal(198_500)


def test_the_whole_that_a_question_names_is_no_answer_to_how_many_of_it(engine: Engine) -> None:
    answer = engine.ask("Hoeveel van de 380 dagen wachttijd voor een woning in 2025 waren nodig?")
    assert answer.status is Status.NOT_FOUND


AGREEMENT = """# Akkoord 2025

## 2.1 Domein zorg en welzijn

| Maatregel | Bedrag 2025 |
| --- | --- |
| Sociaal verwijzen | € 68.000 |
| Inloop | € 12.000 |
"""


def test_an_adjective_names_no_row_without_its_noun(tmp_path) -> None:
    path = tmp_path / "akkoord-2025.md"
    path.write_text(AGREEMENT, encoding="utf-8")
    with index_of(tmp_path / "store", read_file(path)) as index:
        engine = Engine(index, TinyEncoder(), Settings(store=tmp_path / "store", model="tiny"))
        assert engine.ask("Hoeveel ging er in 2025 naar het sociaal domein?").value is None
        assert engine.ask("Hoeveel ging er in 2025 naar sociaal verwijzen?").value == 68_000


def test_a_row_named_in_part_is_no_total_of_its_table(engine: Engine) -> None:
    answer = engine.ask("Hoe hoog is de totale bijdrage aan het bureau in 2025?")

    assert answer.value is None
    assert [part.value for part in answer.figures] == [120_000, 126_000]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wat zijn de tarieven riool in 2025 in totaal?", "niet opgeteld"),
        ("Hoeveel is het parkeertarief in 2025 in totaal?", "“parkeertarief”"),
    ],
    ids=["rates make no sum", "the head of a compound names nothing"],
)
def test_rates_are_not_added_up(engine: Engine, question: str, said: str) -> None:
    answer = engine.ask(question)

    assert answer.value is None
    assert said in answer.text
