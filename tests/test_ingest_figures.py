"""A council member sees the unit, year and kind of every amount, and which ones are totals."""

from decimal import Decimal

import pytest

from ingest.figures import find_figures
from ingest.line_grids import grids_from_lines
from ingest.reading import Reading
from ingest.report import Figure

BUDGET = """Tabel 3 - Programma Jeugd (bedragen x € 1.000)

Omschrijving          Rekening 2023   Begroting 2024   Mutatie t.o.v. 2023
Lasten
Jeugdhulp                     9.874           10.150                   276
Opvang                        1.860                -                (1.860)
Totaal lasten                11.734           10.150                -1.584
Percentage                    12,5%            13,0%                  0,5%
"""


def figures_of(text: str, year: int | None = None) -> tuple[Figure, ...]:
    return find_figures(Reading(text, (), grids_from_lines(text), ()), (), year)


def one(text: str, label: str, column: int = 0, year: int | None = None) -> Figure:
    return [figure for figure in figures_of(text, year) if figure.label == label][column]


@pytest.mark.parametrize(
    ("label", "column", "value", "unit", "year", "measure", "total"),
    [
        ("Jeugdhulp", 0, 9_874_000, "euro", 2023, "realisatie", False),
        ("Jeugdhulp", 1, 10_150_000, "euro", 2024, "begroot", False),
        ("Jeugdhulp", 2, 276_000, "euro", None, "verschil", False),
        ("Opvang", 1, -1_860_000, "euro", None, "verschil", False),
        ("Totaal lasten", 2, -1_584_000, "euro", None, "verschil", True),
        ("Percentage", 0, "12.5", "percent", 2023, "realisatie", False),
    ],
    ids=["realised", "budgeted", "difference", "after a blank", "total", "percent"],
)
def test_an_amount_knows_what_it_is(  # noqa: PLR0917
    label: str, column: int, value: int, unit: str, year: int | None, measure: str, total: bool
) -> None:
    figure = one(BUDGET, label, column)

    assert figure.value == Decimal(value)
    assert (figure.unit, figure.year, figure.measure) == (unit, year, measure)
    assert figure.is_total is total


def test_an_amount_knows_its_group_and_its_column() -> None:
    figure = one(BUDGET, "Jeugdhulp", 1)

    assert figure.row_path == ("Lasten", "Jeugdhulp")
    assert figure.column_path == ("Begroting 2024",)
    assert figure.span.cut(BUDGET).startswith("Jeugdhulp")
    assert figure.span.cut(BUDGET).endswith("10.150")
    assert figure.amount.cut(BUDGET) == figure.printed == "10.150"


def test_a_row_that_adds_up_is_a_total_without_the_word() -> None:
    text = (
        "Bedragen in euro\n"
        "Post      2024   2025\nSport       10     20\n"
        "Cultuur     30     50\nSamen       40     70\n"
    )

    assert [f.is_total for f in figures_of(text)] == [False] * 4 + [True] * 2


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("bedragen x € 1.000", 1_000),
        ("(in duizenden euro's)", 1_000),
        ("Bedragen x 1.000.000", 1_000_000),
        ("bedragen in euro", 1),
    ],
)
def test_the_scale_above_a_table_holds_for_its_amounts(words: str, scale: int) -> None:
    text = f"{words}\n\nPost      2024   2025\nSport      1.100  1.200\nCultuur    1.300  1.500\n"

    assert one(text, "Sport").value == 1_100 * scale


@pytest.mark.parametrize(
    "text",
    [
        "Inhoud\nInleiding ........ 3\nSport ........ 12\n",
        "Artikel    Pagina\nInleiding       3\nSport          12\n",
        "Naam       Telefoon\nLoket      0546 541111\nBalie      0546 541112\n",
        "Besluit    Jaar\nSport      2023\nCultuur    2024\n",
        "Wijk       Datum\nNoord      1-1-2024\nZuid       2-1-2024\n",
    ],
    ids=["contents", "page numbers", "phone numbers", "years", "dates"],
)
def test_numbers_that_are_no_amounts_are_no_figures(text: str) -> None:
    assert figures_of(text) == ()


def test_the_report_year_is_taken_where_the_table_names_none() -> None:
    row = "60.000 Leeflab De coach begon in het voorjaar met zijn werk."
    text = f"Inzet Ten behoeve van Toelichting\n{row}\n"

    assert one(text, "Leeflab", year=2024).year == 2024


def test_a_numbered_row_without_amounts_is_no_group_of_the_next_number() -> None:
    text = (
        "Bedragen in euro\n"
        "Post                 2024   2025\n"
        "1a. Ruimte             30     40\n"
        "1b. Overschrijding             \n"
        "1c. Norm               50     70\n"
    )

    assert {f.row_path for f in figures_of(text)} == {("1a. Ruimte",), ("1c. Norm",)}


@pytest.mark.parametrize(
    ("words", "value"),
    [("x € 1 miljoen", 3_100_000), ("in hele euro's, niet in duizendtallen", 3)],
    ids=["millions", "not in thousands"],
)
def test_words_above_a_table_are_read_in_full(words: str, value: int) -> None:
    text = f"Bedragen {words}\n\nPost      2024\nSport      3\nCultuur    3,1\n"
    found = {f.label: int(f.value) for f in figures_of(text)}

    assert found.get("Cultuur" if value > 3 else "Sport") == value


def test_each_row_may_name_its_own_year() -> None:
    text = (
        "Bedragen in euro\n"
        "Organisatie      Jaar    Verleend\n"
        "Koor De Noot     2023       1.200\n"
        "Koor De Noot     2024       1.300\n"
    )

    assert [(f.year, f.measure, int(f.value)) for f in figures_of(text)] == [
        (2023, "verleend", 1_200),
        (2024, "verleend", 1_300),
    ]
