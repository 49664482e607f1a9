"""Nobody can read back what I asked, unless my municipality chose so, and then not for ever."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.errors import BadInput
from tests.app_parts import refusal, text
from ui.answer_log import FOLDER, AnswerLog, LogSettings
from ui.engine_room import EngineRoom

ASKED = "Waarom ontsloeg wethouder Pietersen de heer De Vries?"


def lines(store: Path) -> list[dict[str, object]]:
    files = sorted((store / FOLDER).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text().splitlines()]


def test_nothing_is_logged_by_default(tmp_path) -> None:
    settings = LogSettings.from_env({})
    AnswerLog(tmp_path, settings).add(refusal(ASKED), 0.1, "gen-1")

    assert settings == LogSettings(0, questions=False)
    assert list(tmp_path.iterdir()) == []


def test_a_log_holds_neither_question_nor_answer_nor_person(tmp_path) -> None:
    log = AnswerLog(tmp_path, LogSettings.from_env({"RAADSBRON_LOG": "30"}))
    log.add(text(ASKED, "Dat was om De Vries.", "45.000 inzet Avedan"), 0.1234, "gen-1")

    (line,) = lines(tmp_path)
    assert set(line) == {"time", "status", "kind", "language", "seconds", "generation"}
    assert (line["status"], line["seconds"]) == ("answered", 0.123)
    assert "Vries" not in json.dumps(line)


def test_questions_are_logged_only_where_that_is_asked_for(tmp_path) -> None:
    environ = {"RAADSBRON_LOG": "30", "RAADSBRON_LOGVRAGEN": "ja"}
    AnswerLog(tmp_path, LogSettings.from_env(environ)).add(refusal(ASKED), 0.1, "gen-1")

    assert lines(tmp_path)[0]["question"] == ASKED


def test_what_is_older_than_the_days_is_deleted(tmp_path) -> None:
    now = datetime(2026, 3, 31, 12, tzinfo=UTC)
    (tmp_path / FOLDER).mkdir()
    for days in range(10):
        day = now - timedelta(days=days)
        (tmp_path / FOLDER / f"{day:%Y-%m-%d}.jsonl").write_text("{}\n")

    AnswerLog(tmp_path, LogSettings(3)).forget_old(now)
    kept = sorted(path.stem for path in (tmp_path / FOLDER).iterdir())
    assert kept == ["2026-03-29", "2026-03-30", "2026-03-31"]

    AnswerLog(tmp_path, LogSettings(0)).forget_old(now)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_only_the_owner_can_read_the_log(tmp_path) -> None:
    AnswerLog(tmp_path, LogSettings(30)).add(refusal(ASKED), 0.1, "gen-1")

    for path in (tmp_path / FOLDER).rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


def test_a_log_that_can_not_be_written_stops_no_answer(tmp_path) -> None:
    (tmp_path / FOLDER).write_text("in the way")

    AnswerLog(tmp_path, LogSettings(30)).add(refusal(ASKED), 0.1, "gen-1")


@pytest.mark.parametrize("given", ["-1", "altijd", "366", "1,5"])
def test_a_number_of_days_that_can_not_be_understood_is_refused(given) -> None:
    with pytest.raises(BadInput, match="RAADSBRON_LOG is"):
        LogSettings.from_env({"RAADSBRON_LOG": given})


@pytest.mark.model
def test_only_what_a_visitor_typed_is_logged(sample_home, monkeypatch, tmp_path) -> None:
    from store.settings import Settings  # noqa: PLC0415 - the engine behind it loads the model

    monkeypatch.setenv("RAADSBRON_LOG", "7")
    room = EngineRoom(Settings(store=sample_home))
    room._log = AnswerLog(tmp_path, LogSettings.from_env())
    room.ask("Hoeveel ging er naar valpreventie?")
    room.ask_for_visitor("Hoeveel ging er naar valpreventie?")
    room.opened().engine.index.close()

    (line,) = lines(tmp_path)
    assert line["kind"] == "total"
