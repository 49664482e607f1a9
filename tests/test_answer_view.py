"""I get the same answer from a kept layout as from a report that is laid out while I wait."""

import pytest

from answer.as_json import to_json
from answer.engine import Engine
from answer.view import ReportView, view_of
from evals.question import load_questions
from store.build import ingest
from store.encoder import Encoder
from store.index import Index, open_index
from store.settings import Settings
from tests.conftest import SAMPLES

QUESTIONS = SAMPLES.parent.parent / "evals" / "questions" / "own-samples.jsonl"
# One in nine: 25 questions of all kinds.
EVERY = 9
KEYS = ("sport", "valpreventie", "jongeren", "preventie", "2024", "gemeent", "wor", "nergens")


@pytest.fixture(scope="module")
def settings(tmp_path_factory, tiny_encoder: Encoder) -> Settings:
    made = Settings(store=tmp_path_factory.mktemp("view") / "store", model="tiny")
    ingest([SAMPLES], made, tiny_encoder)
    return made


@pytest.fixture(scope="module")
def index(settings: Settings):
    with open_index(settings.store) as opened:
        yield opened


class LaidOutAnew(Engine):
    """Keeps nothing of a report but its text."""

    def _make_view(self, report_id: str) -> ReportView:
        return view_of(self.index.report(report_id), self.vocabulary)


def test_answers_are_the_same_from_a_kept_layout(index: Index, settings, tiny_encoder) -> None:
    kept, anew = (made(index, tiny_encoder, settings) for made in (Engine, LaidOutAnew))
    asked = load_questions(QUESTIONS)[::EVERY]
    assert len(asked) > 20
    for gold in asked:
        answers = [to_json(engine.ask(gold.question, gold.history)) for engine in (kept, anew)]
        assert answers[0] == answers[1], gold.id


@pytest.mark.parametrize("key", KEYS)
def test_sentences_passed_over_hold_none_of_the_words(index: Index, settings, key) -> None:
    engine = Engine(index, None, settings)
    for card in index.cards:
        view = engine._make_view(card.id)
        met = view.words.met(frozenset((key,)))
        for sentence in view.sentences:
            bags = (sentence.bag, sentence.near, sentence.pointed)
            holds = any(key in bag.stems | bag.parts | bag.forms for bag in bags)
            assert holds == (sentence.sentence.index in met), sentence.text
