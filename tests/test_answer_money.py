"""A council member asks what something cost: the printed amount or a total that is whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from answer.answer import Kind, Operation, Status
from answer.draft import Draft, Refusal, Result
from answer.engine import Engine, open_engine
from answer.inquiry import Inquiry
from answer.money import answer_money
from answer.understand import understand
from answer.view import view_of
from evals.archive import built_store
from ingest.report import Health
from store.settings import Settings
from tests.conftest import SAMPLES

pytestmark = pytest.mark.model

LOOK_BACK = "voorbeeld-terugblik-2024"
BUDGET = "voorbeeld-begroting-2025"


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return an engine over the sample reports, built by the packaged model."""
    return open_engine(built_store((SAMPLES,), Settings.from_env(), ("pdf",)))


def ask_money(engine: Engine, question: str, report_id: str, unread: int | None = None) -> Result:
    """Return what the tables of one report say; page ``unread`` is taken as not read well."""
    report = engine.index.report(report_id)
    pages = tuple(
        replace(page, health=Health.TABLE_UNSURE) if page.number == unread else page
        for page in report.pages
    )
    view = view_of(replace(report, pages=pages), engine.vocabulary)
    frame = understand(question, engine.vocabulary, report.year)
    return answer_money(Inquiry(frame=frame, views=(view,), cosines={}, mean=0.0, spread=1.0))


@pytest.mark.parametrize(
    ("question", "value", "section", "parts"),
    [
        pytest.param("Hoeveel ging er naar valpreventie?", 228_000, "2.6", 7, id="theme"),
        pytest.param("sport totaal", 520_000, "2.1", 2, id="theme-and-not-the-programme"),
        pytest.param("sport en leefomgeving samen", 570_000, "2.1", 3, id="two"),
        pytest.param(
            "Hoeveel ging er in totaal naar sport, mantelzorg en leefomgeving?",
            620_000, "2.1", 4, id="three-by-comma",
        ),
        pytest.param("totaal van 2.3 tot en met 2.5", 223_000, "2.3", 7, id="range-of-numbers"),
        pytest.param(
            "Kunt u de totale inzet van paragraaf 2.3 Kansrijke start geven?",
            124_000, "2.3", 2, id="number-and-title",
        ),
        pytest.param("totaal van de hele terugblik", 1_447_000, "2.1", 30, id="whole-report"),
        pytest.param(
            "Hoeveel is er in totaal bij Avedan ingezet, als je gezondheidsachterstanden en "
            "valpreventie optelt?",
            91_000, "2.2", 2, id="receiver-under-themes-that-are-added",
        ),
        pytest.param(
            "Wat is er over alle thema's van de terugblik bij elkaar ingezet?",
            1_447_000, "2.1", 30, id="put-in-altogether",
        ),
        pytest.param(
            "Hoeveel is er in de hele terugblik ingezet, op sport na?",
            927_000, "2.2", 28, id="all-but-op-na",
        ),
        pytest.param(
            "Hoeveel ging er naar valpreventie, behalve de fysiotherapie?",
            227_000, "2.6", 6, id="section-but-a-line",
        ),
        pytest.param("kosten Klup en Fysiocollectief samen", 86_000, "2.6", 2, id="rows"),
        pytest.param(
            "Wat is er in totaal besteed aan Kansrijke start, inclusief het jongemoederwerk?",
            124_000, "2.3", 2, id="whole-with-a-part-that-it-includes",
        ),
        pytest.param(
            "Hoeveel is er samen aan ABCD uitgegeven, onder leefomgeving en onder sociale basis?",
            64_000, "2.9", 2, id="one-name-in-two-places",
        ),
        pytest.param(
            "ABCD onder leefomgeving en sociale basis samen, hoeveel?",
            64_000, "2.9", 2, id="one-name-in-two-places-said-once",
        ),
        pytest.param(
            "ABCD alle bedragen samen (leefomgeving én sociale basis)",
            64_000, "2.9", 2, id="places-in-brackets",
        ),
        pytest.param(
            "Avedan en De Klup, wat ontvingen die twee bij elkaar voor het voorkomen van vallen?",
            57_000, "2.6", 2, id="two-receivers-under-one-theme",
        ),
        pytest.param(
            "Wat is de gezamenlijke inzet voor mantelzorg, kansrijk opgroeien en vroegsignalering "
            "alcohol, en sociale basis?",
            235_000, "2.10", 7, id="a-theme-with-en-in-its-name",
        ),
    ],
)  # fmt: skip
def test_a_total_holds_every_line_of_what_was_asked(
    engine: Engine, question: str, value: int, section: str, parts: int
) -> None:
    answer = engine.ask(question)
    assert answer.kind is Kind.TOTAL
    assert answer.value == value
    assert answer.operation is Operation.SUM
    assert answer.citations[0].section_number == section
    assert len(answer.figures) == parts
    assert sum(part.value for part in answer.figures) == value


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param(
            "Wat zijn de totale lasten van Wonen en ruimte in 2025?", 9_565_000, id="section"
        ),
        pytest.param("Wat zijn de totale lasten in 2025?", 48_455_000, id="report"),
        pytest.param("Wat zijn de totale baten van Sociaal domein in 2025?", 1_615_000, id="baten"),
        pytest.param("totaal investeringen 2026", 4_275_000, id="a-year-of-several"),
    ],
)
def test_a_printed_total_is_cited_and_agrees_with_its_parts(
    engine: Engine, question: str, value: int
) -> None:
    answer = engine.ask(question)
    assert answer.value == value
    assert answer.operation is None
    assert any("nagerekend" in note for note in answer.notes)
    assert sum(part.value for part in answer.figures) == value


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("begroot 2024 bibliotheek", 655_000, id="begroot"),
        pytest.param(
            "Wat was in 2023 de realisatie van het leerlingenvervoer?", 715_000, id="realised"
        ),
        pytest.param(
            "Welk bedrag is in 2027 geraamd voor de energietransitie?", 310_000, id="geraamd"
        ),
        pytest.param("wat kost de bibliotheek", 690_000, id="own-year-of-the-report"),
        pytest.param("realisatie baten 2023 sociaal domein", 2_317_000, id="measure-side-and-year"),
        pytest.param("lasten van programma 3 in 2025", 4_395_000, id="programme-by-number"),
        pytest.param("saldo van bestuur en veiligheid 2025", -4_085_000, id="saldo"),
        pytest.param(
            "Wat is in 2025 het saldo van baten en lasten?", -2_010_000, id="row-of-measures"
        ),
        pytest.param(
            "Wat is de stand van de reserve onderwijs op 31 december 2025?",
            1_705_000,
            id="day-in-head",
        ),
    ],
)
def test_year_and_measure_choose_the_column(engine: Engine, question: str, value: int) -> None:
    assert engine.ask(question).value == value


