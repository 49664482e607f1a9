"""I go on asking in half sentences: about a part, a place, the two that I asked of before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.answer import Status
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
    ("turns", "value"),
    [
        pytest.param(
            ("Hoeveel ging er naar valpreventie?", "en hoeveel daarvan ging naar De Klup?"),
            12_000,
            id="part-of-it",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar valpreventie?",
                "en hoeveel daarvan ging naar De Klup?",
                "hoeveel procent is dat?",
            ),
            5.3,
            id="share-of-the-last-two",
        ),
        pytest.param(
            (
                "Wat is er in totaal aan valpreventie uitgegeven?",
                "en zonder De Klup?",
                "en als je Avedan er ook nog af haalt?",
            ),
            171_000,
            id="one-left-out-after-the-other",
        ),
        pytest.param(
            ("Hoeveel ging er naar jongemoederwerk?", "en procentueel, van al het geld?"),
            3.1,
            id="share-of-all",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar mantelzorg?",
                "en naar eenzaamheid?",
                "en welzijn op recept?",
                "tel die drie eens bij elkaar op",
            ),
            162_000,
            id="all-three",
        ),
        pytest.param(
            ("Hoeveel lasten had Twentse Koers?", "En de baten?", "hoeveel zit daar tussen?"),
            1_701_103,
            id="difference-in-prose",
        ),
        pytest.param(
            ("Hoeveel kreeg Avedan bij gezondheidsachterstanden?", "nee, bij valpreventie"),
            45_000,
            id="same-receiver-elsewhere",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar mantelzorg?",
                "en naar leefomgeving?",
                "hoeveel scheelt dat?",
            ),
            0,
            id="what-the-two-differ",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar mantelzorg?",
                "en naar Kansrijke start?",
                "welke van de twee kreeg het meest en hoeveel scheelt het?",
            ),
            74_000,
            id="which-is-larger-and-by-how-much",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar mantelzorg?",
                "En naar welzijn op recept?",
                "Wat is het verschil daartussen?",
                "En hoeveel is het samen met het Leeflab erbij?",
            ),
            162_000,
            id="the-two-compared-and-a-third",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar JOGG?",
                "En naar het Leeflab?",
                "En samen?",
                "en met mantelzorg erbij?",
            ),
            145_000,
            id="the-sum-and-a-third",
        ),
        pytest.param(
            ("Wat kosten de wijkteams en de toegang in 2025?", "en wat was dat in 2024?"),
            2_525_000,
            id="that-of-another-year",
        ),
        pytest.param(
            ("Hoeveel ging er naar sport en mantelzorg?", "welke post daarvan was het grootst?"),
            460_000,
            id="largest-line-of-two-themes",
        ),
        pytest.param(
            ("Hoeveel kreeg het jongemoederwerk?", "en de hele paragraaf?"),
            124_000,
            id="the-paragraph-around-it",
        ),
        pytest.param(
            ("Hoeveel kreeg het project Kansrijke start?", "and the whole section, with the "
             "young mothers?"),
            124_000,
            id="the-paragraph-around-it-in-english",
        ),
        pytest.param(
            ("Hoe hoog waren de lasten van Twentse Koers in 2024?", "En wat kwam er binnen?"),
            6_277_990,
            id="the-other-side-of-the-books",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar het jongemoederwerk?",
                "Hoeveel minder is dat dan het project Kansrijke start?",
            ),
            34_000,
            id="less-than-the-line-and-not-its-theme",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar het Fysiocollectief?",
                "Waarom waren er minder groepen dan verwacht?",
                "En hoeveel procent is hun bedrag van alles bij valpreventie?",
            ),
            32.5,
            id="share-of-those-before-the-last-turn",
        ),
        pytest.param(
            (
                "Hoeveel is er ingezet voor JOGG?",
                "En voor netwerkontwikkeling?",
                "En als je de duo-fietsen erbij telt, wat is het dan samen?",
            ),
            73_000,
            id="two-before-and-one-more",
        ),
        pytest.param(
            ("Hoeveel is er ingezet voor JOGG?", "En de duo-fietsen erbij, wat is dat samen?"),
            50_000,
            id="one-before-and-one-more",
        ),
        pytest.param(
            ("hoeveel kreeg JOGG", "en de andere posten?"), 41_000, id="the-other-lines-of-a-theme"
        ),
        pytest.param(
            ("wat ging er naar het jongemoederwerk", "en naar het andere onderdeel?"),
            79_000,
            id="the-one-other-line",
        ),
        pytest.param(
            ("wat ging er naar sport", "en naar de andere thema's van de terugblik?"),
            927_000,
            id="the-other-themes",
        ),
        pytest.param(
            ("wat kostten de duo-fietsen", "hoeveel stuks zijn dat dan"),
            2,
            id="how-many-pieces",
        ),
        pytest.param(
            (
                "Wat doet Kaliber met Twents Zilver?",
                "Hoeveel deelnemers zijn daarmee bereikt?",
                "En hoeveel geld was daarvoor ingezet?",
            ),
            25_000,
            id="money-for-what-the-count-was-of",
        ),
    ],
)  # fmt: skip
def test_a_turn_leans_on_those_before_it(
    engine: Engine, turns: tuple[str, ...], value: float
) -> None:
    *earlier, question = turns
    answer = engine.ask(question, earlier)
    assert answer.value is not None
    assert float(answer.value) == value


@pytest.mark.parametrize(
    "turns",
    [
        pytest.param(("en naar de andere onderdelen?",), id="beside-nothing"),
        pytest.param(
            ("Wie is de secretaris in de raadsbrief?", "Hoe oud is die?"), id="age-of-somebody"
        ),
        pytest.param(
            ("Hoeveel inwoners sprak de leefstijlmakelaar?", "hoe oud waren die gemiddeld?"),
            id="age-of-those-counted",
        ),
        pytest.param(
            (
                "hoeveel duofietsen zijn er gekocht",
                "en hoeveel komen er in totaal in de stad te staan?",
            ),
            id="the-noun-stands-in-another-sentence",
        ),
    ],
)
def test_what_is_asked_of_the_last_answer_must_stand_there(
    engine: Engine, turns: tuple[str, ...]
) -> None:
    *earlier, question = turns
    assert engine.ask(question, earlier).status is Status.NOT_FOUND


def test_something_else_leaves_the_conversation(engine: Engine) -> None:
    earlier = ["Hoeveel ging er naar de duo-fietsen?", "Wanneer worden die gebracht?"]
    assert engine.ask("even iets anders: wat kreeg De Klup?", earlier).value == 12_000
