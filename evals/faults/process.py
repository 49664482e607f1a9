"""Starts our processes in a session of their own, and ends them the hard way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_PATIENCE = 60.0  # seconds that a reading process gets to notice that its parent is gone


def start(arguments: Sequence[str], environ: Mapping[str, str] | None = None) -> "Running":
    """Return Python started with ``arguments`` in the root of the project, its output in a pipe."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    return Running(process)


def run(arguments: Sequence[str], environ: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Return the exit code and all that was printed, errors included."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


class Running:
    """One process with all that it starts."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def line(self) -> str:
        """Return the next line that it prints, "" when it has ended."""
        return self._process.stdout.readline().strip() if self._process.stdout else ""

    def is_alive(self) -> bool:
        """Return whether it still runs."""
        return self._process.poll() is None

    def kill(self) -> tuple[str, ...]:
        """Kill this process alone, as kill -9 does, and return the lines that it had printed."""
        self._process.kill()
        printed, _ = self._process.communicate()
        return tuple(printed.splitlines())

    def printed(self) -> tuple[str, ...]:
        """Return the lines that it prints until it ends by itself."""
        printed, _ = self._process.communicate()
        return tuple(printed.splitlines())

    def orphans(self) -> tuple[str, ...]:
        """Return what it started and what still runs after some seconds, and end that too."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                os.killpg(self._process.pid, 0)
            except ProcessLookupError:
                return ()
            time.sleep(0.05)
        os.killpg(self._process.pid, signal.SIGKILL)
        return (f"process group {self._process.pid}",)
