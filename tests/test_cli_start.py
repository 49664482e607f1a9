"""The command starts at once, stops when I stop it, and says so when its parts are not its own."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli import shadowed
from ingest.errors import StoreBusy
from store.progress import Progress, Stage
from tests.cli_parts import ROOT, ran, started
from ui.terminal.chat import chat_command
from ui.terminal.progress_line import ProgressLine

HELP_AT_MOST = 180
"""Modules that are loaded for it, counted because times differ by machine. Measured 128 in 0.15 s,
of which 26 are Python's own; numpy alone brings 140."""


def test_help_is_instant_and_names_every_command(capsys) -> None:
    found = started("--help", PYTHONPROFILEIMPORTTIME="1")

    loaded = {line.rsplit("|", 1)[-1].strip() for line in found.stderr.splitlines()}
    assert found.returncode == 0
    assert len(loaded) < HELP_AT_MOST
    assert loaded.isdisjoint({"numpy", "torch", "answer.engine", "store.build", "streamlit"})
    for name in ("ingest", "ask", "answer-file", "reports", "text", "chat", "doctor"):
        assert f"  {name} " in found.stdout
        assert ran(capsys, name, "--help").code == 0


def test_our_packages_are_ours() -> None:
    assert shadowed(ROOT) == ""


def test_package_of_another_maker_is_named(tmp_path) -> None:
    """A distribution named `store` lies before ours on the path."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "__init__.py").touch()
    start = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import cli; cli.main()"
    found = subprocess.run(
        [sys.executable, "-c", start], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert found.returncode == 2
    assert "het onderdeel 'store' komt uit" in found.stderr
    assert str(tmp_path) in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_error_is_one_line_without_a_trace(capsys, monkeypatch) -> None:
    def busy() -> None:
        message = "De index is bezet."
        raise StoreBusy(message)

    monkeypatch.setattr("store.settings.Settings.from_env", busy)
    found = ran(capsys, "reports")

    assert (found.code, found.out, found.err) == (2, "", "Fout: De index is bezet.\n")


def test_reader_that_leaves_is_no_error(sample_home) -> None:
    command = [sys.executable, "-m", "cli", "text", "voorbeeld-terugblik-2024"]
    environ = {**os.environ, "RAADSBRON_STORE": str(sample_home)}
    reading, writing = os.pipe()
    os.close(reading)
    found = subprocess.run(
        command, cwd=ROOT, env=environ, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert (found.returncode, found.stderr) == (141, b"")


@pytest.fixture
def _heeds_interrupt() -> Iterator[None]:
    """Heed Ctrl+C: tests started in the background ignore it, and their children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe, which Windows has not")
@pytest.mark.usefixtures("_heeds_interrupt")
def test_interrupt_stops_without_a_trace(tmp_path) -> None:
    """The command waits for a file of questions that nobody writes, until Ctrl+C."""
    os.mkfifo(tmp_path / "q.jsonl")
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "answer-file", tmp_path / "q.jsonl", "--out", "a.jsonl"],
        cwd=ROOT, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    until = time.monotonic() + 300
    while (pipe := opened_by_reader(tmp_path / "q.jsonl")) is None:
        assert process.poll() is None
        assert time.monotonic() < until, "the file was never opened"
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=300)
    os.close(pipe)

    assert process.returncode == 130
    assert said.split() == ["Afgebroken."]


def opened_by_reader(pipe: Path) -> int | None:
    """Return the writing end of ``pipe``, or None as long as nobody reads from it."""
    try:
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise
        return None


def test_chat_is_served_to_this_machine_alone() -> None:
    command = chat_command(8600)

    assert "--server.address=127.0.0.1" in command
    assert "--browser.gatherUsageStats=false" in command
    assert "--server.port=8600" in command
    assert str(ROOT / "app.py") in command


class Log:
    """A stream that remembers, a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        self.text = ""
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


STEPS = (
    Progress(Stage.WAIT),
    Progress(Stage.WAIT),
    Progress(Stage.READ, 0, 2),
    Progress(Stage.ENCODE, 0, 2, 8, "een lange naam.pdf", 0.5),
    Progress(Stage.READ, 1, 2, 8),
    Progress(Stage.READ, 2, 2, 20),
    Progress(Stage.SAVE, 2, 2, 20),
)


@pytest.mark.parametrize(
    ("terminal", "expected"),
    [
        (False, ["1 van 2 bestanden, 8 passages", "2 van 2 bestanden, 20 passages"]),
        (True, ["[########################] 2 van 2 bestanden, 20 passages"]),
    ],
    ids=["log", "terminal"],
)
def test_progress_shows_files_and_passages(terminal, expected) -> None:
    log = Log(terminal=terminal)
    with ProgressLine(log) as tell:  # type: ignore[arg-type]
        for step in STEPS:
            tell(step)

    seen = [line.rsplit("\r", 1)[-1].rstrip() for line in log.text.rstrip("\n").split("\n")]
    assert seen == ["Een ander programma werkt de index bij. Even wachten …", *expected]


def test_narrow_line_covers_the_wider_one_before_it() -> None:
    log = Log(terminal=True)
    with ProgressLine(log) as tell:  # type: ignore[arg-type]
        tell(STEPS[3])
        tell(STEPS[4])

    wide, narrow = log.text.rstrip("\n").lstrip("\r").split("\r")
    assert len(narrow) == len(wide)


def test_wheel_would_hold_every_room() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    included = (ROOT / "pyproject.toml").read_text().split("only-include = [")[1].split("]")[0]

    assert rooms
    assert all(f'"{room}"' in included for room in rooms)
    assert shutil.which("raadsbron") is None or Path(ROOT, "cli.py").exists()
