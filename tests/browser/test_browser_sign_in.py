"""With sign-in nobody sees a report without it, by any address; the list says who may add some."""

import base64
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from evals.page_visitor import PageVisitor
from tests.browser.axe import violations
from tests.browser.real_page import PATIENCE, Visit, running_page, sample_store
from tests.oidc_provider import CLIENT_ID, CLIENT_SECRET, Provider, running_provider
from ui.sign_in import _is_fresh

PLACES = ("", "controleer", "rapporten", "overzicht")
SECRETS = """\
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "{client_id}"
client_secret = "{client_secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[raadsbron]
readers = ["@raad.example"]
uploaders = ["griffier@raad.example"]
"""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A page that asks people to sign in, and its provider."""

    address: str
    provider: Provider


@pytest.fixture(scope="module")
def guarded(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Guarded]:
    assert pytestconfig.cache is not None
    store = sample_store(pytestconfig.cache.mkdir("page-stores"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    with running_provider() as provider:
        secrets.write_text(
            SECRETS.format(
                address=f"http://127.0.0.1:{port}", cookie_secret="s" * 40, client_id=CLIENT_ID,
                client_secret=CLIENT_SECRET, provider=provider.address,
            )
        )  # fmt: skip
        with running_page(store, {"RAADSBRON_UPLOAD": "1"}, port, str(secrets)) as address:
            yield Guarded(address, provider)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that knows no cookies yet."""
    fresh = browser.new_context(locale="nl-NL")
    fresh.set_default_timeout(PATIENCE)
    yield fresh
    fresh.close()


def sign_in(context: BrowserContext, guarded: Guarded, person: str) -> Page:
    page = context.new_page()
    page.goto(guarded.address)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("link", name=person).click()
    page.wait_for_url(f"{guarded.address}/**")
    return page


def is_shut(page: Page) -> None:
    """Check that a page shows the way in and nothing else."""
    expect(page.get_by_role("button", name="Inloggen")).to_be_visible()
    page.wait_for_timeout(1_000)
    expect(page.locator(".rb-reports, .rb-ask, .rb-answer, textarea, table")).to_have_count(0)
    assert "Voorbeeldrapport" not in page.content()


def test_no_address_shows_anything_before_signing_in(
    context: BrowserContext, guarded: Guarded
) -> None:
    page = context.new_page()
    seen: list[bytes] = []
    page.on(
        "websocket",
        lambda ws: ws.on(
            "framereceived",
            lambda data: seen.append(bytes(data, "utf8") if isinstance(data, str) else data),
        ),
    )
    for place in PLACES:
        page.goto(f"{guarded.address}/{place}")
        is_shut(page)

    assert seen
    assert not [frame for frame in seen if b"Voorbeeldrapport" in frame]
    assert violations(Visit(page, guarded.address)) == []
    page.emulate_media(color_scheme="dark")
    page.reload()
    is_shut(page)
    assert violations(Visit(page, guarded.address)) == []


@pytest.mark.parametrize(
    "cookie",
    [
        pytest.param('{"is_logged_in": true, "email": "griffier@raad.example"}', id="unsigned"),
        pytest.param("2|1:0|10:1700000000|15:_streamlit_user|8:e30=|00ff", id="signature made up"),
        pytest.param("SIGNED", id="signed with another secret"),
    ],
)
def test_forged_cookie_lets_nobody_in(
    context: BrowserContext, guarded: Guarded, cookie: str
) -> None:
    if cookie == "SIGNED":
        from streamlit.web.server.starlette.starlette_app_utils import (  # noqa: PLC0415
            create_signed_value,
        )

        user = {"is_logged_in": True, "email": "griffier@raad.example", "iat": int(time.time()),
                "origin": guarded.address, "provider": "default"}  # fmt: skip
        cookie = create_signed_value("x" * 40, "_streamlit_user", json.dumps(user)).decode()
    else:
        cookie = base64.b64encode(cookie.encode()).decode() if cookie.startswith("{") else cookie
    context.add_cookies([{"name": "_streamlit_user", "value": cookie, "url": guarded.address}])
    page = context.new_page()
    page.goto(f"{guarded.address}/rapporten")

    is_shut(page)


def test_who_is_on_the_list_adds_reports_and_can_sign_out(
    context: BrowserContext, guarded: Guarded
) -> None:
    page = sign_in(context, guarded, "griffier")
    page.locator(".rb-ask").wait_for(timeout=300_000)
    page.goto(f"{guarded.address}/rapporten")
    expect(page.locator("input[type=file]")).to_have_count(1)
    expect(page.get_by_text("Ingelogd als griffier@raad.example")).to_be_visible()

    page.get_by_role("button", name="Uitloggen").click()
    is_shut(page)
    page.goto(f"{guarded.address}/rapporten")
    is_shut(page)


@pytest.mark.parametrize("person", ["raadslid", "unproven"])
def test_who_is_not_on_the_list_adds_nothing(
    context: BrowserContext, guarded: Guarded, person: str
) -> None:
    page = sign_in(context, guarded, person)
    page.goto(f"{guarded.address}/rapporten")
    if person == "unproven":
        expect(page.get_by_text("heeft geen toegang")).to_be_visible()
        return
    page.locator(".rb-reports").wait_for()

    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)


