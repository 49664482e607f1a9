"""A figure with the wrong unit, sign, kind or year ends the trust of a council in all others."""

from decimal import Decimal

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


def test_a_unit_behind_a_label_holds_for_its_row() -> None:
    text = (
        "Kerncijfers (bedragen x € 1.000)\n\n"
        "Indicator                  2023      2024\n"
        "Sportdeelname (%)            54        57\n"
        "Bezoekers (aantal)        1.240     1.310\n"
        "Woonlasten (in euro)        912       948\n"
        "Cijfer van inwoners         7,1       7,3\n"
    )

    assert [(f.label, f.value, f.unit) for f in figures_of(text) if f.year == 2023] == [
        ("Sportdeelname (%)", 54, "percent"),
        ("Bezoekers (aantal)", 1_240, "count"),
        ("Woonlasten (in euro)", 912, "euro"),
    ]


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


def _counted(text: str) -> dict[str, list[str]]:
    """Return what a sum over the first column takes, and what it leaves out."""
    first = {figure.label: figure for figure in reversed(figures_of(text))}
    rows = list(reversed(first.values()))
    return {
        "added": [f.label for f in rows if f.is_counted],
        "left out": [f.label for f in rows if not f.is_counted],
    }


PARENTS = """Overzicht (x € 1.000)

Programma                  Rekening 2023   Begroting 2024
1 Bestuur                          5.310            5.020
Raad                               2.210            2.000
Burgerzaken                        3.100            3.020
2 Veiligheid                       4.150            4.301
Brandweer                          3.050            3.100
Handhaving                         1.100            1.201
Alles bij elkaar                   9.460            9.321
"""


def test_a_row_above_its_parts_is_their_total() -> None:
    assert _counted(PARENTS) == {
        "added": ["Raad", "Burgerzaken", "Brandweer", "Handhaving"],
        "left out": ["1 Bestuur", "2 Veiligheid", "Alles bij elkaar"],
    }
    assert _named(PARENTS, "Raad")[0].row_path == ("1 Bestuur", "Raad")


def test_one_column_is_enough_where_every_row_is_a_whole_or_a_part() -> None:
    assert _counted(
        "Overzicht (x € 1.000)\n\n"
        "Programma       2024\n"
        "1 Bestuur      5.310\n"
        "Raad           2.210\n"
        "Burgerzaken    3.100\n"
        "2 Veiligheid   4.150\n"
        "Brandweer      3.050\n"
        "Handhaving     1.100\n"
    )["left out"] == ["1 Bestuur", "2 Veiligheid"]


def test_round_amounts_that_happen_to_add_up_are_no_whole() -> None:
    text = (
        "Bedragen in euro\n\n"
        "Post        Budget\n"
        "Coach       60.000\n"
        "Zaal        25.000\n"
        "Folders     35.000\n"
        "Krant       19.000\n"
    )

    assert _counted(text) == {"added": ["Coach", "Zaal", "Folders", "Krant"], "left out": []}


@pytest.mark.parametrize(
    "parts",
    [
        ["waarvan inhuur            250      312", "waarvan vast              900      989"],
        ["waarvan:", "- inhuur              250      312", "- vast                900      989"],
        ["waarvan:", "inhuur                250      312", "vast                1.000      989"],
        ["w.v. inhuur               250      312"],
    ],
    ids=["named so", "a list below the word", "added up below the word", "one of them"],
)  # fmt: skip
def test_what_is_named_within_a_row_is_not_added_to_it(parts: list[str]) -> None:
    text = "\n".join([
        "Personeel (x € 1.000)", "",
        "Post                   Begroot 2024   Realisatie 2024",
        "Salarissen              1.250    1.301",
        *parts,
        "Opleidingen                45       38",
        "Reiskosten                 12       14",
        "",
    ])  # fmt: skip

    assert _counted(text)["added"] == ["Salarissen", "Opleidingen", "Reiskosten"]


OPENING = """Kadernota (x € 1.000)

Omschrijving             2025      2026
Saldo begroting         1.245       812
Circulaire                310       295
Loonkosten               -890      -915
Saldo na mutaties         665       192
Nieuw beleid              -65       -92
Eindsaldo                 600       100
"""


def test_a_balance_that_the_table_goes_on_from_is_a_part_of_the_next() -> None:
    assert _counted(OPENING) == {
        "added": ["Saldo begroting", "Circulaire", "Loonkosten", "Nieuw beleid"],
        "left out": ["Saldo na mutaties", "Eindsaldo"],
    }


def test_a_grand_total_without_a_name_is_known_by_the_rows_of_all_subtotals() -> None:
    text = (
        "Gebouwen (bedragen in euro)\n\n"
        "Gebouw              2023        2024\n"
        "Sporthal         212.400     220.150\n"
        "Zwembad          815.300     842.900\n"
        "Binnensport    1.027.700   1.063.050\n"
        "Velden            95.200      97.100\n"
        "Banen             12.800      13.450\n"
        "Buitensport      108.000     110.550\n"
        "Alles samen    1.135.700   1.173.600\n"
    )

    assert _counted(text)["left out"] == ["Binnensport", "Buitensport", "Alles samen"]