def test_rows_left_out_leave_no_copy_of_them_in_a_summary_table(engine: Engine) -> None:
    answer = engine.ask("alle lasten behalve sociaal domein in 2025")
    assert answer.value == 27_000_000


def test_measures_that_the_question_leaves_open_are_all_shown(engine: Engine) -> None:
    answer = engine.ask("Hoeveel is er in 2025 begroot voor wonen en ruimte?")
    assert answer.kind is Kind.SEVERAL
    assert {part.value for part in answer.figures} == {9_565_000, 5_720_000, -3_845_000}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("realisatie jeugdhulp 2025", id="only-budgeted"),
        pytest.param("begroot jeugdhulp 2023", id="only-realised"),
        pytest.param("Hoeveel kost jeugdhulp in 2030?", id="no-such-year"),
    ],
)
def test_begroot_and_realisatie_are_never_mixed(engine: Engine, question: str) -> None:
    assert engine.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Hoeveel kreeg ABCD?", id="head-of-a-long-label"),
        pytest.param("Hoeveel ging er naar inzet Avedan?", id="same-label-twice"),
    ],
)
def test_one_name_in_two_sections_gives_both(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert (answer.kind, len(answer.figures)) == (Kind.SEVERAL, 2)


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        pytest.param("Hoeveel ging er naar valpreventie?", 4, id="page-of-the-theme"),
        pytest.param("totaal van de hele terugblik", 7, id="page-of-the-report"),
        pytest.param("Hoeveel is er in totaal ingezet behalve voor sport?", 4, id="all-but"),
        pytest.param("Welke post van valpreventie is het kleinst?", 5, id="smallest"),
        pytest.param("Wat is de duurste post van de terugblik?", 5, id="largest-of-the-report"),
        pytest.param("Hoeveel posten staan er onder valpreventie?", 5, id="count"),
    ],
)
def test_no_total_is_stated_over_a_page_that_was_not_read_well(
    engine: Engine, question: str, unread: int
) -> None:
    assert isinstance(ask_money(engine, question, LOOK_BACK), Draft)
    refused = ask_money(engine, question, LOOK_BACK, unread)
    assert isinstance(refused, Refusal)
    assert refused.reason is not None
    assert f"Bladzijde {unread} " in refused.reason[0]


