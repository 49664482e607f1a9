"""What I ask and read stays on this machine: reading in and answering work without a network."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.cli_parts import OTTERS, ROOT, ZOO

pytestmark = pytest.mark.model

# Python loads this at its start, also in every process that ours start. An audit hook sees each
# attempt, whichever class or library makes it in Python, and the hook can't be taken out again.
WATCH = """\
import sys
import time
import urllib.error
import urllib.request
LOG = {log!r}
NAMES = ("socket.getaddrinfo", "socket.gethostbyname")
HERE = ("127.", "::1", "localhost")
def watch(event, arguments):
    if event not in ("socket.connect", "socket.sendto", *NAMES):
        return
    host = arguments[0] if event in NAMES else arguments[1]
    host = host[0] if isinstance(host, tuple) else host
    if host in (None, "", b"") or str(host).startswith(("/", *HERE)) or isinstance(host, bytes):
        return
    with open(LOG, "a") as log:
        log.write(f"{{event}} {{host}}\\n")
    raise OSError("the network is shut")
sys.addaudithook(watch)
"""


@pytest.fixture
def shut(tmp_path) -> tuple[dict[str, str], Path]:
    """Return an environment in which Python can't call outside, and the log of what tried to."""
    log = tmp_path / "attempts.txt"
    (tmp_path / "shim").mkdir()
    (tmp_path / "shim" / "sitecustomize.py").write_text(WATCH.format(log=str(log)))
    path = os.pathsep.join((str(tmp_path / "shim"), str(ROOT)))
    store = str(tmp_path / "index")
    return {**os.environ, "PYTHONPATH": path, "RAADSBRON_STORE": store}, log


def apart() -> list[str]:
    """Return what runs a command where there is no network at all, [] where that can't be had."""
    found = shutil.which("unshare")
    if (
        not found
        or subprocess.run([found, "-n", "true"], capture_output=True, check=False).returncode
    ):
        return []
    return [found, "-n"]  # compiled code goes round Python's hooks, but not round this


def python(shut: dict[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*apart(), sys.executable, *arguments],
        env=shut, cwd=Path(shut["RAADSBRON_STORE"]).parent, capture_output=True, encoding="utf-8",
        timeout=600, check=False,
    )  # fmt: skip


def test_reading_in_asking_and_answer_files_call_nobody(shut, tmp_path) -> None:
    environ, log = shut
    (tmp_path / "zoo").mkdir()
    (tmp_path / "zoo" / "zoo.md").write_text(ZOO, encoding="utf-8")
    (tmp_path / "q.jsonl").write_text(json.dumps({"id": 1, "question": OTTERS}) + "\n")

    read_in = python(environ, "-m", "ingest", "zoo")
    asked = python(environ, "-m", "cli", "ask", OTTERS)
    filed = python(environ, "-m", "cli", "answer-file", "q.jsonl", "--out", "a.jsonl")

    assert (read_in.returncode, asked.returncode, filed.returncode) == (0, 0, 0), read_in.stderr
    assert "4.700" in asked.stdout
    assert json.loads((tmp_path / "a.jsonl").read_text())["answer"]["status"] == "answered"
    assert not log.exists(), log.read_text()


@pytest.mark.parametrize(
    "call",
    [
        "socket.create_connection(('192.0.2.1', 80), timeout=1)",
        "socket.getaddrinfo('elders.example', 443)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
    ],
    ids=["connect", "look up a name", "send"],
)
def test_watch_notices_who_tries(shut, call) -> None:
    environ, log = shut
    found = python(environ, "-c", f"import socket; {call}")

    assert "the network is shut" in found.stderr
    assert log.read_text()


def test_watch_lets_this_machine_through(shut) -> None:
    environ, log = shut
    here = "a, b = socket.socketpair(); s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()"
    found = python(environ, "-c", f"import socket; {here}")

    assert found.returncode == 0, found.stderr
    assert not log.exists()


def test_chat_starts_serves_and_stops_without_calling_anyone(shut, sample_home) -> None:
    environ, log = shut
    port = free_port()
    command = [sys.executable, "-m", "cli", "chat", "--port", str(port), "--store", sample_home]
    process = subprocess.Popen(
        command, env={**environ, "STREAMLIT_SERVER_HEADLESS": "true"}, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=300)

    assert code == 0
    assert not log.exists(), log.read_text()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 300
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    message = f"no page at {address}"
    raise AssertionError(message)