def test_a_row_among_others_that_happens_to_be_their_sum_is_no_total() -> None:
    text = (
        "Bedragen in euro\n\n"
        "Post        Budget\n"
        "Coach      200.000\n"
        "Zaal       120.000\n"
        "Folders    180.000\n"
        "Sanering   500.000\n"
        "Krant       40.000\n"
    )

    assert _counted(text)["left out"] == []


@pytest.mark.parametrize(
    "words",
    [
        "Lasten 2024 (x € 1.000)",
        "Lasten 2024 x € 1.000",
        "Tabel 4.12 (x € 1.000)",
        "Programma 3 (bedragen x € 1.000)",
        "Bedragen in € 1.000",
        "(€ 1.000)",
        "x € '000",
        "in keuro",
    ],
)
def test_thousands_are_known_however_they_are_said(words: str) -> None:
    rows = "Post      Begroot   Besteed\nSport       1.100     1.200\nZorg        1.300        90\n"
    text = f"{words}\n\n{rows}"

    assert {f.scale for f in figures_of(text)} == {1_000}


@pytest.mark.parametrize(
    "words",
    ["De boete is € 384 (x 1.000) hoger.", "Dit resulteert in € 1.000 extra.", "Er zijn 3 x 1.000"],
)
def test_an_amount_above_a_table_is_not_its_scale(words: str) -> None:
    rows = "Post      Begroot   Besteed\nSport       1.100     1.200\nZorg        1.300        90\n"
    text = f"{words}\n\n{rows}"

    assert {f.scale for f in figures_of(text)} == {1}


def test_a_scale_may_stand_in_the_last_row_or_in_the_name_of_a_group() -> None:
    text = (
        "Post                 Rekening 2023   Begroting 2024\n"
        "Sport                        1.210            1.305\n"
        "Cultuur                        845              902\n"
        "Tarieven (in euro)\n"
        "Paspoort                        83               87\n"
        "Huwelijk                       640              655\n"
        "Bedragen x € 1.000\n"
    )
    found = {f.label: (f.value, f.scale) for f in figures_of(text) if f.year == 2023}

    assert found["Cultuur"] == (845_000, 1_000)
    assert found["Huwelijk"] == (640, 1)


JOBS = """Bedragen in de andere tabellen x € 1.000

Tabel 5: formatie per team in fte
Team             Formatie 2025   Formatie 2026   Verschil   Vacatures
Griffie                    3,6             4,1        0,5           0
Publiekszaken             31,4            33,9        2,5           3
"""


def test_a_change_in_jobs_is_no_money() -> None:
    assert [(f.value, f.unit) for f in _named(JOBS, "Publiekszaken")] == [
        (Decimal("31.4"), "count"),
        (Decimal("33.9"), "count"),
        (Decimal("2.5"), "count"),
        (3, "count"),
    ]


@pytest.mark.parametrize(
    ("header", "year"),
    [
        ("Uitgegeven t/m 2025", 2025),
        ("Besteed tot en met december 2025", 2025),
        ("Krediet 2024 t/m 2026", 2024),
        ("Stand 2025 t.o.v. 2024", 2025),
    ],
)
def test_what_was_spent_up_to_a_year_is_of_that_year(header: str, year: int) -> None:
    text = f"Bedragen in euro\n\n| Krediet | {header} |\n| --- | --- |\n| School | 1.100 |\n"

    assert [f.year for f in figures_of(text, 2023)] == [year]


@pytest.mark.parametrize(
    "header",
    [
        "Vanaf 2026", "Structureel vanaf 2026", "Begroot m.i.v. 2026", "Met ingang van 2026",
        "Sinds 2020", "Sinds 1-1-2020", "Tot 2027", "Tot 1 januari 2027", "Na 2026", "Vóór 2020",
        "2026 e.v.", "2027 ev", "2026 en verder", "2020 - heden", "2024 - 2027",
    ],
)  # fmt: skip
def test_a_period_without_an_end_is_of_no_year(header: str) -> None:
    head = f"| Krediet | Begroting 2025 | {header} |\n| --- | --- | --- |\n"
    text = f"Bedragen in euro\n\n{head}| School | 1.100 | 2.200 |\n"

    assert [(f.year, f.value) for f in figures_of(text, 2023)] == [(2025, 1_100), (None, 2_200)]


@pytest.mark.parametrize(
    "header",
    ["Begroting voor 2025", "Begroting na wijziging 2025", "Stand tot 31-12-2025", "Per 2025"],
)
def test_words_that_look_like_a_period_leave_the_year(header: str) -> None:
    text = f"Bedragen in euro\n\n| Krediet | {header} |\n| --- | --- |\n| School | 1.100 |\n"

    assert [f.year for f in figures_of(text, 2023)] == [2025]


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("Saldo van lasten en baten", "saldo"),
        ("Gerealiseerd saldo van baten en lasten", "saldo"),
        ("Baten minus lasten", "saldo"),
        ("Lasten en baten, saldo", "saldo"),
        ("Totaal lasten", "lasten"),
        ("Lasten per saldo", "lasten"),
        ("Baten sport", "baten"),
    ],
)
def test_the_balance_of_two_sides_is_neither(label: str, measure: str) -> None:
    text = f"Bedragen in euro\n\n| Post | 2024 |\n| --- | --- |\n| {label} | 1.100 |\n"

    assert [f.measure for f in figures_of(text)] == [measure]
