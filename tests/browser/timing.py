"""How long a visitor waits, in the browser: ``python -m tests.browser.timing``.

The first answer counts from the moment that the server says that it is up, the loading of the page
included. Exit code 1 where the page is slower than it may be.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from evals.page_load import QUESTIONS as PEOPLE
from evals.page_load import load_lines, visit_at_once
from tests.browser.real_page import Visit, running_browser, running_page, sample_store

FIRST_AT_MOST = 3.0  # seconds
NEXT_AT_MOST = 0.5  # seconds
QUESTIONS = (
    "Hoeveel ging er naar valpreventie?",
    "Hoeveel ging er naar mantelzorg?",
    "En naar kansrijke start?",
    "Welk onderdeel kreeg het meeste geld bij valpreventie?",
    "Wat verdient de burgemeester?",
    "Waar is het geld voor de kookclub aan besteed?",
)


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds until the first answer since the server was up, and until each of the next ones."""

    first: float
    following: tuple[float, ...]

    @property
    def typical(self) -> float:
        """Return the wait in the middle of the following ones."""
        return sorted(self.following)[len(self.following) // 2]


def measured(browser: Browser, address: str, up: float) -> Waits:
    """Return the waits of one new visitor; ``up`` is the moment at which the server was up."""
    visit = Visit.arrive(browser, address)
    visit.ask(QUESTIONS[0])
    first = time.monotonic() - up
    following = tuple(_ask(visit, question) for question in QUESTIONS[1:])
    visit.page.close()
    return Waits(first, following)


def _ask(visit: Visit, question: str) -> float:
    visit.settle()  # a person reads the answer before they ask on
    started = time.monotonic()
    visit.ask(question)
    return time.monotonic() - started


def main(arguments: Sequence[str]) -> int:
    """Measure, print and judge."""
    with tempfile.TemporaryDirectory() as made, running_browser() as browser:
        store = sample_store(Path(arguments[0]) if arguments else Path(made))
        with running_page(store) as address:
            waits = measured(browser, address, time.monotonic())
            load = visit_at_once(address, (PEOPLE,) * 20)
    said = ", ".join(f"{wait:.2f}" for wait in waits.following)
    lines = (f"first answer {waits.first:.2f} s after the server was up", f"next: {said} s")
    sys.stdout.write("\n".join((*lines, *load_lines(load, 20))) + "\n")
    slow = waits.first > FIRST_AT_MOST or max(waits.following) > NEXT_AT_MOST
    return 1 if slow or load.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
