"""I want to score the engine on questions that others asked about real reports."""

from pathlib import Path

import pytest

from evals.question import load_questions
from ingest.find import find_sources
from ingest.read import read_report

FOLDER = Path(__file__).resolve().parents[1] / "evals" / "questions"
REAL = FOLDER.parents[2] / "shared"
LONGEST_QUOTE = 8
"""Words; enough to find the place, too few to be a copy of the report."""


@pytest.mark.parametrize(
    ("name", "count", "test_split"),
    [("asked-real-reports", 1910, 220), ("asked-other-reports", 260, 80)],
)
def test_their_questions_are_whole_and_quote_a_few_words_only(
    name: str, count: int, test_split: int
) -> None:
    questions = load_questions(FOLDER / f"{name}.jsonl")
    assert len(questions) == count
    assert sum(question.split == "test" for question in questions) == test_split
    quotes = [place.quote for question in questions for place in question.evidence]
    assert max(len(quote.split()) for quote in quotes) <= LONGEST_QUOTE


def test_questions_over_the_fresh_reports_quote_what_stands_there() -> None:
    questions = load_questions(FOLDER / "asked-fresh-reports.jsonl")
    sources = find_sources([FOLDER.parent / "fresh"])
    texts = {source.report_id: " ".join(read_report(source).text.split()) for source in sources}
    places = [place for question in questions for place in question.evidence]

    assert (len(questions), len(texts)) == (220, 8)
    assert [p.quote for p in places if " ".join(p.quote.split()) not in texts[p.document]] == []


def test_each_quote_stands_in_the_report_where_the_reports_are_at_hand() -> None:
    questions = load_questions(FOLDER / "asked-real-reports.jsonl")
    texts = {
        path.stem: " ".join(path.read_text(encoding="utf-8").split())
        for path in (REAL / "reports").glob("*.txt")
    }
    places = [place for question in questions for place in question.evidence]
    missing = [p.quote for p in places if texts and p.quote not in texts[p.document]]
    assert len(places) > len(questions) / 2
    assert not missing
