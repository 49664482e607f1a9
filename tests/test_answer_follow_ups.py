"""I go on asking in half sentences: about a part, a place, the two that I asked of before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answer.engine import Engine, open_engine
from store.samples import sample_settings
from store.settings import Settings

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        pytest.param(
            ("Hoeveel ging er naar valpreventie?", "en hoeveel daarvan ging naar De Klup?"),
            12_000,
            id="part-of-it",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar valpreventie?",
                "en hoeveel daarvan ging naar De Klup?",
                "hoeveel procent is dat?",
            ),
            5.3,
            id="share-of-the-last-two",
        ),
        pytest.param(
            ("Hoeveel kreeg Avedan bij gezondheidsachterstanden?", "nee, bij valpreventie"),
            45_000,
            id="same-receiver-elsewhere",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar mantelzorg?",
                "en naar leefomgeving?",
                "hoeveel scheelt dat?",
            ),
            0,
            id="what-the-two-differ",
        ),
        pytest.param(
            (
                "Hoeveel ging er naar mantelzorg?",
                "en naar Kansrijke start?",
                "welke van de twee kreeg het meest en hoeveel scheelt het?",
            ),
            74_000,
            id="which-is-larger-and-by-how-much",
        ),
    ],
)  # fmt: skip
def test_a_turn_leans_on_those_before_it(
    engine: Engine, turns: tuple[str, ...], value: float
) -> None:
    *earlier, question = turns
    answer = engine.ask(question, earlier)
    assert answer.value is not None
    assert float(answer.value) == value
