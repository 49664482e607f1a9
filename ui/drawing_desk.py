"""Has pages drawn in a process of its own: a file that breaks what draws it stops no visitor."""

import atexit
import json
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

from ingest.ended import end_process
from ingest.messages import receive, send
from ingest.plain_data import from_plain
from ingest.span import Span
from ui.page_drawing import Drawing

_ROOT = Path(__file__).resolve().parent.parent
_CODE = (
    "import sys; sys.path.insert(0, {root!r}); from ui.drawing_process import serve; "
    "serve({memory})"
)
_MEMORY = 2 * 1024**3  # bytes of address space; the largest real page takes 0.4 GB
_SECONDS = 20.0  # for one page; the slowest real one takes 1
_JPEG = b"\xff\xd8\xff"


class DrawingError(Exception):
    """A page can't be drawn; the message says which and why, for whoever keeps it running."""


class DrawingDesk:
    """One process for all visitors, started at the first page and anew after trouble."""

    def __init__(self, seconds: float = _SECONDS, memory: int = _MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def draw(
        self, path: Path, number: int, page_text: str, quote: Span, *, is_near: bool = False
    ) -> Drawing:
        """Return what `ui.page_drawing.draw_page` gives, or ``is_near``, what `draw_quote` does.

        Raises:
            DrawingError: the file has no such page, can't be opened, or takes too much.
        """
        request = json.dumps(
            (is_near, str(path), number, page_text, quote.start, quote.end)
        ).encode()
        where = f"{path.name}, page {number}: "
        with self._lock:
            answer = self._asked(request)
        try:
            found = json.loads(answer or b'"it broke off"')
            if isinstance(found, str):
                raise DrawingError(where + found[:100])
            drawing = from_plain(Drawing, found)
        except (ValueError, RecursionError) as error:
            raise DrawingError(where + "no drawing came") from error
        if not drawing.jpeg.startswith(_JPEG):
            raise DrawingError(where + "what came is no JPEG")
        return drawing

    def start(self) -> None:
        """Start the process, so that the first page need not wait for it."""
        with self._lock:
            self._running()

    def stop(self) -> None:
        """End the process; the next page starts another."""
        with self._lock:
            self._end()

    def _asked(self, request: bytes) -> bytes | None:
        """Return the answer, None where the process was lost or took too long."""
        process = self._running()
        timer = threading.Timer(self._seconds, process.kill)
        timer.start()
        try:
            if process.stdin is None or process.stdout is None:
                return None
            send(process.stdin, request)
            answer = receive(process.stdout)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self._end()
        return answer

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            code = _CODE.format(root=str(_ROOT), memory=self._memory)
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                [sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        end_process(process)


@cache
def drawing_desk() -> DrawingDesk:
    """Return the desk of this server, whose process ends with it."""
    desk = DrawingDesk()
    atexit.register(desk.stop)
    return desk
