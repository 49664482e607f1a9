"""I need every silent partial found: a sum was asked and a part of it was given as the whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.fields import Fields
from evals.given import Given, read_answer
from evals.partial import asks_sum, is_silent_partial
from evals.question import Gold

PARTS = (Decimal(60_000), Decimal(25_000), Decimal(1_000))
SUM = Gold(value=sum(PARTS, Decimal(0)), unit="euro", operation="sum", components=PARTS)


def answer(value: float | Decimal | None, status: str = "answered") -> Given:
    thing = {"status": status, "kind": "total", "text": "Samen.", "value": value}
    return read_answer(Fields.of("answer", thing))


CASES = {
    "the sum": (86_000, "answered", False),
    "one part": (25_000, "answered", True),
    "two parts of three": (85_000, "answered", True),
    "another figure": (70_000, "answered", False),
    "more than the sum": (99_000, "answered", False),
    "no figure": (None, "answered", False),
    "refused": (25_000, "not_found", False),
}


@pytest.mark.parametrize(("value", "status", "partial"), CASES.values(), ids=CASES)
def test_value_against_the_parts(value: int | None, status: str, partial: bool) -> None:
    assert is_silent_partial(SUM, answer(value, status)) is partial


def test_a_single_line_is_no_partial() -> None:
    single = Gold(value=Decimal(5), operation="sum", components=(Decimal(5),))
    assert not asks_sum(single)
    assert not is_silent_partial(single, answer(5))


def test_largest_of_several_is_no_partial() -> None:
    largest = Gold(value=PARTS[0], operation="max", components=PARTS)
    assert not is_silent_partial(largest, answer(60_000))


def test_so_many_parts_that_any_lower_figure_is_one() -> None:
    parts = tuple(Decimal(2) ** power for power in range(30))
    gold = Gold(value=sum(parts, Decimal(0)), operation="sum", components=parts)
    assert is_silent_partial(gold, answer(12_345))
    assert not is_silent_partial(gold, answer(gold.value))


@given(st.lists(st.integers(1, 500), min_size=2, max_size=8), st.data())
def test_any_sum_of_fewer_parts_is_found(parts: list[int], data: st.DataObject) -> None:
    fewer = data.draw(st.lists(st.sampled_from(range(len(parts))), min_size=1, unique=True))
    gold = Gold(value=Decimal(sum(parts)), operation="sum", components=tuple(map(Decimal, parts)))
    assert is_silent_partial(gold, answer(sum(parts[i] for i in fewer))) is (
        len(fewer) < len(parts)
    )
