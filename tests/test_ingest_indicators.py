"""A number of a table of indicators says what it is a number of, and never turns into euros."""

from decimal import Decimal

import pytest

from ingest.figures import find_figures
from ingest.line_grids import grids_from_lines
from ingest.lost_tables import with_lost_tables
from ingest.reading import Reading
from ingest.report import Figure

WITH_UNITS = """Indicatoren programma Veiligheid

| Indicator | Eenheid | 2024 | 2025 |
| --- | --- | --- | --- |
| Inwoners die zich veilig voelen | % | 81 | 84 |
| Oordeel over het loket | rapportcijfer | 6,9 | 7,1 |
| Winkeldiefstal | per 1.000 inwoners | 1,8 | 2,1 |
| Verwijzingen naar Halt | aantal | 14 | 11 |
| Wachttijd | Dagen | 38 | 33 |
| Woonlasten | euro | 945 | 980 |
"""
IN_LABELS = """| Indicator | Realisatie 2024 | Begroot 2025 |
| --- | --- | --- |
| Afval dat gescheiden wordt | 61% | 64% |
| Restafval per inwoner (kg) | 131 | 124 |
| Diefstal uit woningen (per 1.000 inwoners) | 2,4 | 2,2 |
| Waardering openbaar groen | 6,7 | 6,9 |
| Leden van de bibliotheek | 6.210 | 6.480 |
| Kosten van het zwembad (in euro) | 900 | 950 |
"""


def reading_of(text: str) -> Reading:
    return Reading(text, (), grids_from_lines(text), ())


def figures_of(text: str) -> tuple[Figure, ...]:
    return find_figures(reading_of(text), (), 2025)


@pytest.mark.parametrize(
    ("text", "label", "value", "unit"),
    [
        (WITH_UNITS, "Inwoners die zich veilig voelen", "84", "percent"),
        (WITH_UNITS, "Oordeel over het loket", "7.1", "rapportcijfer"),
        (WITH_UNITS, "Winkeldiefstal", "2.1", "per 1.000 inwoners"),
        (WITH_UNITS, "Verwijzingen naar Halt", "11", "count"),
        (WITH_UNITS, "Wachttijd", "33", "dagen"),
        (WITH_UNITS, "Woonlasten", "980", "euro"),
        (IN_LABELS, "Restafval per inwoner (kg)", "124", "kg"),
        (IN_LABELS, "Diefstal uit woningen (per 1.000 inwoners)", "2.2", "per 1.000 inwoners"),
        (IN_LABELS, "Waardering openbaar groen", "6.9", "number"),
        (IN_LABELS, "Leden van de bibliotheek", "6480", "number"),
        (IN_LABELS, "Kosten van het zwembad (in euro)", "950", "euro"),
    ],
    ids=[
        "percent", "grade", "per thousand", "count", "days", "euros", "in brackets",
        "per thousand in brackets", "bare grade", "bare number", "euros in brackets",
    ],
)  # fmt: skip
def test_a_row_of_indicators_has_the_unit_that_is_said_of_it(
    text: str, label: str, value: str, unit: str
) -> None:
    found = [f for f in figures_of(text) if f.label == label][-1]

    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "Bedragen x € 1.000\n\n| Post | Begroot 2025 |\n| --- | --- |\n| Sport | 120 |\n"
        "| Dekking | 85% |\n| Groen | 310 |\n",
        "| Post | Lasten 2025 |\n| --- | --- |\n| Sport | 120 |\n| Dekking | 85% |\n",
        "| Post | Begroot 2025 |\n| --- | --- |\n| Lasten sport | 120 |\n| Baten sport | 80 |\n"
        "| Dekking | 66% |\n",
        "| Post | Begroot 2025 | Begroot 2026 | Verschil |\n| --- | --- | --- | --- |\n"
        "| Sport | 120 | 132 | 10% |\n| Groen | 310 | 310 | 0% |\n",
    ],
    ids=["said above", "said over the column", "said by two rows", "a column of percentages"],
)
def test_a_percentage_among_money_leaves_the_money_what_it_is(text: str) -> None:
    assert {f.unit for f in figures_of(text)} == {"euro", "percent"}


@pytest.mark.parametrize(
    "text",
    [
        "Subsidie en bereik\n\n| Wat | Begroot 2025 |\n| --- | --- |\n| Bereik | 85% |\n"
        "| Jeugd | 120 |\n",
        "| Wat | Begroot 2025 |\n| --- | --- |\n| Bereik | 85% |\n| Kosten | 120 |\n",
        "| Wat | Realisatie 2024 | Realisatie 2025 |\n| --- | --- | --- |\n"
        "| Oordeel over groen | 6,7 | 6,9 |\n| Oordeel over wegen | 7,1 | 7,0 |\n",
    ],
    ids=["money is named above", "one row speaks of money", "grades below a budget's words"],
)
def test_numbers_that_may_be_money_or_not_are_said_to_be_unread(text: str) -> None:
    figures = figures_of(text)
    marked = with_lost_tables(reading_of(text), figures)

    assert "euro" not in {f.unit for f in figures}
    assert marked.notices == (
        "Een tabel is niet betrouwbaar gelezen, er zijn geen bedragen uit overgenomen.",
    )


def test_numbers_below_years_that_nothing_names_are_said_to_be_unread() -> None:
    rows = ("| Wat | 2024 | 2025 |", "| --- | --- | --- |", "| Meldingen | 14 | 12 |",
            "| Klachten | 3 | 5 |")  # fmt: skip
    text = "\n".join((*rows, ""))

    assert figures_of(text) == ()
    assert with_lost_tables(reading_of(text), ()).notices
