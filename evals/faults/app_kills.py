"""Kill -9 of the page at random moments: while it starts, is opened, and answers its health."""

import random
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place, State
from evals.faults.process import Running, start
from store.settings import PACKAGED_MODEL

_SEED = 1848
_SECONDS = 60.0  # to start; two busy cores took 6
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def kill_pages(folder: Path, cache: Path, kills: int) -> Iterator[Outcome]:
    """Yield one outcome: the page is killed ``kills`` times and started again at the end."""
    moment = random.Random(_SEED)
    place = Place(folder / "page", PACKAGED_MODEL, cache)
    expected = place.write(1)
    place.ingest()
    seconds, _ = _visit(place, expected, _SECONDS)
    tries = []
    for _ in range(kills):
        _, tried = _visit(place, expected, moment.uniform(0.1, 2 * seconds))
        tries.append(tried)
    _, last = _visit(place, expected, _SECONDS)
    again = "" if last.struck else "the page did not start again"
    tries[-1] = replace(tries[-1], mended=tries[-1].mended and not again, note=again)
    yield Outcome("kill -9 of the page", "with a visitor", tuple(tries))


def _visit(place: Place, expected: State, longest: float) -> tuple[float, Try]:
    """Start the page, kill it after ``longest`` seconds or once it has been opened for a while.

    Return the seconds until it was up, and what was left; ``struck`` says whether it was up.
    """
    port = _free_port()
    store = str(place.settings.store)
    began = time.monotonic()
    process = start(
        ("-m", "cli", "chat", "--port", str(port), "--store", store),
        {"STREAMLIT_SERVER_HEADLESS": "true", "RAADSBRON_CACHE": str(place.cache)},
    )
    up = _wait(process, port, began + longest)
    took = time.monotonic() - began
    with _visitor(port, place.folder / "visitor") if up else _nobody():
        time.sleep(max(0.0, min(longest - took, took)))
        process.kill()
    left = process.orphans()
    found = place.after((expected,))
    return took, replace(found, struck=up, left=(*found.left, *left))


def _wait(process: Running, port: int, until: float) -> bool:
    while process.is_alive() and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    return False


@contextmanager
def _visitor(port: int, folder: Path) -> Iterator[None]:
    """Open the page in the browser of this machine, where there is one."""
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        yield
        return
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    command = (browser, *flags, f"--user-data-dir={folder}", "--remote-debugging-port=0")
    quiet = subprocess.DEVNULL
    process = subprocess.Popen((*command, f"http://127.0.0.1:{port}"), stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _nobody() -> Iterator[None]:
    yield


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
