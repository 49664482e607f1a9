"""As a reader I find a line also by the heading or row that it stands under, not only by itself."""

import pytest

from store.contexts import UnitText, fold_lines, unit_texts
from store.hit import Unit, UnitKind
from store.terms import index_terms
from tests.store_parts import line_report, sport_report

TEXTS = {text.unit: text for text in unit_texts(sport_report())}


def text_of(kind: UnitKind, index: int) -> UnitText:
    return TEXTS[Unit("sport", kind, index)]


@pytest.mark.parametrize(
    ("kind", "index", "embedded"),
    [
        pytest.param(
            UnitKind.SENTENCE,
            0,
            "Sport. Fietsles Vierlanden. De buurtsportcoach gaf in twee wijken les aan ouderen.",
            id="explanation-of-a-row-under-heading-and-label",
        ),
        pytest.param(
            UnitKind.SENTENCE,
            1,
            "Sport. Valpreventie. Er kwamen 40 deelnemers.",
            id="prose-under-its-headings",
        ),
        pytest.param(
            UnitKind.FIGURE, 0, "Sport. Lasten. Fietsles Vierlanden", id="row-without-its-columns"
        ),
        pytest.param(UnitKind.HEADING, 1, "Sport. Valpreventie", id="heading-under-its-parent"),
        pytest.param(
            UnitKind.PASSAGE,
            1,
            "Sport. Valpreventie. 2.1 Valpreventie Er kwamen 40 deelnemers. "
            "Niemand viel daarna nog.",
            id="passage-under-its-headings",
        ),
    ],
)
def test_headings_stand_in_front_of_what_is_embedded(kind, index, embedded) -> None:
    assert text_of(kind, index).embedded == embedded


def test_a_figure_is_found_by_its_amount_year_and_explanation() -> None:
    terms = index_terms(text_of(UnitKind.FIGURE, 0).indexed).split()

    assert {"18.000", "2024", "inzet", "buurtsportcoach", "vierlanden"} <= set(terms)


def test_units_are_sorted_and_all_there() -> None:
    assert list(TEXTS) == sorted(TEXTS)
    assert len(TEXTS) == 2 + 3 + 1 + 2


def test_lines_of_one_character_are_no_units() -> None:
    units = [text.unit for text in unit_texts(line_report("kort", "o", "", "Wel een regel."))]

    assert Unit("kort", UnitKind.SENTENCE, 2) in units
    assert len(units) == 2


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        pytest.param("gezond-\nheid", "gezondheid", id="broken-word"),
        pytest.param("gezond\u00ad\nheid", "gezondheid", id="soft-hyphen"),
        pytest.param("jeugd-\nen gezinswerk", "jeugd- en gezinswerk", id="shared-part"),
        pytest.param("GGD-\nTwente", "GGD- Twente", id="name"),
        pytest.param("2024-\n2026", "2024- 2026", id="years"),
        pytest.param(" twee\t regels\n\n hier ", "twee regels hier", id="white-space"),
    ],
)
def test_lines_become_one(printed, folded) -> None:
    assert fold_lines(printed) == folded
