"""A visitor of the page without a browser: speaks the language of Streamlit's own page.

What is measured so is the server alone; a browser adds the drawing.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

_ANSWER = "data-rb-announce>"  # stands in the HTML of each answer and of nothing else
_FAILED = 'class="rb-failed"'
_BOX = 2  # numbers that tell a turn's box: its half of the page, and its place there
_PATIENCE = 120.0  # seconds; nobody waits longer, so neither does a measurement


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: seconds until the ``answer`` was sent, and until the ``whole`` page was.

    ``failed`` when the page said that it could not answer, or gave no answer.
    """

    question: str
    answer: float
    whole: float
    failed: bool


class PageVisitor:
    """Someone who has the page at ``address`` open ("http://127.0.0.1:8501"), for one thread."""

    def __init__(self, address: str) -> None:
        self._where = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        self._stack = ExitStack()
        self._line: ClientConnection | None = None
        self._input = ""
        self._turns: set[tuple[int, ...]] = set()

    def __enter__(self) -> Self:
        """Open the page and wait until it is drawn.

        Raises:
            OSError: when there is no page, or it is not drawn in time.
        """
        self._line = self._stack.enter_context(connect(self._where, max_size=None))
        for _ in self._drawn(BackMsg()):
            """Drawing finds the box to type in."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the page."""
        self._stack.close()

    @property
    def question_box(self) -> str:
        """Return the name by which the page knows the box that questions are typed in."""
        return self._input

    def ask(self, question: str) -> Asked:
        """Ask a question in this conversation and wait for its answer.

        Raises:
            TimeoutError: when there is none in time.
        """
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._input
        state.chat_input_value.data = question
        started = time.monotonic()
        answered, failed = 0.0, False
        for place, html in self._drawn(message):
            failed = failed or _FAILED in html
            if _ANSWER in html and place not in self._turns:
                self._turns.add(place)
                answered = answered or time.monotonic() - started
        whole = time.monotonic() - started
        return Asked(question, answered or whole, whole, failed or not answered)

    def _drawn(self, message: BackMsg) -> Iterator[tuple[tuple[int, ...], str]]:
        """Let the page be drawn once; yield the HTML of each element as it comes, and its turn.

        A turn is told by the place of its box on the page: the newest need not be drawn last.
        """
        line = self._line
        if line is None:
            raise AssertionError
        message.rerun_script.query_string = ""  # also says that it is this sort of message
        message.rerun_script.is_auto_rerun = False
        line.send(message.SerializeToString())
        until = time.monotonic() + _PATIENCE
        while True:
            came = line.recv(timeout=until - time.monotonic())
            found = ForwardMsg.FromString(came if isinstance(came, bytes) else came.encode())
            kind = found.WhichOneof("type")
            if kind == "script_finished":
                return
            if kind == "delta" and found.delta.HasField("new_element"):
                element = found.delta.new_element
                if element.HasField("chat_input"):
                    self._input = element.chat_input.id
                if element.HasField("html"):
                    yield tuple(found.metadata.delta_path[:_BOX]), element.html.body
