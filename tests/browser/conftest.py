"""Browser tests: one server, one browser, a new visitor for each test.

Where there is no browser, the last lines of the test run say so.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.real_page import (
    CHROMIUM,
    PATIENCE,
    Visit,
    running_browser,
    running_page,
    sample_store,
)

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
def address(pytestconfig: pytest.Config) -> Iterator[str]:
    """Return the address of the real server on the sample reports."""
    assert pytestconfig.cache is not None
    with running_page(sample_store(pytestconfig.cache.mkdir("page-stores"))) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this machine."""
    expect.set_options(timeout=PATIENCE)
    with running_browser() as chromium:
        yield chromium


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens the page for a new visitor."""
    visits: list[Visit] = []

    def opened(width: int = 1280, height: int = 900, scheme: str = "light") -> Visit:
        visits.append(Visit.start(browser, address, width, height, scheme))
        return visits[-1]

    yield opened
    for visitor in visits:
        visitor.page.close()
