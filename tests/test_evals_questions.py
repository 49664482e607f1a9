"""I need a faulty question file named with its line, and every gold answer to be reachable."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from evals.documents import find_documents
from evals.question import Evidence, Gold, load_questions
from ingest.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "questions" / "dev.jsonl"
LINE = {
    "id": "e1", "lang": "nl", "kind": "amount_line", "style": "plain",
    "question": "Wat kreeg de speelbus?", "history": ["Wat is de speelbus?"],
    "answer": {"value": 12000.5, "unit": "euro"},
    "evidence": [{"document": "jaarbericht", "section": None, "quote": "12.000 Speelbus"}],
}  # fmt: skip


def write(folder: Path, *lines: object) -> Path:
    path = folder / "vragen.jsonl"
    text = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def test_a_line_becomes_a_question(tmp_path: Path) -> None:
    (question,) = load_questions(write(tmp_path, LINE, ""))
    assert question.gold == Gold(value=Decimal("12000.5"), unit="euro")
    assert question.evidence == (Evidence("jaarbericht", None, "12.000 Speelbus"),)
    assert (question.history, question.split) == (("Wat is de speelbus?",), "dev")


def test_items_carry_their_other_spellings(tmp_path: Path) -> None:
    answer = {"items": ["Kookclub", "Zwemles"], "item_variants": {"Zwemles": ["zwemmen"]}}
    (question,) = load_questions(write(tmp_path, {**LINE, "answer": answer, "split": "test"}))
    assert question.gold.items == (("Kookclub",), ("Zwemles", "zwemmen"))
    assert question.split == "test"


FAULTS = {
    "not JSON": ("{oeps", r"vragen\.jsonl:2: not JSON"),
    "not an object": ("[1]", r"vragen\.jsonl:2: expected a JSON object"),
    "no question": ({**LINE, "id": "e2", "question": None}, r":2: key 'question' .* a string"),
    "value is text": ({**LINE, "id": "e2", "answer": {"value": "12"}}, r":2: answer: key 'value'"),
    "value is true": ({**LINE, "id": "e2", "answer": {"value": True}}, r"should hold a number"),
    "states nothing": ({**LINE, "id": "e2", "answer": {"unit": "euro"}}, r":2: .*states no answer"),
    "evidence is text": ({**LINE, "id": "e2", "evidence": "x"}, r"key 'evidence' .* list of obj"),
    "history of numbers": ({**LINE, "id": "e2", "history": [3]}, r"key 'history' .* strings"),
    "unknown split": ({**LINE, "id": "e2", "split": "train"}, r":2: split should be one of"),
    "id used twice": (LINE, r"vragen\.jsonl: id 'e1' is used twice"),
}


@pytest.mark.parametrize(("line", "message"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_line_is_named(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        load_questions(write(tmp_path, LINE, line))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"weg\.jsonl: no such question file"):
        load_questions(tmp_path / "weg.jsonl")


def test_gold_quotes_stand_in_the_reports(real_reports: Path) -> None:
    # A clone without the shared questions checks its own ones over its own samples.
    files = [REAL] if REAL.exists() else sorted((ROOT / "evals" / "questions").glob("*.jsonl"))
    documents = find_documents(
        [real_reports, ROOT / "docs" / "reports", ROOT / "evals" / "samples"]
    )
    questions = [question for path in files for question in load_questions(path)]
    assert questions
    for question in questions:
        for evidence in question.evidence:
            document = documents.get(evidence.document)
            assert document is not None, (question.id, evidence.document)
            assert document.holds(evidence.quote), (question.id, evidence.quote)
