"""Nobody can read back what I asked, unless my municipality chose so, and then not for ever."""

import io
import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.errors import BadInput
from tests.app_parts import refusal, text
from tests.event_loop import run_apart
from ui.answer_log import FOLDER, AnswerLog, LogSettings
from ui.at_start import opened_early
from ui.engine_room import EngineRoom
from ui.server_log import keep_words_out

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


@pytest.fixture
def logged(monkeypatch) -> Iterator[io.StringIO]:
    """Return what a server that keeps words out writes down; afterwards all is as it was."""
    factory = logging.getLogRecordFactory()
    before = {
        name: (logging.getLogger(name).handlers[:], logging.getLogger(name).propagate)
        for name in ("ui", "answer", "store", "ingest")
    }
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    keep_words_out()
    yield written
    logging.setLogRecordFactory(factory)
    for name, (handlers, propagates) in before.items():
        logging.getLogger(name).handlers[:] = handlers
        logging.getLogger(name).propagate = propagates


def fail(logger: logging.Logger) -> None:
    """Fail as a part that stumbles over a question may, and write it down as our pages do."""
    try:
        try:
            {}[ASKED]
        except KeyError as error:
            message = f"niet te lezen: {ASKED}"
            raise ValueError(message) from error
    except ValueError:
        logger.exception("A question could not be answered")


def test_an_error_is_logged_as_json_with_its_place_and_without_the_question(logged) -> None:
    fail(logging.getLogger("ui.ask_page"))

    line = json.loads(logged.getvalue())
    assert (line["level"], line["logger"]) == ("error", "ui.ask_page")
    assert line["said"] == "A question could not be answered"
    assert re.fullmatch(
        r"ValueError at .*test_security_logs\.py:\d+ fail <- KeyError at .*:\d+ fail", line["error"]
    )
    assert "Vries" not in logged.getvalue()


def test_libraries_log_no_words_of_an_exception_either(logged) -> None:
    library = logging.getLogger("een.bibliotheek")
    handler = logging.StreamHandler(logged)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    library.addHandler(handler)
    library.propagate = False
    fail(library)

    assert "ERROR A question could not be answered" in logged.getvalue()
    assert "ValueError at " in logged.getvalue()
    assert "Vries" not in logged.getvalue()


def test_the_server_keeps_words_out_from_its_start(logged, monkeypatch) -> None:
    begun = []
    monkeypatch.setattr("ui.at_start.keep_words_out", lambda: begun.append(True))
    monkeypatch.setattr("ui.at_start._prepare", lambda: None)
    monkeypatch.setattr("sys.setswitchinterval", lambda _: None)

    async def nothing(_: Path) -> None:
        """Forget nothing: the store of whoever runs this is not ours."""

    monkeypatch.setattr("ui.at_start.forget_by_the_hour", nothing)

    async def start() -> None:
        async with opened_early(None):  # type: ignore[arg-type]
            assert begun == [True]

    run_apart(start)
