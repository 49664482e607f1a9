"""A council member reads the same number as the table prints, whatever way it is written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cell_value import parse_cell

FORMS = [
    ("1.234", "1234", None),
    ("€ 344,40", "344.40", "euro"),
    ("€ 85,-", "85", "euro"),
    ("€ 85,--", "85", "euro"),
    ("€\u00a01\u00a0234", "1234", "euro"),
    ("12,5%", "12.5", "percent"),
    ("9,6%**", "9.6", "percent"),
    ("-4.496", "-4496", None),
    ("(4.496)", "-4496", None),
    ("4.496-", "-4496", None),
    ("– 4.496", "-4496", None),
    ("-/- 20", "-20", None),
    ("€ -5", "-5", "euro"),
    ("+3", "3", None),
    ("1,2 mln", "1200000", None),
    ("€ 3 miljoen", "3000000", "euro"),
    ("1.860 1)", "1860", None),
    ("0", "0", None),
]


@pytest.mark.parametrize(("printed", "value", "unit"), FORMS, ids=[form[0] for form in FORMS])
def test_a_printed_amount_has_one_value(printed: str, value: str, unit: str | None) -> None:
    cell = parse_cell(printed)

    assert cell is not None
    assert cell.value == Decimal(value)
    assert cell.unit == unit


@pytest.mark.parametrize("printed", ["-", "–", "p.m.", "PM", "n.v.t", "nihil", "€ -"])
def test_nothing_is_told_apart_from_nought(printed: str) -> None:
    cell = parse_cell(printed)

    assert cell is not None
    assert cell.value is None


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "De Klup",
        "2-6",
        "12.5",
        "1,234.50",
        "1.23.456",
        "0547",
        "1-1-2025",
        "(2023)",
        "(4.496",
        "5-)",
    ],
)
def test_what_is_not_one_dutch_number_is_no_amount(printed: str) -> None:
    assert parse_cell(printed) is None


def dutch(value: Decimal, form: str) -> str:
    """Return ``value`` as tables print it."""
    digits = f"{abs(value):,}".translate(str.maketrans(",.", ".,"))
    if value >= 0:
        return {"euro": f"€ {digits}", "percent": f"{digits}%"}.get(form, digits)
    return {
        "euro": f"€ -{digits}",
        "percent": f"-{digits}%",
        "brackets": f"({digits})",
        "behind": f"{digits}-",
    }.get(form, f"-{digits}")


@given(
    st.decimals(-(10**10), 10**10, places=2) | st.integers(-(10**12), 10**12).map(Decimal),
    st.sampled_from(["plain", "euro", "percent", "brackets", "behind"]),
)
def test_what_is_printed_reads_back_as_the_same_number(value: Decimal, form: str) -> None:
    if form == "brackets" and 1900 <= abs(value) <= 2099:
        return  # "(1.999)" is printed with its dot, but Decimal prints "1,999" the same way

    cell = parse_cell(dutch(value, form))

    assert cell is not None
    assert cell.value == value


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader_of_cells(text: str) -> None:
    cell = parse_cell(text)

    assert cell is None or cell.scale in (1, 1_000, 1_000_000)
