"""Whatever is asked, every quote is the report's own text and every shown sum adds up."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answer.answer import Answer, Operation, Status
from answer.as_json import to_json
from answer.engine import Engine, open_engine
from store.samples import sample_settings
from store.settings import Settings

pytestmark = pytest.mark.model

KEYS = (
    "question interpreted_as language status kind text value value_max unit operation figures "
    "items verdict citations notes confidence missing closest searched"
).split()
PIECES = [
    "hoeveel", "ging er naar", "valpreventie", "mantelzorg", "wat kostte", "de klup", "samen",
    "2.6", "in 2023", "klopt het dat", "10.000 euro", "waarom", "welke posten", "het meeste",
    "verschil", "en", "behalve sport", "How much", "twee ton", "$x$ ![](http://x)", "'; DROP TABLE",
    "NEAR(", "=1+1", "\u202e", "(" * 40, "wie", "wanneer", "?", "“", "”", "procent van", "top 3",
]  # fmt: skip


@pytest.fixture(scope="module")
def engine(sample_home: Path) -> Iterator[Engine]:
    made = open_engine(sample_settings(Settings(store=sample_home)))
    yield made
    made.index.close()


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map(" ".join))
def test_an_answer_to_anything_is_whole_and_verbatim(engine: Engine, question: str) -> None:
    hold_the_laws(engine, engine.ask(question))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_at_all_gets_an_answer_or_a_refusal(engine: Engine, question: str) -> None:
    hold_the_laws(engine, engine.ask(question))


def hold_the_laws(engine: Engine, answer: Answer) -> None:
    printed = to_json(answer)
    assert list(printed) == KEYS
    assert json.loads(json.dumps(printed)) == printed
    assert len(answer.text) <= 400
    assert 0 <= answer.confidence <= 1
    for citation in (*answer.citations, *answer.closest):
        report = engine.index.report(citation.document)
        assert citation.quote == report.text[citation.start : citation.end]
        assert citation.page == report.page_at(citation.start)
    for part in answer.figures:
        assert all(0 <= at < len(answer.citations) for at in part.citations)
    if answer.operation is Operation.SUM:
        assert answer.value == sum(part.value for part in answer.figures)
    if answer.status is Status.NOT_FOUND:
        assert (answer.value, answer.citations, answer.figures) == (None, (), ())