def test_a_page_elsewhere_that_was_not_read_well_leaves_a_total_alone(engine: Engine) -> None:
    found = ask_money(engine, "Hoeveel ging er naar valpreventie?", LOOK_BACK, 2)
    assert isinstance(found, Draft)
    assert found.value == Decimal(228_000)


def test_a_line_outside_a_theme_that_bears_its_name_is_told(engine: Engine) -> None:
    notes = engine.ask("Hoeveel ging er naar valpreventie?").notes
    assert any("Zorgkrant" in note and "niet meegeteld" in note for note in notes)


def test_numbers_alone_give_a_total_per_report_and_never_a_sum_over_reports(engine: Engine) -> None:
    answer = engine.ask("Hoeveel kost paragraaf 2.4?")
    assert answer.kind is Kind.SEVERAL
    assert {citation.document for citation in answer.citations} == {LOOK_BACK, BUDGET}


def test_two_years_asked_are_two_amounts_and_never_one_of_them(engine: Engine) -> None:
    answer = engine.ask("Wat is er begroot voor jeugdhulp in 2025 en 2026?")
    assert [part.value for part in answer.figures] == [10_920_000, 10_640_000]


def test_a_share_is_taken_of_the_theme_that_the_money_is_named_after(engine: Engine) -> None:
    answer = engine.ask(
        "Welk aandeel (in %) van de valpreventiemiddelen ging naar Fysiocollectief?"
    )
    assert answer.value == Decimal("32.5")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hoeveel ging er naar valpreventie als je Avedan niet meetelt?", 183_000),
        ("wat ging er naar mantelzorg", 50_000),
        ("Hoeveel waren we kwijt aan het Leeflab?", 63_000),
        ("Wat blijft er van het geld voor valpreventie over als je Avedan niet meetelt?", 183_000),
        ("valpreventie, wat ging daar alles bij elkaar in zitten?", 228_000),
        ("Wat is er alles bij elkaar ingezet om de sociale basis te versterken?", 166_000),
        ("Leeflab, veerkrachtcoach en steunouders: wat zijn we daar samen aan kwijt?", 127_000),
        ("Welk totaalbedrag is ingezet voor het gehele onderdeel Kansrijke start?", 124_000),
        ("avedan kreeg uit meerdere potjes geld, hoeveel is dat bij elkaar", 91_000),
        ("welke middelen zijn er voor mantelzorg ingezet", 50_000),
    ],
)
def test_money_is_asked_for_in_many_ways(engine: Engine, question: str, value: int) -> None:
    assert engine.ask(question).value == value


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("hoeveel ging naar Avedan bij sport en valpreventie samen", "sport"),
        ("Hoeveel kreeg Avedan in totaal, als je sport en valpreventie optelt?", "sport"),
        ("How much did Avedan get in total from the sport theme and fall prevention?", "sport"),
    ],
)
def test_a_receiver_is_refused_under_a_theme_where_it_got_nothing(
    engine: Engine, question: str, missing: str
) -> None:
    answer = engine.ask(question)
    assert (answer.status, answer.missing[:1]) == (Status.NOT_FOUND, (missing,))


@pytest.mark.parametrize(
    "question",
    [
        "hoeveel geld moet twentse koers teruggeven?",
        "Welk bedrag moet Twentse Koers weer terugbetalen?",
        "welk bedrag dient Twentse Koers terug te storten?",
    ],
)
def test_what_the_title_says_need_not_stand_beside_an_amount(engine: Engine, question: str) -> None:
    assert engine.ask(question).value == 965_225


def test_numbers_of_things_are_not_added_and_not_given_in_part(engine: Engine) -> None:
    answer = engine.ask("Hoeveel kinderen en buurtbewoners samen deden mee in de vakantie?")
    assert answer.status is Status.NOT_FOUND


def test_a_question_behind_that_of_an_amounts_purpose_is_answered_or_refused(
    engine: Engine,
) -> None:
    before = "Waar is de 460.000 euro aan besteed?"
    answer = engine.ask("zit de bibliotheek daar ook bij?", [before])
    assert answer.status in (Status.ANSWERED, Status.NOT_FOUND)
