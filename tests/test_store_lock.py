"""As a second writer I am told that another one is busy, and I never spoil its work."""

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.errors import RaadsbronError, StoreBusy
from store.write_lock import write_lock

ROOT = Path(__file__).resolve().parent.parent
HOLD = """
import sys, time
from pathlib import Path
from store.write_lock import write_lock
with write_lock(Path(sys.argv[1]), 0):
    print("held", flush=True)
    time.sleep(3600)
"""


@pytest.fixture
def holder(tmp_path):
    """Start a process that holds the lock until it is killed, and return it."""
    started: list[subprocess.Popen[str]] = []

    def hold() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", HOLD, str(tmp_path / "index")]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in started:
        process.kill()
        process.communicate()


def test_a_second_writer_says_so_and_stops(holder, tmp_path) -> None:
    holder()
    waited: list[bool] = []

    with (
        pytest.raises(StoreBusy, match=r"ander proces schrijft.*0 seconden.*opnieuw"),
        write_lock(tmp_path / "index", 0.3, lambda: waited.append(True)),
    ):
        pass

    assert waited == [True]


def test_a_second_writer_may_wait(holder, tmp_path) -> None:
    first = holder()
    waited: list[bool] = []

    def wait() -> None:
        waited.append(True)
        first.kill()

    with write_lock(tmp_path / "index", 600, wait):
        assert waited == [True]


def test_the_lock_of_a_killed_writer_is_free_at_once(holder, tmp_path) -> None:
    process = holder()
    process.kill()
    process.wait()

    with write_lock(tmp_path / "index", 0):
        pass


def test_a_store_that_is_a_file_is_said(tmp_path) -> None:
    (tmp_path / "index").write_text("geen map")

    with (
        pytest.raises(RaadsbronError, match=r"kan niet geschreven worden.*--store"),
        write_lock(tmp_path / "index", 0),
    ):
        pass


def test_the_store_is_made_for_its_user_only(tmp_path) -> None:
    with write_lock(tmp_path / "nieuw" / "index", 0):
        assert (tmp_path / "nieuw" / "index").stat().st_mode & 0o777 == 0o700
