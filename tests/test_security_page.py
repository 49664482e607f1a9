"""Whoever opens the page reaches the page and nothing else, and a browser keeps it to itself."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path

import pytest

from evals.page_visitor import PageVisitor
from tests.cli_parts import ROOT
from tests.test_offline import free_port, wait_for
from ui.safe_headers import HEADERS

pytestmark = pytest.mark.model
_LISTENING = "0A"  # the state, as /proc/net/tcp writes it


@dataclass(frozen=True, slots=True)
class Server:
    """The running page."""

    pid: int
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> tuple[int, HTTPMessage]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=300) as answer:
                return answer.status, answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers


@pytest.fixture(scope="module")
def server(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "cli", "chat", "--port", str(port), "--store", sample_home]
    environ = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    printed = tmp_path_factory.mktemp("log") / "out.txt"
    with printed.open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environ, stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield Server(process.pid, port, printed)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=300)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc names the sockets of a process")
def test_no_port_but_the_pages_own_is_open_and_that_on_this_machine_alone(server) -> None:
    """Chroma's server has a known remote code execution: it must never listen."""
    inodes = set()
    for pid in (entry.name for entry in Path("/proc").iterdir() if entry.name.isdecimal()):
        try:
            if os.getsid(int(pid)) != server.pid:
                continue
            links = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
        except OSError:
            continue
        inodes |= {found[1] for link in links if (found := re.fullmatch(r"socket:\[(\d+)\]", link))}
    here = f"0100007F:{server.port:04X}"
    listening = []
    for table in ("tcp", "tcp6"):
        rows = (row.split() for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:])
        listening += [row[1] for row in rows if row[3] == _LISTENING and row[9] in inodes]

    assert listening == [here]


@pytest.mark.parametrize(
    "path", ["/", "/_stcore/health", "/_stcore/host-config", "/nergens", "/static/js/nergens.js"]
)
def test_every_answer_carries_the_headers(server, path) -> None:
    _, headers = server.get(path)

    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_the_policy_lets_nothing_out() -> None:
    policy = HEADERS["content-security-policy"]

    assert "http:" not in policy
    assert "https:" not in policy
    assert "*" not in policy
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_cookies_are_of_no_use_to_others(server) -> None:
    """Streamlit's one cookie guards its forms; a page of another site may not send it along."""
    _, headers = server.get("/")
    for cookie in headers.get_all("set-cookie") or []:
        assert cookie.startswith(("_streamlit_xsrf=", "_xsrf="))
        assert re.search("samesite=(lax|strict)", cookie, re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    [
        "/app.py", "/.raadsbron/CURRENT", "/../.streamlit/config.toml", "/%2e%2e/pyproject.toml",
        "/app/static/x", "/static/../../app.py", "/_stcore/metrics", "/_stcore/debug",
        "/media/../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd",
    ],
)  # fmt: skip
def test_no_file_of_ours_is_served(server, path) -> None:
    with urllib.request.urlopen(server.address + "/", timeout=300) as page:
        first = page.read()
    try:
        with urllib.request.urlopen(server.address + path, timeout=300) as answer:
            body = answer.read()
    except urllib.error.HTTPError as error:
        with error:
            body = error.read()

    for word in (b"root:x:0", b"import streamlit", b"gen-20", b"gatherUsageStats =", b"[project]"):
        assert word not in body
    assert body == first or len(body) < 300


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/_stcore/upload_file/someone/1"),
        ("POST", "/_stcore/upload_file"),
        ("DELETE", "/_stcore/upload_file/someone/1"),
    ],
)
def test_nobody_uploads_unasked(server, method, path) -> None:
    request = urllib.request.Request(server.address + path, data=b"x" * 1000, method=method)

    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request, timeout=300).close()


def test_what_a_visitor_asks_is_not_in_the_log_of_the_server(server) -> None:
    with PageVisitor(server.address) as visitor:
        visitor.ask("Waarom ontsloeg wethouder Quispelgans de heer De Vries?")
        visitor.ask("En wat zei Xanthippe daarvan?")

    printed = server.log.read_text(encoding="utf-8")
    assert "127.0.0.1" in printed  # where the page is: so something was written
    for word in ("Quispelgans", "Vries", "Xanthippe", "ontsloeg"):
        assert word not in printed


def upgraded(server: Server, origin: str, host: str = "") -> str:
    """Return the status line that a web socket gets which a page of ``origin`` opens."""
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{server.port}'}",
        *([f"Origin: {origin}"] if origin else []),
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol: streamlit",
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=300) as line:
        line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return line.recv(200).decode(errors="replace").splitlines()[0]


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        pytest.param("http://elders.example", "", id="another site"),
        pytest.param("http://127.0.0.1.elders.example", "", id="a name that begins alike"),
        pytest.param("http://127.0.0.1:1", "", id="another port of this machine"),
        pytest.param("null", "", id="a file"),
        pytest.param("http://elders.example", "elders.example", id="a name that leads here"),
    ],
)
def test_a_page_of_another_site_gets_no_connection(server, origin, host) -> None:
    """A foreign page that the visitor has open must not talk to the page on this machine."""
    assert " 101 " not in upgraded(server, origin, host)


def test_the_page_itself_gets_one(server) -> None:
    assert " 101 " in upgraded(server, server.address)
