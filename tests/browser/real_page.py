"""The real page in a real browser: the server on a free port, Chromium, and a log of every request.

The browser is the Chromium or Chrome that is on this machine; none is downloaded.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from evals.archive import archive_key
from evals.documents import FORMATS
from store.open_encoder import bulk_encoder
from store.samples import SAMPLE_FOLDER, index_samples
from store.settings import PACKAGED_MODEL, Settings

ROOT = Path(__file__).resolve().parent.parent.parent
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((path for name in _NAMES if (path := shutil.which(name))), None)
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SECONDS_TO_START = 300
PATIENCE = 120_000
"""Milliseconds that anything may take to show up: a second is usual, others may keep the cores."""


def sample_store(folder: Path) -> Path:
    """Return a store with the samples in ``folder``, made anew when the code that reads changes."""
    store = folder / archive_key((SAMPLE_FOLDER,), PACKAGED_MODEL, FORMATS)
    settings = Settings(store=store)
    index_samples(settings, lambda: bulk_encoder(settings))
    return store


@contextmanager
def running_page(
    store: Path, settings: Mapping[str, str] | None = None, port: int = 0, secrets: str = ""
) -> Iterator[str]:
    """Run the real server on a free port of this machine, or on ``port``, and give its address.

    ``settings`` are further environment variables, ``secrets`` the path of a file of secrets.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    options = [f"--server.port={port}", "--server.headless=true"]
    options += [f"--secrets.files={secrets}"] if secrets else []
    environ = {**os.environ, "RAADSBRON_STORE": str(store), **(settings or {})}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        [*command, *options], cwd=ROOT, env=environ, stdout=quiet, stderr=quiet
    )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=300)


def _wait_until_up(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < until:
        assert server.poll() is None, "the server stopped at once"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    message = f"no server at {address} after {_SECONDS_TO_START} seconds"
    raise TimeoutError(message)


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Run the browser of this machine without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield chromium
        chromium.close()


@dataclass(slots=True)
class Visit:
    """A visitor's page and all that it asked for; ``requests`` are addresses in order."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lines: list[WebSocket] = field(default_factory=list)  # between the page and the server

    @classmethod
    def start(
        cls,
        browser: Browser,
        address: str,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
    ) -> "Visit":
        """Open the page for a new visitor and wait for the first questions to click."""
        visit = cls.arrive(browser, address, width, height, scheme)
        visit.page.locator(".rb-ask").wait_for(timeout=300_000)
        return visit

    @classmethod
    def arrive(
        cls,
        browser: Browser,
        address: str,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
    ) -> "Visit":
        """Open the page for a new visitor, and wait for nothing."""
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="nl-NL",
        )
        page.set_default_timeout(PATIENCE)
        visit = cls(page, address)
        page.on("request", lambda request: visit.requests.append(request.url))
        page.on("websocket", lambda connection: visit.requests.append(connection.url))
        # Playwright takes no built-in method for a listener.
        page.on("websocket", lambda connection: visit.lines.append(connection))  # noqa: PLW0108
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.goto(address)
        return visit

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
