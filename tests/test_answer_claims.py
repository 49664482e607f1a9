"""I say what I think the report says: it must be right, wrong, or not there, and never guessed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.answer import Kind, Status, Verdict
from answer.engine import Engine, open_engine
from store.samples import sample_settings
from store.settings import Settings

pytestmark = pytest.mark.model

YES, NO, SILENT = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_FOUND


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


@pytest.mark.parametrize(
    ("claim", "verdict", "value"),
    [
        pytest.param("klopt het dat er drie duofietsen zijn gekocht", NO, 2, id="count"),
        pytest.param(
            "Klopt het dat het Fysiocollectief 15 valpreventiegroepen had?", NO, 12,
            id="count-is-no-amount",
        ),
        pytest.param(
            "Is it true that the Fysiocollectief ran 15 fall prevention groups?", NO, 12,
            id="count-in-english",
        ),
        pytest.param(
            "Er hebben toch meer dan 200 mensen meegedaan aan Twents Zilver?", NO, 191,
            id="more-than",
        ),
        pytest.param(
            "Klopt het dat er 70% minder deelnemers waren bij Kom er bij?", NO, 70,
            id="number-with-the-opposite-word",
        ),
        pytest.param(
            "De raad wil toch vier keer per jaar een brief?", NO, 2, id="how-often"
        ),
        pytest.param(
            "De raad wil toch twee keer per jaar een brief?", YES, None, id="as-often"
        ),
        pytest.param(
            "De raad wil toch twee keer per maand een brief?", NO, 2, id="in-another-period"
        ),
        pytest.param("Er waren toch meer dan 100 mensen bij Twents Zilver?", YES, 191, id="above"),
        pytest.param(
            "Er waren toch minder dan 100 mensen bij Twents Zilver?", NO, 191, id="not-below"
        ),
        pytest.param(
            "naar sport ging toch meer dan een half miljoen", YES, 520_000, id="half-a-million"
        ),
        pytest.param(
            "valpreventie kostte anderhalve ton toch?", NO, 228_000, id="one-and-a-half"
        ),
        pytest.param(
            "Sportbedrijf kreeg toch 200.000 uit de Brede Regeling?", SILENT, None,
            id="one-of-several-in-a-row",
        ),
        pytest.param(
            "Kaliber kreeg toch 460.000 euro uit de Brede Regeling?", SILENT, None,
            id="whole-row-for-one-of-several",
        ),
        pytest.param(
            "Klopt het dat de duo-fietsen 18.000 euro per stuk kosten?", SILENT, None,
            id="whole-amount-for-each",
        ),
        pytest.param(
            "Klopt het dat er € 155.000 bij komt voor de wijkteams?", SILENT, None,
            id="what-came-on-top-is-not-the-row",
        ),
        pytest.param(
            "Klopt het dat de toegangsprijs van het zwembad met 10% omhoog gaat?", NO, 5,
            id="other-percentage-in-a-sentence",
        ),
        pytest.param(
            "Klopt het dat de toegangsprijs van het zwembad met 5% omlaag gaat?", NO, 5,
            id="percentage-the-other-way",
        ),
        pytest.param(
            "Klopt het dat de lasten van jeugdhulp in 2026 gedaald zijn naar 10.640.000 euro?",
            YES, 10_640_000, id="went-down-to",
        ),
        pytest.param(
            "Klopt het dat de lasten van jeugdhulp in 2026 gestegen zijn naar 10.640.000 euro?",
            NO, 10_640_000, id="went-down-and-not-up",
        ),
        pytest.param(
            "Prijzen stijgen toch in 2025 met 3,5%?", SILENT, None, id="of-prices-not-wages"
        ),
        pytest.param(
            "Klopt het dat jeugdhulp in 2025 bijna 11 miljoen kost?", YES, 10_920_000, id="nearly"
        ),
        pytest.param(
            "Klopt het dat jeugdhulp in 2028 bijna 11 miljoen kost?", NO, 10_050_000,
            id="not-so-nearly",
        ),
        pytest.param(
            "Zegt de brief dat Twentse Koers ruim 40 medewerkers heeft?", YES, 40, id="opening"
        ),
    ],
)  # fmt: skip
def test_a_number_is_held_against_a_number_of_the_same_thing(
    engine: Engine, claim: str, verdict: Verdict, value: int | None
) -> None:
    answer = engine.ask(claim)

    assert (answer.kind, answer.verdict, answer.value) == (Kind.CLAIM, verdict, value)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("klopt het dat de veerkrachtcoach bij het wijkteam hoort", YES, id="part-of"),
        pytest.param(
            "klopt het dat de leefstijlmakelaar bij het wijkteam hoort", SILENT, id="other-part"
        ),
        pytest.param("Ieder thema heeft toch een ambassadeur?", YES, id="each"),
        pytest.param("Ieder thema heeft toch twee ambassadeurs?", SILENT, id="each-has-more"),
        pytest.param("Alleen topsport heeft toch een ambassadeur?", SILENT, id="only"),
        pytest.param("Sommige thema's hebben toch een ambassadeur?", SILENT, id="some"),
        pytest.param("Ieder thema heeft toch een wethouder?", SILENT, id="other-office"),
        pytest.param("Is it true that the website for mantelzorg was updated?", YES, id="english"),
        pytest.param(
            "Klopt het dat de website van Mantelzorg niet is vernieuwd?", NO, id="denial"
        ),
        pytest.param("Klopt het dat de website van Avedan is vernieuwd?", SILENT, id="other-row"),
        pytest.param(
            "Het paasfeest bij de speelplek ging toch gewoon door?", NO, id="called-off"
        ),
        pytest.param("Het paasfeest bij de speelplek ging toch niet door?", YES, id="not-held"),
        pytest.param(
            "Klopt het dat het aantal bezoekers bij Kom er bij is gedaald?", NO, id="opposite"
        ),
        pytest.param(
            "de duo-fietsen worden toch in het voorjaar van 2025 gebracht?", YES, id="season"
        ),
        pytest.param(
            "de duo-fietsen worden toch in het najaar van 2025 gebracht?", NO, id="other-season"
        ),
        pytest.param("de duo-fietsen zijn toch in 2024 al gebracht?", NO, id="other-year"),
        pytest.param(
            "Klopt het dat de wethouder de kerstkaarten heeft rondgebracht?", SILENT,
            id="who-is-named-did-not-do-it",
        ),
        pytest.param("De verkoop van grond loopt toch op?", SILENT, id="other-part-of-a-verb"),
        pytest.param(
            "Klopt het dat Wmo-consulenten een huis beschikbaar stelden aan St Joseph?", SILENT,
            id="whom-to",
        ),
        pytest.param(
            "Klopt het dat er een huis beschikbaar is gesteld door St Joseph?", YES,
            id="who-did-it-behind-door",
        ),
        pytest.param(
            "Klopt het dat de gemeenten de doorzettingsmacht naar het Liveboard hebben gebracht?",
            SILENT, id="words-of-two-sentences",
        ),
        pytest.param(
            "Klopt het dat de kwartiermaker het programma heeft gestopt?", SILENT, id="other-deed"
        ),
    ],
)  # fmt: skip
def test_a_fact_must_be_met_in_all_its_words(engine: Engine, claim: str, verdict: Verdict) -> None:
    assert engine.ask(claim).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("JOGG kreeg toch minder geld dan het Leeflab?", YES, id="less"),
        pytest.param("Het Leeflab kreeg toch minder geld dan JOGG?", NO, id="the-other-way"),
        pytest.param("Kom er bij kreeg toch meer geld dan het Leeflab?", NO, id="as-much"),
        pytest.param("JOGG kreeg toch minder geld dan de voedselbank?", SILENT, id="not-there"),
    ],
)
def test_which_got_more_is_decided_by_both_amounts(
    engine: Engine, claim: str, verdict: Verdict
) -> None:
    assert engine.ask(claim).verdict is verdict


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        pytest.param(
            ("Wat kreeg het Fysiocollectief?", "en daar kwamen toch 20 groepen?"), NO, id="named"
        ),
        pytest.param(
            ("Wat is de hondenbelasting?", "die verdwijnt toch met ingang van 2026?"), NO,
            id="other-year",
        ),
        pytest.param(
            ("Hoeveel groepen had het Fysiocollectief?", "het waren er toch 15?"), NO, id="number"
        ),
        pytest.param(
            ("Wanneer worden de duo-fietsen gebracht?", "dat was toch in het voorjaar van 2025?"),
            YES, id="season",
        ),
        pytest.param(
            ("Wanneer worden de duo-fietsen gebracht?", "dat was toch in het najaar van 2025?"),
            NO, id="other-season",
        ),
    ],
)  # fmt: skip
def test_a_claim_of_a_follow_up_is_about_what_was_asked(
    engine: Engine, turns: tuple[str, ...], verdict: Verdict
) -> None:
    *earlier, claim = turns

    assert engine.ask(claim, earlier).verdict is verdict


def test_a_why_that_takes_a_wrong_number_for_granted_is_put_right(engine: Engine) -> None:
    answer = engine.ask("Waarom heeft de gemeente drie duo-fietsen gekocht?")

    assert (answer.verdict, answer.value) == (NO, 2)


def test_a_why_that_denies_what_stands_there_is_put_right(engine: Engine) -> None:
    answer = engine.ask("Waarom is de website van Mantelzorg niet vernieuwd?")

    assert answer.verdict is NO


@pytest.mark.parametrize(
    "question",
    [
        "welk bedrag kreeg de bibliotheek uit de Brede Regeling",
        "How much of the combination functions money went to the library alone?",
    ],
)
def test_the_part_of_one_in_a_row_for_several_is_refused(engine: Engine, question: str) -> None:
    answer = engine.ask(question)

    assert answer.status is Status.NOT_FOUND
    assert answer.closest[0].quote.startswith("460.000")
