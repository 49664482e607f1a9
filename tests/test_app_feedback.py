"""A visitor says that an answer is good or not; the owner gets questions to score it with."""

import asyncio
import json
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from answer.as_json import to_json
from answer.engine import open_engine
from evals.fields import Fields
from evals.given import read_answer
from evals.question import load_questions
from evals.rules import fault
from ingest.errors import BadInput
from store.samples import sample_settings
from store.settings import Settings
from tests import app_parts
from tests.app_parts import Open, refusal, shown, total
from tests.cli_parts import ran
from tests.event_loop import run_apart
from ui.feedback_file import FILE_NAME, Feedback, FeedbackFile, Rating
from ui.forgetting import forget_by_the_hour
from ui.gold_line import gold_line

open_page = app_parts.open_page
QUESTION = "hoeveel ging er naar valpreventie"
ASKED = (
    "Hoeveel ging er naar valpreventie?",
    "Wat kost de kookclub?",
    "Hoeveel kreeg Avedan?",
    "Welk onderdeel kreeg het meeste geld bij valpreventie?",
    "Wat is het verschil tussen valpreventie en mantelzorg?",
    "Er ging 230.000 euro naar valpreventie, klopt dat?",
    "Wat verdient de burgemeester?",
    "Wat kun je?",
    "Waarom is er geld voor de motoriekroute?",
)


def kept_in(store: Path) -> tuple[Feedback, ...]:
    return FeedbackFile(store, 30).read()


def judged(page: AppTest, rating: Rating | None, remark: str) -> AppTest:
    if rating is not None:
        page.radio[0].set_value(rating)
    page.text_area[0].set_value(remark)
    return next(b for b in page.button if b.label == "Verstuur uw reactie").click().run()


def test_nothing_is_asked_unless_it_is_switched_on(open_page: Open, tmp_path: Path) -> None:
    page, _ = open_page({QUESTION: total(QUESTION)})
    page.chat_input(key="vraag").set_value(QUESTION).run()

    assert not page.radio
    assert not (tmp_path / FILE_NAME).exists()