def test_stranger_whom_the_provider_knows_is_told_and_sees_nothing(
    context: BrowserContext, guarded: Guarded
) -> None:
    page = sign_in(context, guarded, "stranger")

    expect(page.get_by_text("U bent ingelogd als iemand@elders.example")).to_be_visible()
    expect(page.locator(".rb-ask")).to_have_count(0)
    assert violations(Visit(page, guarded.address)) == []


def test_token_that_another_key_signed_lets_nobody_in(
    context: BrowserContext, guarded: Guarded
) -> None:
    guarded.provider.forges = True
    try:
        is_shut(sign_in(context, guarded, "griffier"))
    finally:
        guarded.provider.forges = False


HOURS = {"just now": (0, True), "this morning": (-11, True), "yesterday": (-13, False),
         "tomorrow": (24, False), "a clock that is a minute ahead": (1 / 60, True)}  # fmt: skip


@pytest.mark.parametrize(("hours", "fresh"), HOURS.values(), ids=HOURS)
def test_signing_in_holds_for_half_a_day(hours: float, fresh: bool) -> None:
    assert _is_fresh(time.time() + hours * 3_600) is fresh
    assert not _is_fresh(None)
    assert not _is_fresh("tomorrow")


@pytest.mark.parametrize("hours", [-24, 24], ids=["yesterday", "tomorrow"])
def test_who_did_not_sign_in_today_must_do_so_again(
    context: BrowserContext, guarded: Guarded, hours: int
) -> None:
    guarded.provider.issued = hours * 3_600
    try:
        is_shut(sign_in(context, guarded, "griffier"))
    finally:
        guarded.provider.issued = 0.0


@pytest.mark.parametrize(
    "secrets",
    [
        pytest.param("[auth", id="broken"),
        pytest.param("", id="named and not there"),
        pytest.param("[auth]\n", id="empty"),
        pytest.param('[auth]\ncookie_secret = "short"\n', id="guessable"),
    ],
)
def test_secrets_that_cannot_be_used_let_nobody_in(
    context: BrowserContext, tmp_path: Path, pytestconfig: pytest.Config, secrets: str
) -> None:
    assert pytestconfig.cache is not None
    place = tmp_path / "secrets.toml"
    if secrets:
        place.write_text(secrets)
    store = sample_store(pytestconfig.cache.mkdir("page-stores"))
    with running_page(store, secrets=str(place)) as address:
        page = context.new_page()
        page.goto(f"{address}/rapporten")
        expect(page.get_by_role("alert")).to_contain_text("Niemand krijgt nu toegang.")
        expect(page.locator(".rb-reports")).to_have_count(0)


CLAIMS = {"email": "griffier@raad.example", "is_logged_in": True, "isPublicCloudApp": False}
HEADERS = {
    "nothing": {},
    "streamlit's own": {"X-Streamlit-User": base64.b64encode(json.dumps(CLAIMS).encode()).decode()},
    "a proxy's": {"X-Forwarded-User": "griffier", "X-Forwarded-Email": "griffier@raad.example"},
    "another proxy's": {"Remote-User": "griffier@raad.example", "X-Remote-User": "griffier"},
    "a token": {"Authorization": "Bearer eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImEifQ."},
    "a cookie": {"Cookie": '_streamlit_user={"is_logged_in":true}; _streamlit_user_tokens=e30='},
}


@pytest.fixture(scope="module")
def box(address: str) -> str:
    """Return the name of the box for questions, which is the same on every server."""
    with PageVisitor(address) as visitor:
        return visitor.question_box


@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS)
def test_web_socket_that_claims_to_be_someone_is_told_nothing(
    guarded: Guarded, box: str, headers: dict[str, str]
) -> None:
    """Who passes the page by asks each page, and a question whose box is known from elsewhere."""
    seen = b""
    where = guarded.address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(where, max_size=None, additional_headers=headers) as line:
        for place in PLACES:
            message = BackMsg()
            message.rerun_script.page_name = place
            message.rerun_script.widget_states.widgets.add(
                id=box, chat_input_value={"data": "Hoeveel ging er naar valpreventie?"}
            )
            line.send(message.SerializeToString())
            seen += b"".join(until_drawn(line))

    assert b"Inloggen" in seen
    for word in (b"Voorbeeldrapport", b"voorbeeld-", b"228.000", b"data-rb-announce>"):
        assert word not in seen


def until_drawn(line: ClientConnection) -> Iterator[bytes]:
    """Yield all that is sent until a page is whole."""
    while True:
        came = line.recv(timeout=PATIENCE / 1000)
        yield came if isinstance(came, bytes) else came.encode()
        found = ForwardMsg.FromString(came if isinstance(came, bytes) else came.encode())
        if found.WhichOneof("type") == "script_finished":
            return


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/_stcore/upload_file/0b7e1b1c-0000-4000-8000-000000000000/1"),
        ("POST", "/_stcore/upload_file/0b7e1b1c-0000-4000-8000-000000000000/1"),
        ("DELETE", "/_stcore/upload_file/0b7e1b1c-0000-4000-8000-000000000000/1"),
        ("GET", "/media/0b7e1b1c.pdf"),
    ],
)
def test_nothing_is_sent_or_fetched_without_signing_in(
    guarded: Guarded, method: str, path: str
) -> None:
    """Adding reports is switched on here, for who signed in and is on the list."""
    data = b"x" * 1000 if method != "GET" else None
    request = urllib.request.Request(guarded.address + path, data=data, method=method)

    with pytest.raises(urllib.error.HTTPError, match=r"40[0134]"):
        urllib.request.urlopen(request, timeout=300).close()
