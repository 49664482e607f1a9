"""A figure with the wrong unit, sign, kind or year ends the trust of a council in all others."""

import pytest

from answer.measures import is_changed
from ingest.report import Figure
from tests.test_ingest_figures import figures_of


def _named(text: str, label: str) -> list[Figure]:
    return [figure for figure in figures_of(text) if figure.label == label]


SHARES = """Kosten (bedragen in euro)

Taakveld     Begroot 2024   Werkelijk 2024   Verschil   Verschil in %
Sport             610.000          598.500     11.500               2
Cultuur           240.000          251.250    -11.250              -5
"""


def test_a_column_in_percent_leaves_the_money_beside_it_money() -> None:
    assert [(f.value, f.unit) for f in _named(SHARES, "Sport")] == [
        (610_000, "euro"),
        (598_500, "euro"),
        (11_500, "euro"),
        (2, "percent"),
    ]


@pytest.mark.parametrize(
    ("header", "measure"),
    [
        ("Begroting 2024 voor wijziging", "begroot"),
        ("Begroting 2024 na wijziging", "begroot"),
        ("Begroting na 1e wijziging 2024", "begroot"),
        ("Begroting 2024 incl. wijzigingen", "begroot"),
        ("Begroting 2024 tot en met de derde wijziging", "begroot"),
        ("Gewijzigde begroting 2024", "begroot"),
        ("Wijziging begroting 2024", "verschil"),
        ("Begrotingswijziging 2024", "verschil"),
        ("Begroting 2024 wijziging", "verschil"),
        ("Verschil begroting en rekening 2024", "verschil"),
    ],
)
def test_a_budget_after_its_changes_is_no_change(header: str, measure: str) -> None:
    text = f"Bedragen in euro\n\nPost      {header}\nSport      1.100\nCultuur    1.300\n"

    assert {f.measure for f in figures_of(text)} == {measure}


@pytest.mark.parametrize(
    ("header", "changed"),
    [
        ("Begroting 2024 voor wijziging", False),
        ("Begroting 2024 vóór wijzigingen", False),
        ("Begroting 2024 excl. wijzigingen", False),
        ("Begroting 2024 na wijziging", True),
        ("Gewijzigde begroting 2024", True),
        ("Begroting 2024", False),
    ],
)
def test_the_first_budget_is_told_from_the_changed_one(header: str, changed: bool) -> None:
    text = f"Bedragen in euro\n\nPost      {header}\nSport      1.100\nCultuur    1.300\n"

    assert {is_changed(f) for f in figures_of(text)} == {changed}


INVESTMENTS = """Investeringen (bedragen in euro)

Investering      Jaar    Krediet    Kapitaallasten 2026
Gymzaal          2025    145.000                 12.300
Gemaal           2026     31.000                  4.600
"""


def test_a_year_in_the_header_goes_before_the_year_of_the_row() -> None:
    assert [(f.column_path[-1], f.year) for f in _named(INVESTMENTS, "Gymzaal")] == [
        ("Krediet", 2025),
        ("Kapitaallasten 2026", 2026),
    ]


@pytest.mark.parametrize(
    ("head", "plus", "minus"),
    [("V/N", "V", "N"), ("Effect", "voordeel", "nadeel"), ("", "v", "n")],
)
def test_a_column_of_voordeel_and_nadeel_gives_the_amount_its_sign(
    head: str, plus: str, minus: str
) -> None:
    text = (
        "Verschillen (bedragen x € 1.000)\n\n"
        f"Oorzaak          Bedrag   {head}\n"
        f"Jeugdhulp           320   {minus}\n"
        f"Kapitaallasten      145   {plus}\n"
        f"Vertraging           80   {plus}\n"
        "Reserve              12   -\n"
    )
    found = figures_of(text)

    assert [int(f.value) for f in found] == [-320_000, 145_000, 80_000, 12_000]
    assert found[0].amount.cut(text).split() == ["320", minus]


def test_a_letter_beside_an_amount_with_a_sign_of_its_own_changes_nothing() -> None:
    text = (
        "Verschillen (bedragen in euro)\n\n"
        "Oorzaak          Bedrag   V/N\n"
        "Jeugdhulp        -3.200   V\n"
        "Kapitaallasten    1.450   N\n"
    )

    assert [int(f.value) for f in figures_of(text)] == [-3_200, 1_450]
