"""A visitor can ask of the server what the page asks, and nothing that touches others."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from evals.page_visitor import PageVisitor
from tests.cli_parts import ROOT
from tests.test_offline import free_port, wait_for
from ui.page_messages import is_used

pytestmark = pytest.mark.model
PATIENCE = 300  # seconds; others may keep the cores


def clear_cache() -> BackMsg:
    return BackMsg(clear_cache=True)


def git() -> BackMsg:
    return BackMsg(load_git_info=True)


def run_on_save() -> BackMsg:
    return BackMsg(set_run_on_save=True)


def install() -> BackMsg:
    message = BackMsg()
    message.backend_operation_request.request_id = "1"
    message.backend_operation_request.install_skills.SetInParent()
    return message


def dismiss() -> BackMsg:
    message = BackMsg()
    message.backend_operation_request.request_id = "2"
    message.backend_operation_request.dismiss_skills_nudge.SetInParent()
    return message


def unknown() -> BackMsg:
    message = BackMsg()
    message.backend_operation_request.request_id = "3"
    return message


UNUSED = {
    "forget what is kept for all": clear_cache,
    "what changed in the repository": git,
    "run at each change of a file": run_on_save,
    "write files for tools": install,
    "write a mark for tools": dismiss,
    "an operation of no kind": unknown,
    "end the server": lambda: BackMsg(debug_shutdown_runtime=True),
    "break the line": lambda: BackMsg(debug_disconnect_websocket=True),
    "nothing": BackMsg,
}


@pytest.mark.parametrize("make", UNUSED.values(), ids=UNUSED)
def test_what_the_page_never_asks_is_dropped(make) -> None:
    assert not is_used(make().SerializeToString())


def test_the_last_word_counts_where_a_message_says_two_things() -> None:
    """As the receiver reads it: a harmless message with another one written behind it."""
    rerun, clear = BackMsg(), clear_cache()
    rerun.rerun_script.query_string = ""

    assert is_used(rerun.SerializeToString())
    assert not is_used(rerun.SerializeToString() + clear.SerializeToString())
    assert is_used(clear.SerializeToString() + rerun.SerializeToString())


@dataclass(frozen=True, slots=True)
class Server:
    """The running page."""

    pid: int
    address: str

    def catalogues(self) -> int:
        """Return how many times a catalogue of an index is open: once for each engine."""
        links = Path(f"/proc/{self.pid}/fd").iterdir()
        return sum(link.readlink().name == "catalog.sqlite" for link in links)


@pytest.fixture(scope="module")
def server(sample_home: Path) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "cli", "chat", "--port", str(port), "--store", sample_home]
    environ = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=quiet, stderr=quiet)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield Server(process.pid, f"http://127.0.0.1:{port}")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def answers(line: ClientConnection, *messages: BackMsg) -> set[str]:
    """Return the kinds of message that come back, until the heartbeat that is sent after them."""
    kinds: set[str] = set()
    for message in (*messages, BackMsg(app_heartbeat=True)):
        line.send(message.SerializeToString())
    while "heartbeat_ack" not in kinds:
        came = line.recv(timeout=PATIENCE)
        found = ForwardMsg.FromString(came if isinstance(came, bytes) else came.encode())
        kinds.add(str(found.WhichOneof("type")))
    return kinds


ANSWERED = ("run at each change of a file", "write files for tools", "an operation of no kind")


@pytest.mark.parametrize("make", [UNUSED[name] for name in ANSWERED], ids=ANSWERED)
def test_the_server_does_not_answer_what_the_page_never_asks(server, make) -> None:
    """These are what Streamlit itself answers, with a setting or a refusal."""
    where = server.address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(where, max_size=None) as line:
        answers(line)
        came = answers(line, make()) | answers(line)  # some come a moment later

    assert came == {"heartbeat_ack"}


@pytest.mark.skipif(sys.platform != "linux", reason="/proc names what a process has open")
def test_no_visitor_makes_the_server_open_the_reports_anew(server) -> None:
    """Each time they were, the old ones stayed in memory: a way to fill it for whoever came by."""
    where = server.address.replace("http", "ws", 1) + "/_stcore/stream"
    with PageVisitor(server.address) as visitor:
        assert not visitor.ask("Hoeveel ging er naar valpreventie?").failed
        before = server.catalogues()
        for _ in range(3):
            with connect(where, max_size=None) as line:
                answers(line, clear_cache())
            with PageVisitor(server.address) as other:
                assert not other.ask("Wie was Xanthippe Quispelgans?").failed

        assert before > 0
        assert server.catalogues() == before
