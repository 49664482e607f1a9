"""A real browser on the real page: the server on a free port, Chromium, and a log of every request.

The browser is the Chromium or Chrome that is on this machine; none is downloaded. Where there is
none, the last lines of the test run say so.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from evals.archive import archive_key
from evals.documents import FORMATS
from store.open_encoder import bulk_encoder
from store.samples import SAMPLE_FOLDER, index_samples
from store.settings import PACKAGED_MODEL, Settings

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS_TO_START = 60
HOW_TO_GET_ONE = (
    "Browser tests were left out: no Chromium or Chrome was found on this machine.",
    "Get one with: apt-get install chromium (Debian), or install Google Chrome.",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker("model")
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium or Chrome on this machine"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if CHROMIUM is None:
        for line in HOW_TO_GET_ONE:
            terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session")
def store(pytestconfig: pytest.Config) -> Path:
    """Return a store with the samples, kept between runs of the tests for the same code."""
    assert pytestconfig.cache is not None
    key = archive_key((SAMPLE_FOLDER,), PACKAGED_MODEL, FORMATS)
    settings = Settings(store=pytestconfig.cache.mkdir(f"page-store-{key}"))
    index_samples(settings, lambda: bulk_encoder(settings))
    return settings.store


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    """Return the address of the real server, on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    options = [f"--server.port={port}", "--server.headless=true"]
    environ = {**os.environ, "RAADSBRON_STORE": str(store)}
    server = subprocess.Popen(
        [*command, *options],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        if server.stderr:
            server.stderr.close()


def _wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        assert server.poll() is None, "the server stopped at once"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"no server at {address} after {SECONDS_TO_START} seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this machine, headless."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@dataclass(slots=True)
class Visit:
    """A visitor's page and all that it asked for; ``requests`` are addresses in order."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def elsewhere(self) -> list[str]:
        """Return the requests that went to another origin."""
        own = (self.address, self.address.replace("http", "ws", 1), "data:", "blob:")
        return [request for request in self.requests if not request.startswith(own)]

    def ask(self, question: str) -> None:
        """Type a question and wait for its answer."""
        answers = self.page.locator(".rb-answer, .rb-failed")
        before = answers.count()
        self.page.get_by_role("textbox", name="Stel uw vraag over de rapporten").fill(question)
        self.page.keyboard.press("Enter")
        answers.nth(before).wait_for()

    def settle(self) -> None:
        """Wait until Streamlit has drawn all that it will draw."""
        self.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        self.page.wait_for_timeout(500)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens the page for a new visitor."""
    contexts: list[BrowserContext] = []

    def opened(width: int = 1280, height: int = 900, scheme: str = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="nl-NL",
        )
        contexts.append(context)
        visitor = Visit(context.new_page(), address)
        visitor.page.on("request", lambda request: visitor.requests.append(request.url))
        visitor.page.on("websocket", lambda socket: visitor.requests.append(socket.url))
        visitor.page.on("pageerror", lambda error: visitor.errors.append(str(error)))
        visitor.page.goto(address)
        visitor.page.locator(".rb-ask").wait_for(timeout=120_000)
        return visitor

    yield opened
    for context in contexts:
        context.close()
