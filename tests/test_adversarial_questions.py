"""Whatever anyone types, I get a whole answer or a refusal, in time, and never an error."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from answer.answer import Operation, Status
from answer.engine import Engine, open_engine
from evals.bad_questions.__main__ import BUDGET, ask_bad, count_lines
from evals.bad_questions.kinds import KINDS
from evals.bad_questions.laws import broken_laws
from store.samples import sample_settings
from store.settings import Settings

pytestmark = pytest.mark.model

SUM = "Hoeveel ging er naar valpreventie?"
SHORT = 100
PLAIN = "de speelbus reed in 2024 langs 12 wijken en kostte 57.000 euro; " * 2_000
PLAIN_SECONDS = 0.0055  # least of nine where `BUDGET` was set


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


def slowness() -> float:
    """Return how many times as long as on the machine of `BUDGET` plain work takes; at least 1."""

    def seconds() -> float:
        started = time.process_time()
        Counter(re.findall(r"\w+", PLAIN)).most_common(5)
        return time.process_time() - started

    return max(1.0, min(seconds() for _ in range(5)) / PLAIN_SECONDS)


def test_bad_questions_of_every_kind_break_no_law(engine) -> None:
    """The long version is `python -m evals.bad_questions --count 10000`."""
    asked = tuple(ask_bad(engine, SHORT, budget=BUDGET * slowness()))
    table = "\n".join(count_lines(asked))

    assert {each.bad.kind for each in asked} == set(KINDS)
    assert not [each for each in asked if each.wrong], table


@pytest.mark.parametrize("number", ["²³", "٣", "①", "½", "二", "3\u0331"])
def test_numbers_of_other_scripts_are_no_error(engine, number) -> None:
    """A superscript is a digit to Python and no number; found by the long run."""
    for question in (f"Top {number} van de posten", f"Klopt het dat sport {number} euro kostte?"):
        answer = engine.ask(question)
        assert not list(broken_laws(answer, engine.index, question))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("", "Stel een vraag", id="empty"),
        pytest.param(" \n\u200b ", "Stel een vraag", id="white space"),
        pytest.param("wat kost dat? " * 40, "500 tekens", id="560 characters"),
        pytest.param("x" * 1_000_000, "500 tekens", id="a million characters"),
    ],
)
def test_empty_and_too_long_questions_are_refused_with_a_note(engine, question, said) -> None:
    answer = engine.ask(question)

    assert answer.status is Status.NOT_FOUND
    assert said in answer.text
    assert any(said in note for note in answer.notes)


@pytest.mark.parametrize(
    ("spoil", "law"),
    [
        pytest.param(
            lambda a: replace(a, value=a.value + 1), "terms that do not add up", id="a wrong sum"
        ),
        pytest.param(
            lambda a: replace(a, citations=(replace(a.citations[0], quote="x"),)),
            "a quote that is not its span",
            id="a quote of our own",
        ),
        pytest.param(lambda a: replace(a, text="x" * 401), "a text of 401", id="too long a text"),
        pytest.param(
            lambda a: replace(a, status=Status.NOT_FOUND), "a refusal with a figure", id="a refusal"
        ),
        pytest.param(
            lambda a: replace(a, citations=(), figures=(), operation=None),
            "a figure without a source",
            id="no source",
        ),
        pytest.param(
            lambda a: replace(a, value=Decimal("NaN"), operation=None, figures=()),
            "JSON",
            id="not a number",
        ),
    ],
)
def test_the_laws_notice_a_breach(engine, spoil, law) -> None:
    answer = engine.ask(SUM)
    assert answer.operation is Operation.SUM
    assert not list(broken_laws(answer, engine.index, SUM))

    assert any(law in broken for broken in broken_laws(spoil(answer), engine.index, SUM))
