"""A council member asks for a year, and gets no amount of a period that has no end."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from answer.answer import Status
from answer.engine import Engine
from store.settings import Settings
from tests.reading_parts import parse_file
from tests.store_parts import TinyEncoder, index_of

_REPORT = """# Begroting 2025 gemeente Lindervoort

## 1 Kredieten

Bedragen in euro

| Krediet | Begroting 2025 | Vanaf 2026 |
| --- | --- | --- |
| Schoolplein | 1.100 | 2.200 |
| Zwembad | 3.100 | 4.200 |

## 2 Leningen

Bedragen in euro

| Lening | Sinds 2020 |
| --- | --- |
| Harmonie | 7.300 |
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Iterator[Engine]:
    """Return an engine over one budget with columns "Vanaf 2026" and "Sinds 2020"."""
    folder = tmp_path_factory.mktemp("periods")
    path = folder / "begroting.md"
    path.write_text(_REPORT, encoding="utf-8")
    with index_of(folder, parse_file(path)) as index:
        yield Engine(index, TinyEncoder(), Settings(store=folder, model="tiny"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("Hoeveel is begroot voor het schoolplein?", 1_100, id="no-year"),
        pytest.param("Hoeveel is begroot voor het schoolplein in 2025?", 1_100, id="a-year"),
        pytest.param("Hoeveel is er vanaf 2026 voor het schoolplein?", 2_200, id="the-period"),
    ],
)
def test_the_column_that_is_asked_answers(engine, question: str, value: int) -> None:
    answer = engine.ask(question)

    assert (answer.status, answer.value) == (Status.ANSWERED, Decimal(value))


def test_an_amount_of_a_period_is_given_with_its_period_and_no_year(engine) -> None:
    answer = engine.ask("Hoeveel kreeg de harmonie?")

    assert answer.value == 7_300
    assert "Periode: Sinds 2020." in answer.notes
    assert not any(note.startswith("Jaar") for note in answer.notes)


@pytest.mark.parametrize(
    "question",
    ["Hoeveel kreeg de harmonie in 2025?", "Hoeveel is er in 2027 voor het schoolplein?"],
)
def test_a_year_within_a_period_is_refused(engine, question: str) -> None:
    assert engine.ask(question).value is None
