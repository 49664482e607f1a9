"""A council member compares amounts: difference, largest, smallest, best year, share, count."""

from decimal import Decimal

import pytest

from answer.answer import Operation, Status
from answer.engine import Engine, open_engine
from evals.archive import built_store
from store.settings import Settings
from tests.conftest import SAMPLES

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return an engine over the sample reports, built by the packaged model."""
    return open_engine(built_store((SAMPLES,), Settings.from_env(), ("pdf",)))


@pytest.mark.parametrize(
    ("question", "operation", "value", "first"),
    [
        pytest.param("verschil wegen en groen 2023 2028", Operation.DIFFERENCE, 580_000,
                     "Wegen en groen, 2028", id="two-years-of-a-line"),
        pytest.param("verschil tussen begroot 2025 en realisatie 2023 voor jeugdhulp",
                     Operation.DIFFERENCE, 1_046_000, "Jeugdhulp, begroot", id="two-measures"),
        pytest.param("Hoeveel hoger is de begroting voor jeugdhulp in 2025 dan in 2024?",
                     Operation.DIFFERENCE, 770_000, "Jeugdhulp, 2025", id="one-measure-two-years"),
        pytest.param("hoeveel scheelt het tussen het leeflab en de veerkrachtcoach",
                     Operation.DIFFERENCE, 25_000, "Leeflab", id="two-lines"),
        pytest.param("Ging er meer geld naar mentale gezondheid of naar valpreventie?",
                     Operation.MAX, 228_000, "Valpreventie", id="one-or-the-other"),
        pytest.param("In welk jaar zijn de lasten voor jeugdhulp het hoogst?", Operation.MAX,
                     10_920_000, "2025", id="best-year"),
        pytest.param("Welk programma van Lindervoort heeft in 2025 de hoogste lasten?",
                     Operation.MAX, 21_455_000, "Sociaal domein", id="largest-programme"),
        pytest.param("Welk onderdeel uit de terugblik kreeg, op sport na, in totaal het meeste?",
                     Operation.MAX, 228_000, "Valpreventie", id="but-one"),
        pytest.param("jogg of duo-fietsen, wie kreeg meer en hoeveel scheelt dat",
                     Operation.DIFFERENCE, 14_000, "JOGG", id="one-or-the-other-and-by-how-much"),
        pytest.param("waar ging meer heen, sport of mantelzorg", Operation.MAX, 520_000, "Sport",
                     id="went-where"),
        pytest.param("Waar kreeg Avedan het meest voor: gezondheidsachterstanden of valpreventie?",
                     Operation.MAX, 46_000, "Inzet Avedan, terugdringen gezondheidsachterstanden",
                     id="one-receiver-under-two-themes"),
        pytest.param("Hoeveel meer ging er naar sport dan naar het voorkomen van vallen?",
                     Operation.DIFFERENCE, 292_000, "Sport", id="a-theme-in-other-words"),
        pytest.param("Welke post van valpreventie is het kleinst?", Operation.MIN, 1_000,
                     "Fysiotherapie op motoriekroute Schelfhorst", id="smallest-line"),
        pytest.param("Wat is de duurste post van sociaal domein in 2025?", Operation.MAX,
                     10_920_000, "Jeugdhulp", id="expenses-go-before-revenues"),
        pytest.param("hoeveel procent van kansrijke start is jongemoederwerk", Operation.SHARE,
                     Decimal("36.3"), "jongemoederwerk", id="share-of-a-section"),
        pytest.param("Welk aandeel van de inzet voor kansrijke start betreft jongemoederwerk?",
                     Operation.SHARE, Decimal("36.3"), "jongemoederwerk", id="share-of-its-theme"),
        pytest.param("Hoeveel procent van de baten van Twentse Koers moet worden teruggestort?",
                     Operation.SHARE, Decimal("15.4"), "teruggestort", id="share-in-prose"),
        pytest.param("hoeveel % van de inkomsten van twentse koers is uitgegeven",
                     Operation.SHARE, Decimal("72.9"), "uitgegeven", id="share-in-other-words"),
        pytest.param("Welk van de twaalf onderdelen uit de terugblik kreeg het meest?",
                     Operation.MAX, 520_000, "Sport", id="themes-by-their-number"),
        pytest.param("Welke lastenpost van programma 2 is in 2025 het hoogst?", Operation.MAX,
                     4_590_000, "Wegen en groen", id="post-of-a-programme-by-number"),
        pytest.param("top 3 onderwerpen uit hoofdstuk 2 van de terugblik", Operation.TOP,
                     520_000, "Sport", id="themes-of-a-chapter"),
        pytest.param("welk thema van de terugblik kreg het minste geld", Operation.MIN,
                     19_000, "kansrijk opgroeien en vroegsignalering alcohol",
                     id="kreeg-with-a-letter-short"),
        pytest.param("Wat is hoger, de inzet voor het Leeflab of die voor mantelzorg?",
                     Operation.MAX, 63_000, "Leeflab", id="which-is-higher"),
        pytest.param("hoeveel % van t totaal van de terugblik is sport", Operation.SHARE,
                     Decimal("35.9"), "Sport", id="percent-of-the-total"),
        pytest.param("Noem de drie onderdelen van valpreventie waar het meeste geld in ging.",
                     Operation.TOP, 74_000, "Fysiocollectief Almelo", id="three-where-most-went"),
        pytest.param("Is er meer ingezet voor JOGG of voor netwerkontwikkeling en bijeenkomsten?",
                     Operation.MAX, 32_000, "JOGG", id="more-put-in"),
        pytest.param("baten min lasten van Twentse Koers in 2024", Operation.DIFFERENCE,
                     1_701_103, "baten", id="one-side-minus-the-other"),
        pytest.param("Welke twee thema's uit 2.3 tot en met 2.6 kregen het meeste?", Operation.TOP,
                     228_000, "Valpreventie", id="themes-of-a-range"),
        pytest.param("Noem in aflopende volgorde de drie onderdelen van de terugblik met de "
                     "hoogste totale inzet.", Operation.TOP, 520_000, "Sport", id="themes-ordered"),
        pytest.param("Rangschik de posten onder valpreventie van laag naar hoog", Operation.TOP,
                     1_000, "Fysiotherapie op motoriekroute Schelfhorst", id="rising-order"),
        pytest.param("Welk deel van al het ingezette geld ging naar valpreventie?",
                     Operation.SHARE, Decimal("15.8"), "Valpreventie", id="share-of-the-report"),
    ],
)  # fmt: skip
def test_a_comparison_names_the_winner_and_its_figure(
    engine: Engine, question: str, operation: Operation, value: Decimal, first: str
) -> None:
    answer = engine.ask(question)
    assert (answer.operation, answer.value) == (operation, value)
    assert answer.figures[0].label == first


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("welke post van programma 9 is het hoogst", "programma 9", id="no-such"),
        pytest.param(
            "welke post uit hoofdstuk 2 is het hoogst", "meer dan één rapport", id="two-reports"
        ),
    ],
)
def test_a_number_that_names_no_one_programme_is_refused(
    engine: Engine, question: str, named: str
) -> None:
    answer = engine.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert named in answer.text


def test_as_many_lines_as_there_are_themes_are_still_lines(engine: Engine) -> None:
    answer = engine.ask("wat zijn de twaalf duurste posten van de terugblik")
    assert answer.figures[0].label == "Brede Regeling Combinatiefuncties"


def test_all_that_is_to_be_put_in_order_is_shown(engine: Engine) -> None:
    answer = engine.ask("Rangschik de posten onder valpreventie van hoog naar laag")
    amounts = [figure.value for figure in answer.figures]
    assert len(amounts) == 7
    assert amounts == sorted(amounts, reverse=True)


def test_a_themes_own_total_is_not_what_a_receiver_got(engine: Engine) -> None:
    answer = engine.ask("Waar kreeg Avedan het meest voor: sport of valpreventie?")
    assert (answer.status, answer.missing) == (Status.NOT_FOUND, ("sport",))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Hoeveel losse posten uit de terugblik liggen onder de 10.000 euro?", 3),
        ("Hoeveel posten in de terugblik zijn hoger dan 60.000 euro?", 5),
        ("hoeveel posten onder valpreventie zijn hoger dan € 40.000", 3),
        ("hoeveel posten onder valpreventie zijn minstens € 45.000", 3),
    ],
)
def test_lines_above_or_below_an_amount_are_counted(
    engine: Engine, question: str, count: int
) -> None:
    answer = engine.ask(question)
    assert (answer.value, answer.unit) == (count, "count")
    assert len(answer.figures) == count


def test_an_amount_that_bounds_nothing_clear_gives_no_count(engine: Engine) -> None:
    answer = engine.ask("hoeveel posten onder valpreventie zijn zo'n 40.000 euro")
    assert answer.status is Status.NOT_FOUND


def test_lines_of_a_theme_are_counted(engine: Engine) -> None:
    answer = engine.ask("Hoeveel posten staan er onder valpreventie?")
    assert answer.value == len(answer.figures) == 7
    assert answer.unit == "count"


@pytest.mark.parametrize(
    ("question", "items"),
    [
        pytest.param(
            "Welke posten in de terugblik zijn lager dan 10.000 euro?",
            ("JIM", "Jongerenrestaurant", "Fysiotherapie"),
            id="lines-below",
        ),
        pytest.param(
            "welke thema's van de terugblik kregen meer dan een ton",
            ("Sport", "Valpreventie", "Versterken sociale basis", "Kansrijke start"),
            id="themes-above",
        ),
        pytest.param(
            "noem de posten van valpreventie tussen 40.000 en 60.000 euro",
            ("Buurtsportcoach volwassenen", "inzet Avedan"),
            id="lines-between",
        ),
    ],
)
def test_lines_or_themes_within_a_bound_are_listed_largest_first(
    engine: Engine, question: str, items: tuple[str, ...]
) -> None:
    answer = engine.ask(question)

    assert len(answer.items) == len(items)
    assert all(item.startswith(name) for item, name in zip(answer.items, items, strict=True))


def test_nothing_within_the_bound_is_refused(engine: Engine) -> None:
    answer = engine.ask("welke posten van de terugblik kregen meer dan 5 miljoen euro")

    assert answer.status is Status.NOT_FOUND


def test_one_line_is_no_ranking(engine: Engine) -> None:
    answer = engine.ask("Welke post van paragraaf 2.10 uit de terugblik is het grootst?")

    assert answer.value is None
    assert "maar één bedrag" in answer.text
