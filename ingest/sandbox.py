"""Reads reports in a process of its own, with limits on time and memory."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from ingest.ended import end_process
from ingest.errors import UnreadableReport
from ingest.limits import Limits
from ingest.messages import receive, send
from ingest.plain_data import as_plain, from_plain
from ingest.report import Report
from ingest.report_check import report_flaw
from ingest.source import Source

_ROOT = Path(__file__).resolve().parent.parent
_CODE = (
    "import sys; sys.path.insert(0, {root!r}); from ingest.reading_process import serve; serve()"
)
_LONGEST_REASON = 1_000  # characters; ours are two sentences and the name of a file
_FILES = 200  # a process is replaced after so many files: what leaks in a library stays bounded


class Sandbox:
    """A reading process that is started when needed, used for many files and ended after trouble.

    Use it as a context manager, from one thread at a time. The process imports neither the store
    nor the page, and gets the path of one file at a time. A file that takes too long or too much
    memory costs its process, not ours.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def read(self, source: Source) -> Report:
        """Return the report that ``source`` holds.

        Raises:
            UnreadableReport: the file can't be read, or was given up over its limits.
        """
        process = self._running()
        late = threading.Event()
        timer = threading.Timer(self._limits.seconds, self._give_up, (process, late))
        timer.start()
        try:
            result = self._ask(process, source)
        finally:
            timer.cancel()
        if result is None:
            self._stop()
            raise UnreadableReport(self._lost(source, late=late.is_set()))
        if isinstance(result, str):
            raise UnreadableReport(result)
        return result

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (
            self._process.poll() is not None or self._files >= _FILES
        ):
            self._stop()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _CODE.format(root=str(_ROOT))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._files = 0
        self._files += 1
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], source: Source) -> Report | str | None:
        """Return the report, the reason why there is none, or None when the process was lost."""
        if process.stdin is None or process.stdout is None:
            return None
        try:
            send(process.stdin, json.dumps((as_plain(source), as_plain(self._limits))).encode())
            answer = receive(process.stdout)
            return None if answer is None else read_answer(answer, source, self._limits)
        except (OSError, ValueError, RecursionError):
            return None

    @staticmethod
    def _give_up(process: subprocess.Popen[bytes], late: threading.Event) -> None:
        late.set()
        process.kill()

    def _stop(self) -> None:
        process, self._process = self._process, None
        end_process(process)

    def _lost(self, source: Source, *, late: bool) -> str:
        name = source.path.name
        if late:
            return (
                f"{name} kost meer dan {self._limits.seconds:.0f} seconden en is opgegeven. Splits "
                "het, of sla het opnieuw op als PDF."
            )
        return (
            f"{name} is te zwaar of beschadigd: het lezen brak af (grens: "
            f"{self._limits.memory // 1024**2} MB geheugen). Splits het, of sla het opnieuw op als "
            "PDF."
        )


def read_answer(data: bytes, source: Source, limits: Limits) -> Report | str:
    """Return the report of ``source`` in ``data``, or the reason in Dutch why there is none.

    Raises:
        ValueError: when it is anything else, such as the report of another file.
        RecursionError: when it is nested too deep.
    """
    found = json.loads(data)
    if isinstance(found, str):
        return found[:_LONGEST_REASON]
    report = from_plain(Report, found)
    flaw = report_flaw(report, source, limits.characters)
    if flaw:
        raise ValueError(flaw)
    return report
