"""My council uses the page on tablets: behind nginx with TLS it works, and gives away no more."""

import http.client
import re
import socket
import ssl
import warnings
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.proxy_parts import HOW_TO_GET_ONE, NAME, NGINX, OPENSSL, SITE, behind_nginx
from ui.safe_headers import HEADERS

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def port(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    if not NGINX or not OPENSSL:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn(HOW_TO_GET_ONE, stacklevel=1)
        pytest.skip(HOW_TO_GET_ONE)
    with behind_nginx(tmp_path_factory.mktemp("nginx"), sample_home) as secure:
        yield secure


def said(port: int, path: str, *more: str, name: str = NAME) -> tuple[str, str]:
    """Return the status line and the headers that come over TLS, lower case."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    request = "\r\n".join((f"GET {path} HTTP/1.1", f"Host: {name}", *more, "", ""))
    with (
        socket.create_connection(("127.0.0.1", port), timeout=300) as line,
        context.wrap_socket(line, server_hostname=NAME) as secure,
    ):
        secure.sendall(request.encode())
        found = b""
        while b"\r\n\r\n" not in found and (part := secure.recv(4096)):
            found += part
    status, _, headers = found.decode("latin-1").partition("\r\n")
    return status, headers.lower()


SOCKET = (
    "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: streamlit",
)  # fmt: skip


def test_the_page_comes_with_all_headers(port) -> None:
    status, headers = said(port, "/")

    assert " 200 " in status
    assert "strict-transport-security: max-age=31536000" in headers
    for name, value in HEADERS.items():
        assert f"{name}: {value.lower()}" in headers
    assert "nginx/" not in headers


def test_its_health_can_be_asked(port) -> None:
    assert " 200 " in said(port, "/_stcore/health")[0]


def test_a_monitor_elsewhere_is_told_whether_questions_are_answered(port) -> None:
    status, headers = said(port, "/_raadsbron/health")

    assert " 200 " in status or " 503 " in status  # the engine may still be opening
    assert "content-type: application/json" in headers


def test_web_sockets_go_through(port) -> None:
    assert " 101 " in said(port, "/_stcore/stream", f"Origin: https://{NAME}", *SOCKET)[0]


@pytest.mark.parametrize("origin", ["https://elders.example", f"https://{NAME}.elders.example"])
def test_another_site_gets_no_web_socket(port, origin) -> None:
    assert " 101 " not in said(port, "/_stcore/stream", f"Origin: {origin}", *SOCKET)[0]


def test_another_name_gets_nothing(port) -> None:
    assert " 403 " in said(port, "/", name="elders.example")[0]


def test_who_is_there_is_told_to_nobody(port) -> None:
    assert " 403 " in said(port, "/_stcore/metrics")[0]


COUNCIL = 25  # tablets in the hall, behind one address
FILES, OTHERS = 90, 10  # of one first visit; counted in Chromium


def test_a_council_behind_one_address_opens_the_page_at_once(port) -> None:
    """Each has a hundred files to fetch: a bound on one address must not stop a whole hall."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE

    def fetched(line: http.client.HTTPSConnection, path: str) -> tuple[int, str]:
        line.request("GET", path, headers={"Host": NAME})
        answer = line.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def visit(_: int) -> Counter[int]:
        line = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=300)
        status, page = fetched(line, "/")
        file = re.findall(r"/?(static/[^\"]+\.js)", page)[0]
        paths = [f"/{file}"] * FILES + ["/_stcore/health"] * (OTHERS - 1)
        counts = Counter([status, *(fetched(line, path)[0] for path in paths)])
        line.close()
        return counts

    with ThreadPoolExecutor(COUNCIL) as hall:
        seen = sum(hall.map(visit, range(COUNCIL)), Counter())

    assert seen == {200: COUNCIL * (FILES + OTHERS)}


def test_every_way_to_the_page_has_its_bound() -> None:
    ways = re.findall(r"location [^{]+\{([^}]*proxy_pass[^}]*)\}", SITE.read_text(encoding="utf-8"))

    assert len(ways) == 3
    assert all("limit_req zone=" in way for way in ways)
    assert sum("limit_conn " in way for way in ways) == 1
