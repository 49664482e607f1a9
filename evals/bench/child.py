"""One command in a process of its own, with what it took: a cold start is cold, and peaks add up.

Peaks are those of the kernel (`ru_maxrss`). A child is charged with what its parent held when it
started, so whoever measures here must stay small and import no model.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ingest.errors import RaadsbronError

ROOT = Path(__file__).resolve().parent.parent.parent
_UNIT = 1024**2 if sys.platform == "darwin" else 1024  # of ru_maxrss, in one megabyte


@dataclass(frozen=True, slots=True)
class Child:
    """What one process took: wall and CPU seconds of it and its own children, and its output.

    ``peak`` is in MB, of the largest of these processes.
    """

    seconds: float
    cpu: float
    peak: float
    out: str

    def said(self) -> Mapping[str, float]:
        """Return the figures that the process printed as JSON in its last line."""
        return dict(json.loads(self.out.strip().splitlines()[-1]))


def run_child(arguments: Sequence[str], accepted: Sequence[int] = (0,)) -> Child:
    """Run Python with these arguments from the root of the project, and return what it took.

    Raises:
        RaadsbronError: when it ends with another exit code than those ``accepted``.
    """
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=surroundings, stdout=out, stderr=err
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = code = os.waitstatus_to_exitcode(status)
        if code not in accepted:
            message = (
                f"python {' '.join(arguments)} ended with exit code {code}, expected {accepted}: "
                f"{_text(err)[-500:]}. Next step: run that command by itself."
            )
            raise RaadsbronError(message)
        return Child(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / _UNIT, _text(out))


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
