"""The page's own server in a process of its own, and what it takes of the machine."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import RaadsbronError

_ROOT = Path(__file__).resolve().parent.parent
_SECONDS_TO_START = 120  # on a machine that does much else; alone it takes two
_LOOK_AGAIN = 0.05
_CPU_FIELDS = slice(11, 13)  # utime and stime, counted behind the name of the process


@dataclass(frozen=True, slots=True)
class Used:
    """What a process took so far: CPU seconds, and megabytes of memory at this moment."""

    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class PageServer:
    """A server that is up; ``address`` as in "http://127.0.0.1:8501", ``up`` on the clock."""

    address: str
    pid: int
    up: float

    def used(self) -> Used:
        """Return what the server took so far.

        Raises:
            RaadsbronError: on a system without /proc, where only Linux tells.
        """
        place = Path("/proc") / str(self.pid)
        try:
            cpu = place.joinpath("stat").read_text().rpartition(")")[2].split()[_CPU_FIELDS]
            pages = int(place.joinpath("statm").read_text().split()[1])
        except OSError as error:
            message = (
                f"{place} can't be read: expected the figures that Linux keeps of process "
                f"{self.pid}. Next step: measure on Linux, and see whether the server still runs."
            )
            raise RaadsbronError(message) from error
        ticks = os.sysconf("SC_CLK_TCK")
        return Used(sum(map(int, cpu)) / ticks, pages * os.sysconf("SC_PAGE_SIZE") / 1024**2)


@contextmanager
def page_server(store: Path) -> Iterator[PageServer]:
    """Run the page on the reports of ``store``, on a free port of this machine.

    Raises:
        RaadsbronError: when it stops at once or is not up in time.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(_ROOT / "app.py")]
    options = [f"--server.port={port}", "--server.headless=true"]
    environ = {**os.environ, "RAADSBRON_STORE": str(store), "PYTHONPATH": str(_ROOT)}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [*command, *options], cwd=_ROOT, env=environ, stdout=quiet, stderr=quiet
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_up(address, process)
        yield PageServer(address, process.pid, time.monotonic())
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_up(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(_LOOK_AGAIN)
    message = (
        f"No page at {address} after {_SECONDS_TO_START} seconds, exit code {process.poll()}; "
        "expected the server of app.py. Next step: start it by hand with raadsbron chat."
    )
    raise RaadsbronError(message)
