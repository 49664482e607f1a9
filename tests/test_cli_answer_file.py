"""I put a file of questions to it and get one answer a line, whatever is wrong with some lines."""

import json

import pytest

from answer.answer import Answer, Kind, Status
from ingest.errors import BadInput
from tests.cli_parts import ran
from ui.terminal.answer_file import write_answers
from ui.terminal.question_file import Asked, BadLine, read_line, read_questions

BAD_LINES = {
    "no JSON": b"{id: 1}",
    "not UTF-8": b'{"id": 1, "question": "caf\xe9"}',
    "no object": b"[1, 2]",
    "no question": b'{"id": 1}',
    "question is a number": b'{"id": 1, "question": 3}',
    "half a surrogate pair": rb'{"id": 1, "question": "a\ud800"}',
    "history is a text": b'{"id": 1, "question": "Wat?", "history": "Wie?"}',
    "history holds a number": b'{"id": 1, "question": "Wat?", "history": [1]}',
    "endless brackets": b"[" * 100_000,
}


def not_found(question: str, history: tuple[str, ...]) -> Answer:
    if question == "stuk":
        message = "er ging iets mis"
        raise ValueError(message)
    text = " | ".join((*history, question))
    return Answer(question, text, "nl", Status.NOT_FOUND, Kind.TEXT, text)


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES.keys())
def test_line_that_cannot_be_asked_is_named(line) -> None:
    found = read_line(line, 4)

    assert isinstance(found, BadLine)
    assert found.error.startswith("regel 4: ")


def test_lines_are_read_as_they_stand(tmp_path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "question": "Wat\xe2\x80\xa8nu?"}\r\n\r\n'
        b'{"id": 2, "question": "En dan?", "history": ["Wat nu?"], "kind": "how"}'
    )

    assert read_questions(path) == (Asked("a", "Wat\u2028nu?"), Asked(2, "En dan?", ("Wat nu?",)))


def test_missing_file_is_an_error(tmp_path) -> None:
    with pytest.raises(BadInput, match=r"q\.jsonl is niet te lezen"):
        read_questions(tmp_path / "q.jsonl")


def test_order_is_kept_and_one_failure_costs_no_other(tmp_path) -> None:
    out = tmp_path / "a.jsonl"
    asked = (Asked("b", "stuk"), BadLine(None, "regel 2: fout"), Asked("a", "Café?", ("Wie?",)))
    told: list[None] = []
    write_answers(asked, not_found, out, lambda: told.append(None))

    first, second, third = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert first == {"id": "b", "error": "ValueError: er ging iets mis"}
    assert second == {"id": None, "error": "regel 2: fout"}
    assert (third["id"], third["answer"]["text"]) == ("a", "Wie? | Café?")
    assert "Café" in out.read_text(encoding="utf-8")
    assert len(told) == 3


def test_run_that_is_broken_off_leaves_the_old_file(tmp_path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_text("oud\n")

    def stop(question: str, history: tuple[str, ...]) -> Answer:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_answers((Asked(1, "Wat?"),), stop, out, lambda: None)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["oud\n"]


def test_folder_that_is_not_there_is_an_error(tmp_path) -> None:
    with pytest.raises(BadInput, match="kan niet worden geschreven"):
        write_answers((), not_found, tmp_path / "geen" / "a.jsonl", lambda: None)


@pytest.mark.model
def test_command_answers_refuses_and_skips_with_exit_code_0(capsys, sample_home, tmp_path) -> None:
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text(
        '{"id": "1", "question": "Hoeveel ging er naar valpreventie?"}\n'
        "kapot\n"
        '{"id": "3", "question": "Wat kreeg de dierenambulance?", "history": []}\n'
    )
    found = ran(capsys, "answer-file", questions, "--out", out, "--store", sample_home)

    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert found.code == 0
    assert found.out == ""
    assert "regel 2" in found.err
    assert [line["id"] for line in lines] == ["1", None, "3"]
    assert lines[0]["answer"]["value"] == 228_000
    assert lines[2]["answer"]["status"] == "not_found"


@pytest.mark.model
def test_command_without_a_question_file_leaves_with_2(capsys, sample_home, tmp_path) -> None:
    missing = tmp_path / "q.jsonl"
    found = ran(capsys, "answer-file", missing, "--out", tmp_path / "a", "--store", sample_home)

    assert found.code == 2
    assert "q.jsonl is niet te lezen" in found.err
