"""Someone who may add reports does so on the page; someone who may not can't, by any way."""

import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.real_page import Visit, running_page, sample_store

Open = Callable[..., Visit]
ZOO = "# Dierenpark\n\n## 1 Dieren\n\nDe verzorging van de otters kostte in 2024 € 4.700.\n"
HOSTILE = (
    "# ![x](http://elders.example/x.png) <img src=//elders.example/y> $z$\n\n## 1 A\n\nTekst.\n"
)
ADD = "Voeg toe"


@pytest.fixture
def open_door(tmp_path: Path, pytestconfig: pytest.Config) -> Iterator[str]:
    """Return the address of a server on a store of its own, where reports may be added."""
    assert pytestconfig.cache is not None
    store = tmp_path / "store"
    shutil.copytree(sample_store(pytestconfig.cache.mkdir("page-stores")), store)
    with running_page(store, {"RAADSBRON_UPLOAD": "1"}) as address:
        yield address


def reports_page(browser: Browser, address: str, scheme: str = "light") -> Visit:
    visitor = Visit.start(browser, address, scheme=scheme)
    visitor.page.get_by_role("link", name="Rapporten", exact=True).click()
    visitor.page.locator(".rb-reports").wait_for()
    visitor.settle()
    return visitor


def choose(page: Page, folder: Path, **texts: str) -> None:
    """Choose files; a name is that of the keyword with a point for the underscore."""
    paths = [folder / name.replace("_", ".") for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(paths)
    expect(page.get_by_role("button", name=ADD)).to_be_enabled()


def test_reports_are_added_told_asked_and_removed(
    browser: Browser, open_door: str, tmp_path: Path
) -> None:
    first = reports_page(browser, open_door, "dark")
    second = reports_page(browser, open_door)
    page, other = first.page, second.page
    choose(page, tmp_path, zoo_md=ZOO, kwaad_md=HOSTILE, kapot_pdf="%PDF-1.4 niets")
    first.settle()
    assert violations(first) == []
    page.get_by_role("button", name=ADD).click()

    expect(page.get_by_role("progressbar")).to_be_visible()
    other.reload()
    expect(other.get_by_text("Iemand anders verandert nu de rapporten.")).to_be_visible()
    expect(other.locator("input[type=file]")).to_have_count(0)

    told = page.locator("[role=status] .rb-left li")
    expect(told).to_have_count(3, timeout=300_000)
    expect(told.first).to_contain_text("Toegevoegd: ")
    expect(told.last).to_contain_text("Niet toegevoegd: kapot.pdf is beschadigd")
    expect(page.locator(".rb-reports tbody tr")).to_have_count(2)
    expect(other.locator(".rb-reports tbody tr")).to_have_count(2)
    first.settle()
    assert violations(first) == []

    page.get_by_role("link", name="Vraag", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Raadsbron")
    first.ask("Wat kostte de verzorging van de otters?")
    expect(page.locator(".rb-headline")).to_have_text("€\xa04.700")

    other.get_by_role("combobox", name="Rapport om te verwijderen").click()
    other.get_by_role("option", name="kwaad.md").click()
    other.get_by_role("button", name="Verwijder dit rapport").click()
    expect(other.locator(".rb-reports tbody tr")).to_have_count(2)
    other.get_by_role("button", name="Ja: verwijder dit rapport").click()
    expect(other.get_by_text("Verwijderd: kwaad.md")).to_be_visible(timeout=300_000)
    expect(other.locator(".rb-reports tbody tr")).to_have_count(1)
    for visitor in (first, second):
        assert visitor.elsewhere == []
        assert visitor.errors == []
        visitor.page.close()


def test_file_that_the_browser_already_refuses_is_told_in_dutch(
    browser: Browser, open_door: str, tmp_path: Path
) -> None:
    visitor = reports_page(browser, open_door)
    page = visitor.page
    (tmp_path / "groot.pdf").write_bytes(b"%PDF-" + bytes(26 * 1024**2))
    (tmp_path / "programma.exe").write_bytes(b"MZ")
    page.locator("input[type=file]").set_input_files(
        [tmp_path / "groot.pdf", tmp_path / "programma.exe"]
    )

    expect(page.get_by_text("Dit bestand is te groot: hoogstens 25.0MB.")).to_have_count(1)
    expect(page.get_by_text("Dit soort bestand wordt niet gelezen.")).to_have_count(1)
    expect(page.get_by_role("button", name=ADD)).to_be_disabled()
    assert violations(visitor) == []
    page.close()


def test_without_the_setting_nothing_can_be_added_or_sent(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    page.get_by_role("link", name="Rapporten", exact=True).click()
    page.locator(".rb-reports").wait_for()
    visitor.settle()

    expect(page.locator("input[type=file]")).to_have_count(0)
    expect(page.get_by_text("Rapporten toevoegen of verwijderen")).to_have_count(0)
    for place in ("unknown/1", "../upload_file/unknown/1", ""):
        request = urllib.request.Request(
            f"{visitor.address}/_stcore/upload_file/{place}", data=b"x", method="PUT"
        )
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(request, timeout=120)
