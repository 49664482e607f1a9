"""A council member pastes a text and trusts every "klopt" in it."""

from dataclasses import replace

import pytest

from answer.answer import Answer, Kind, Verdict
from tests import app_parts
from tests.app_parts import HOSTILE, Open, citation, go_to, refusal, report, shown, text, total
from ui.claim_guard import guarded
from ui.fact_check import claims

open_page = app_parts.open_page


def verdict_on(claim: str, answer: Answer) -> Verdict:
    return guarded(claim, answer, tuple(report() for _ in answer.citations)).verdict


def supported(claim: str, quote: str = "45.000 inzet Avedan") -> Answer:
    said = text(claim, "Ja, dat klopt.", quote)
    return replace(said, kind=Kind.CLAIM, verdict=Verdict.SUPPORTED, citations=(citation(quote),))


@pytest.mark.parametrize(
    ("pasted", "asked"),
    [
        pytest.param("Er ging 45.000 euro naar Avedan.", 1, id="number"),
        pytest.param("Het plan werd op 4 maart 2025 besproken.", 1, id="date"),
        pytest.param("De subsidie ging naar Avedan.", 1, id="name"),
        pytest.param("Wij zijn daar trots op.", 0, id="opinion"),
        pytest.param("Waarom kreeg Avedan 45.000 euro?", 0, id="question"),
        pytest.param(
            "Avedan kreeg 45.000 euro en de coach kreeg 57.000 euro.", 2, id="two numbers"
        ),
        pytest.param("Avedan en de coach kregen 102.000 euro.", 1, id="two names, one number"),
        pytest.param("- Avedan kreeg 45.000\n- De coach kreeg 57.000", 2, id="list"),
        pytest.param("Er ging in totaal\n45.000 euro\nnaar Avedan.", 1, id="hard line breaks"),
        pytest.param("Volgens dr. A. de Vries ging er ca. 45.000 euro heen.", 1, id="abbreviation"),
        pytest.param("Avedan kreeg 45.000 " + "en meer " * 80, 0, id="too long"),
        pytest.param("  \n ", 0, id="nothing"),
    ],
)
def test_sentences_with_a_number_date_or_name_are_checked(pasted: str, asked: int) -> None:
    assert sum(claim.question is not None for claim in claims(pasted)) == asked


def test_no_more_than_5000_characters_are_checked() -> None:
    assert len(claims("Er ging 45.000 euro naar Avedan. " * 400)) <= 5000 // 33 + 1


def test_where_was_looked_is_told(open_page: Open) -> None:
    page, _ = open_page({})
    go_to(page, "controleer")
    page.text_area(key="te-controleren").set_value("Avedan kreeg 45.000 euro.")
    page.form_submit_button[0].click().run()

    assert "Gezocht in 1 van 1 rapporten</p>" in shown(page)
    assert "een andere keuze" not in shown(page)

    page.multiselect(key="jaren").set_value([2024]).run()
    assert "U hebt daarna een andere keuze gemaakt aan de zijkant." in shown(page)
    page.form_submit_button[0].click().run()
    assert "Gezocht in 1 van 1 rapporten: Terugblik</p>" in shown(page)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("Avedan kreeg 54.000 euro", id="another number"),
        pytest.param("Avedan kreeg 45.000 euro en 3.000 ballen", id="one number more"),
        pytest.param("Avedan kreeg geen 45.000 euro", id="denied"),
        pytest.param("Avedan kreeg 45.000 euro in 2019", id="another year"),
        pytest.param("Avedan kreeg in Zwolle 45.000 euro", id="another place"),
        pytest.param("Volgens Jansen kreeg Avedan 45.000 euro", id="another name"),
    ],
)
def test_what_the_source_does_not_show_is_never_called_true(claim: str) -> None:
    assert verdict_on(claim, supported(claim)) is Verdict.NOT_FOUND


def test_only_a_verdict_on_a_claim_can_make_one_true() -> None:
    claim = "Avedan kreeg 45.000 euro"
    true = supported(claim)

    assert verdict_on(claim, true) is Verdict.SUPPORTED
    assert verdict_on(claim, replace(true, kind=Kind.AMOUNT)) is Verdict.NOT_FOUND
    assert verdict_on(claim, replace(true, verdict=None)) is Verdict.NOT_FOUND
    assert verdict_on(claim, replace(true, citations=())) is Verdict.NOT_FOUND
    assert guarded(claim, None, ()).verdict is Verdict.NOT_FOUND


def test_each_claim_gets_its_verdict_and_its_sources(open_page: Open) -> None:
    right, wrong, summed = (
        "Klopt het dat avedan kreeg 45.000 euro?",
        "Klopt het dat avedan kreeg 50.000 euro?",
        "Klopt het dat er ging 103.000 euro naar valpreventie?",
    )
    page, _ = open_page(
        {
            right: supported(right),
            wrong: replace(supported(wrong), verdict=Verdict.CONTRADICTED),
            summed: replace(total(summed), kind=Kind.CLAIM, verdict=Verdict.SUPPORTED),
        }
    )
    go_to(page, "controleer")
    page.text_area(key="te-controleren").set_value(
        "Avedan kreeg 45.000 euro. Avedan kreeg 50.000 euro. Er ging 103.000 euro naar "
        "valpreventie. De trein rijdt 12 keer. Dat is fijn."
    )
    page.form_submit_button[0].click().run()
    html = shown(page)

    assert not page.exception
    said = ["✓ Dat klopt<", "✗ Dat klopt niet<", "✓ Dat klopt, als optelling<", "? Dat staat er"]
    places = [html.index(part) for part in said]
    assert places == sorted(places)
    assert "gecontroleerd.</strong> Klopt: 2. Klopt niet: 1. Staat er niet in: 1." in html
    assert "Dat is fijn. <em>Hier staat geen getal" in html
    assert page.expander[0].label.startswith("Bron 1: paragraaf 2.6")


def test_text_stays_and_nothing_breaks_when_there_is_nothing_to_check(open_page: Open) -> None:
    page, _ = open_page({})
    go_to(page, "controleer")
    page.form_submit_button[0].click().run()
    assert "Plak eerst een tekst" in shown(page)

    page.text_area(key="te-controleren").set_value("kapot 12? Avedan kreeg 5. " + HOSTILE)
    page.form_submit_button[0].click().run()
    go_to(go_to(page, "rapporten"), "controleer")

    assert not page.exception
    assert page.text_area(key="te-controleren").value.endswith(HOSTILE)
    assert "<img" not in shown(page)


def test_too_long_a_text_is_refused_whole_and_never_checked_in_part(open_page: Open) -> None:
    page, _ = open_page({})
    go_to(page, "controleer")
    page.text_area(key="te-controleren").set_value("Er ging 45.000 euro naar Avedan. " * 400)
    page.form_submit_button[0].click().run()

    assert not page.exception
    assert "Deze tekst is te lang: er is niets gecontroleerd." in shown(page)
    assert "hoogstens 5.000 tekens" in shown(page)
    assert "gecontroleerd.</strong>" not in shown(page)


def test_refused_claim_is_not_called_wrong() -> None:
    assert verdict_on("Avedan kreeg 1", refusal("x", Verdict.NOT_FOUND)) is Verdict.NOT_FOUND
