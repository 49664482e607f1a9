"""The share of right answers may not fall: floors over the gold questions, no silent partial."""

from pathlib import Path

import pytest

from evals.ask_all import ask_all
from evals.documents import FORMATS, find_documents
from evals.engine_system import open_engine_system
from evals.outcome import Outcome
from evals.question import load_questions
from store.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT.parent / "shared" / "questions" / "dev.jsonl"
OWN = ROOT / "evals" / "questions" / "own-samples.jsonl"


@pytest.fixture(scope="module")
def outcomes(real_store: Settings, real_reports: Path) -> tuple[Outcome, ...]:
    """Return the outcomes over the real reports, or over the samples on a clone without them."""
    questions = load_questions(DEV if DEV.is_file() else OWN)
    documents = find_documents((real_reports,), FORMATS)
    return ask_all(open_engine_system(real_store), questions, documents)


def share(outcomes: list[Outcome]) -> float:
    return sum(outcome.score.right for outcome in outcomes) / len(outcomes)


def test_four_of_five_questions_are_answered_strictly_right(outcomes: tuple[Outcome, ...]) -> None:
    floor = 0.80 if DEV.is_file() else 0.65

    assert share(list(outcomes)) >= floor


def test_a_part_is_never_given_for_a_whole(outcomes: tuple[Outcome, ...]) -> None:
    assert [outcome.id for outcome in outcomes if outcome.score.silent_partial] == []


def test_every_quote_is_verbatim_and_on_its_page(outcomes: tuple[Outcome, ...]) -> None:
    assert [outcome.id for outcome in outcomes if not _verbatim(outcome)] == []


def _verbatim(outcome: Outcome) -> bool:
    score = outcome.score
    return score.verbatim == score.quotes and score.on_page == score.paged