def test_judgement_is_kept_once_and_thanked_for(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADSBRON_FEEDBACK", "30")
    page, _ = open_page({QUESTION: total(QUESTION)})
    page.chat_input(key="vraag").set_value(QUESTION).run()
    judged(page, None, "zonder keuze")
    assert "Kies eerst: goed, fout of onvolledig." in shown(page)
    assert kept_in(tmp_path) == ()

    judged(page, Rating.INCOMPLETE, "De Klup ontbreekt")

    assert not page.exception
    assert "Bedankt voor uw reactie." in shown(page)
    assert not page.radio
    (only,) = kept_in(tmp_path)
    assert only.rating is Rating.INCOMPLETE
    assert json.loads(only.line)["question"] == QUESTION
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_judgement_that_cannot_be_kept_is_said(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADSBRON_FEEDBACK", "30")
    (tmp_path / FILE_NAME).mkdir()
    page, _ = open_page({QUESTION: total(QUESTION)})
    page.chat_input(key="vraag").set_value(QUESTION).run()
    judged(page, Rating.GOOD, "")

    assert not page.exception
    assert "Uw reactie kon niet worden bewaard." in shown(page)


def test_what_is_too_old_is_deleted(tmp_path: Path) -> None:
    old = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="seconds")
    young = (datetime.now(UTC) - timedelta(days=29)).isoformat(timespec="seconds")
    lines = [json.dumps({"at": at, "rating": "fout", "line": {"id": at}}) for at in (old, young)]
    (tmp_path / FILE_NAME).write_text("\n".join([*lines, '{"at": "broken o']), encoding="utf-8")

    FeedbackFile(tmp_path, 30).forget_old()

    assert [each.at for each in kept_in(tmp_path)] == [young]
    assert old not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


def remark(at: timedelta, until: timedelta | None) -> str:
    """Return a line of the file, so long ago and kept until so long from now."""
    now = datetime.now(UTC)
    record = {"at": (now - at).isoformat(timespec="seconds"), "rating": "fout", "line": {"id": "x"}}
    if until is not None:
        record["until"] = (now + until).isoformat(timespec="seconds")
    return json.dumps(record) + "\n"


DAY = timedelta(days=1)
PROMISES = {
    "promise not over, switched off": (0, 20 * DAY, 10 * DAY, 1),
    "promise over, switched off": (0, 31 * DAY, -DAY, 0),
    "promise over, now kept longer": (90, 31 * DAY, -DAY, 0),
    "promise not over, now kept shorter": (10, 20 * DAY, 10 * DAY, 0),
    "of before promises were written down, switched off": (0, 400 * DAY, None, 1),
}


@pytest.mark.parametrize(("days", "at", "until", "left"), PROMISES.values(), ids=PROMISES)
def test_remarks_go_when_their_visitor_was_told_whatever_is_set_later(
    tmp_path: Path, days: int, at: timedelta, until: timedelta | None, left: int
) -> None:
    (tmp_path / FILE_NAME).write_text(remark(at, until), encoding="utf-8")
    FeedbackFile(tmp_path, days).forget_old()

    assert len(kept_in(tmp_path)) == left


def test_what_is_kept_says_until_when(tmp_path: Path) -> None:
    FeedbackFile(tmp_path, 30).add(Rating.GOOD, "{}")
    (only,) = kept_in(tmp_path)

    assert datetime.fromisoformat(only.until) - datetime.fromisoformat(only.at) == 30 * DAY


def test_logs_and_remarks_go_by_themselves_where_nobody_asks_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADSBRON_FEEDBACK", "30")
    monkeypatch.setenv("RAADSBRON_LOG", "30")
    log = tmp_path / "logs" / "2001-01-01.jsonl"
    log.parent.mkdir()
    rounds = 0

    async def server() -> None:
        nonlocal rounds
        forgetting = asyncio.create_task(forget_by_the_hour(tmp_path, pause=0.0))
        for _ in range(2):  # once at the start, and once after something else became too old
            log.write_text("{}\n")
            (tmp_path / FILE_NAME).write_text(remark(31 * DAY, -DAY), encoding="utf-8")
            while log.exists() or kept_in(tmp_path):
                await asyncio.sleep(0.01)
            rounds += 1
        forgetting.cancel()

    run_apart(lambda: asyncio.wait_for(server(), timeout=60))
    assert rounds == 2


def test_export_gives_question_files_that_can_be_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = FeedbackFile(tmp_path, 30)
    kept.add(Rating.WRONG, gold_line(total(QUESTION), (), "eerst", good=False))
    kept.add(Rating.GOOD, gold_line(total(QUESTION), (), "toch goed", good=True))
    kept.add(Rating.WRONG, gold_line(refusal("wat kost strooien"), (QUESTION,), "", good=False))
    out = tmp_path / "vragen.jsonl"
    done = ran(capsys, "feedback", "export", "--out", out, "--store", tmp_path)

    assert done.code == 0, done.err
    assert "1 vraag met een goed antwoord" in done.out
    (question,) = load_questions(out)
    assert (question.gold.value, question.gold.operation) == (103_000, "sum")
    assert [each.quote for each in question.evidence][2] == "45.000 inzet Avedan"
    beside = tmp_path / "vragen-nakijken.jsonl"
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    with pytest.raises(BadInput, match=r"vragen-nakijken.jsonl:1: answer: states no answer"):
        load_questions(beside)
    assert json.loads(beside.read_text(encoding="utf-8"))["history"] == [QUESTION]


def test_export_of_nothing_says_how_to_switch_it_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = ran(capsys, "feedback", "export", "--out", tmp_path / "x.jsonl", "--store", tmp_path)

    assert "RAADSBRON_FEEDBACK" in done.out
    assert not (tmp_path / "x.jsonl").exists()


@pytest.mark.model
def test_answer_that_was_called_good_is_right_by_the_line_made_of_it(
    sample_home: Path, tmp_path: Path
) -> None:
    engine = open_engine(sample_settings(replace(Settings.from_env(), store=sample_home)))
    out = tmp_path / "gold.jsonl"
    answers = {question: engine.ask(question) for question in ASKED}
    lines = [gold_line(answer, (), "", good=True) for answer in answers.values()]
    out.write_text("\n".join(lines), encoding="utf-8")

    assert len({answer.kind for answer in answers.values()}) >= 6
    for question in load_questions(out):
        given = read_answer(
            Fields.of(
                "test",
                json.loads(json.dumps(to_json(answers[question.question])), parse_float=Decimal),
            )
        )
        assert fault(question, given) is None, question
