"""I need one command that scores, prints and keeps a run, and hides what the test split holds."""

import json
from pathlib import Path

import pytest

from evals.compare import main as compare_main
from evals.run import main

REPORT = "2.1 Speelbus\n12.000 Speelbus Oosterhof\nDe bus reed twee keer per week.\n"
QUESTIONS = (
    ("e1", "dev", "Wat kreeg de speelbus?", {"value": 12000, "unit": "euro"}),
    ("e2", "dev", "Hoe vaak reed de bus?", {"text": ["twee keer per week"]}),
    ("e3", "test", "Wat kreeg de geheime post?", {"none": True}),
    ("e4", "test", "Hoe vaak reed de geheime bus?", {"text": ["twee keer per week"]}),
)


def answer(status: str = "answered", text: str = "Zie het rapport.", **keys: object) -> object:
    quote = {"document": "jaarbericht", "quote": "12.000 Speelbus Oosterhof", "page": None}
    cited = [quote] if status == "answered" else []
    return {"status": status, "kind": "text", "text": text, "citations": cited, **keys}


GOOD = {"e1": answer(value=12000), "e2": answer(text="Twee keer per week."),
        "e3": answer("not_found"), "e4": answer(text="Elke dag.")}  # fmt: skip


@pytest.fixture
def work(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "jaarbericht.txt").write_text(REPORT, encoding="utf-8")
    evidence = [{"document": "jaarbericht", "section": "2.1", "quote": "12.000 Speelbus Oosterhof"}]
    write(tmp_path / "vragen.jsonl", [
        {"id": key, "split": split, "kind": "number", "style": "plain", "question": question,
         "answer": gold, "evidence": [] if "none" in gold else evidence}
        for key, split, question, gold in QUESTIONS
    ])  # fmt: skip
    answers(tmp_path / "answers.jsonl", GOOD)
    return tmp_path


def write(path: Path, lines: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def answers(path: Path, by_id: dict[str, object]) -> None:
    write(path, [{"id": key, "answer": found} for key, found in by_id.items()])


def run(work: Path, *more: str, name: str = "answers", out: str = "out") -> int:
    return main([
        str(work / "vragen.jsonl"), "--reports", str(work / "reports"),
        "--answers", str(work / f"{name}.jsonl"), "--out", str(work / out), *more,
    ])  # fmt: skip


def test_prints_figures_kinds_and_styles(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(work) == 0
    printed = capsys.readouterr().out
    assert "accuracy (strict) (%)" in printed
    assert "| 75.0 " in printed
    assert "Per kind" in printed
    assert "Per style" in printed
    assert "Seen (dev) 100.0% of 2, unseen (test) 50.0% of 2" in printed


def test_writes_json_markdown_and_a_page_of_its_own(work: Path) -> None:
    run(work)
    result = json.loads((work / "out" / "answers.json").read_text(encoding="utf-8"))
    assert result["metrics"]["accuracy"]["value"] == 0.75
    assert "## answers: 4 questions" in (work / "out" / "report.md").read_text(encoding="utf-8")
    page = (work / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in page


def test_of_test_questions_nothing_is_told(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(work, "--show-wrong")
    told = capsys.readouterr().out + "".join(
        path.read_text(encoding="utf-8") for path in (work / "out").iterdir()
    )
    assert "and 1 test questions" in told
    for secret in ("geheime", "Elke dag"):
        assert secret not in told


def test_wrong_dev_questions_are_shown(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers(work / "worse.jsonl", {**GOOD, "e1": answer(value=7, text="€ 7 volgens mij.")})
    run(work, "--show-wrong", name="worse")
    printed = capsys.readouterr().out
    assert "e1 number plain: Wat kreeg de speelbus?" in printed
    assert "expected 12000" in printed
    assert "€ 7 volgens mij." in printed
    assert "because  value 7, expected 12000" in printed


def test_what_changed_since_the_last_run(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(work)
    answers(work / "answers.jsonl", {**GOOD, "e1": answer(value=7)})
    run(work)
    assert "lost e1 number 'Wat kreeg de speelbus?'" in capsys.readouterr().out


def test_compare_lists_gains_and_losses(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(work)
    changed = {**GOOD, "e1": answer(value=7), "e4": answer(text="Twee keer per week.")}
    answers(work / "later.jsonl", changed)
    run(work, name="later")
    capsys.readouterr()
    files = [str(work / "out" / f"{name}.json") for name in ("answers", "later")]
    assert compare_main(files) == 0
    printed = capsys.readouterr().out
    assert "lost e1" in printed
    assert "gained 1 test questions" in printed
    assert "1 gained, 1 lost, 2 right in both, 0 wrong in both; accuracy +0.0 points" in printed


def test_an_error_line_and_a_missing_line_are_wrong(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(work / "some.jsonl", [{"id": "e1", "error": "kapotte regel"}])
    run(work, "--show-wrong", "--split", "dev", name="some")
    printed = capsys.readouterr().out
    assert "no answer: kapotte regel" in printed
    assert "no answer: no line with this id" in printed


FAULTS = {
    "no answer file": (("--answers", "weg.jsonl"), "no such answer file"),
    "no question left": (("--ids", "e99"), "no question left of 4"),
}


@pytest.mark.parametrize(("more", "message"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_run_is_said(
    work: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], message: str
) -> None:
    assert run(work, *more) == 2
    assert message in capsys.readouterr().err


def test_compare_of_something_else_is_said(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "x.json").write_text("{}", encoding="utf-8")
    assert compare_main([str(work / "x.json"), str(work / "x.json")]) == 2
    assert "result version None, expected 1" in capsys.readouterr().err
