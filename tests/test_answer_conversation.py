"""I ask on about a table of activities: what was counted, why, what money it took, and of all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.answer import Status, Verdict
from answer.engine import Engine
from store.settings import Settings
from tests.reading_parts import read_file
from tests.store_parts import TinyEncoder, index_of

REPORT = """# Voortgang buurtwerk 2025 gemeente Zandermeer

## 1.1 Buurtwerk

| Bedrag | Activiteit | Resultaat |
| --- | --- | --- |
| 30.000 | Bakfietsen | Er zijn drie bakfietsen gekocht. Dit zijn drie van de vijf bakfietsen in \
totaal die in de stad komen te staan. |
| 41.000 | Buurttafels | Er is gestart met een buurtkok. Deze inzet is bedoeld om buren, \
of mensen die net in de wijk zijn komen wonen en daar nog niemand kennen, aan tafel te krijgen. |
| 52.000 | Wijkaanpak: een manier van werken om samen met alle aanwezigen te komen tot een \
sterke buurt | Er is een opbouwwerker ingehuurd. |
| 12.000 | Klussendienst | Bij ouderen wordt geklust. Er \
zijn met de klussendienst 64 deelnemers bereikt. |

De baten van het buurtwerk waren € 140.000. Deze baten bestonden uit diverse bijdragen (fonds \
Noord, fonds Zuid en een legaat).

## 1.2 Sport

| Bedrag | Activiteit | Resultaat |
| --- | --- | --- |
| 18.000 | Zwemles | Er waren zes groepen. |
| 25.000 | Looproute | De route is vijf kilometer. |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("buurtwerk")
    path = folder / "voortgang-2025.md"
    path.write_text(REPORT.replace("\\\n", ""), encoding="utf-8")
    with index_of(folder / "store", read_file(path)) as index:
        yield Engine(index, TinyEncoder(), Settings(store=folder / "store", model="tiny"))


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        pytest.param(
            ("Wat doet de klussendienst?", "Hoeveel deelnemers zijn daarmee bereikt?",
             "En hoeveel geld was daarvoor?"),
            12_000,
            id="money-for-what-was-counted",
        ),
        pytest.param(
            ("Hoeveel bakfietsen zijn er gekocht?",
             "en hoeveel komen er in totaal in de stad te staan?"),
            5,
            id="the-noun-is-that-of-the-turn-before",
        ),
        pytest.param(
            ("Hoeveel ging er naar zwemles?", "En naar de looproute?",
             "Wat is het verschil ertussen?", "Hoeveel is het samen met de klussendienst erbij?"),
            55_000,
            id="the-two-compared-and-a-third",
        ),
        pytest.param(
            ("Hoeveel ging er naar de looproute?", "en hoeveel meer is dat dan zwemles kreeg?"),
            7_000,
            id="more-than-one-that-is-named-now",
        ),
        pytest.param(
            ("Hoeveel ging er naar de wijkaanpak?",), 52_000, id="a-name-before-its-description"
        ),
    ],
)  # fmt: skip
def test_a_turn_asks_of_what_those_before_it_named(
    engine: Engine, turns: tuple[str, ...], value: int
) -> None:
    *earlier, question = turns
    assert engine.ask(question, earlier).value == value


def test_a_ranking_after_a_comparison_of_two_is_of_all(engine: Engine) -> None:
    earlier = ["Hoeveel ging er naar zwemles?", "En naar de looproute?", "Wat is het verschil?"]
    assert len(engine.ask("Welke vijf posten kostten het meest?", earlier).figures) == 5


def test_where_an_amount_came_from_is_what_it_was_made_up_of(engine: Engine) -> None:
    answer = engine.ask("waar kwamen die vandaan?", ["Wat waren de baten van het buurtwerk?"])
    assert answer.items == ("fonds Noord", "fonds Zuid", "een legaat")


def test_a_reason_may_stand_in_the_sentence_behind(engine: Engine) -> None:
    answer = engine.ask("en waarom doen we dat?", ["Wie is er gestart als buurtkok?"])
    assert "aan tafel" in answer.text


def test_words_that_describe_a_row_do_not_name_it(engine: Engine) -> None:
    assert engine.ask("Hoeveel geld ging er naar de aanwezigen?").status is Status.NOT_FOUND


def test_persons_of_a_claim_are_those_the_row_is_about(engine: Engine) -> None:
    answer = engine.ask("Er zijn met de klussendienst toch meer dan 80 ouderen bereikt?")
    assert (answer.verdict, answer.value) == (Verdict.CONTRADICTED, 64)


def test_other_persons_are_not_held_against_them(engine: Engine) -> None:
    answer = engine.ask("Er zijn met de klussendienst toch meer dan 80 jongeren bereikt?")
    assert answer.verdict is Verdict.NOT_FOUND
