"""Beside an answer a visitor finds why it was given, the report itself, and a place to react."""

import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, expect

from store.samples import SAMPLE_FOLDER
from tests.browser.axe import violations
from tests.browser.real_page import Visit, running_page, sample_store

QUESTION = "Hoeveel ging er naar valpreventie?"


@pytest.fixture
def store(tmp_path: Path, pytestconfig: pytest.Config) -> Path:
    """Return a store of its own, since remarks are kept in it."""
    assert pytestconfig.cache is not None
    made = sample_store(pytestconfig.cache.mkdir("page-stores"))
    return copytree(made, tmp_path / "store", ignore=lambda *_: ["feedback.jsonl"])


@pytest.fixture
def switched_on(store: Path) -> Iterator[str]:
    """Return the address of a page with downloads and feedback."""
    with running_page(store, {"RAADSBRON_DOWNLOAD": "1", "RAADSBRON_FEEDBACK": "30"}) as address:
        yield address


def test_why_download_and_feedback_work_on_a_phone(
    browser: Browser, switched_on: str, store: Path, tmp_path: Path
) -> None:
    visitor = Visit.start(browser, switched_on, width=360, height=800)
    page = visitor.page
    visitor.ask(QUESTION)
    page.locator("summary", has_text="Bron 1").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het rapport (PDF)").click()
    download.value.save_as(tmp_path / "report.pdf")
    original = SAMPLE_FOLDER / "voorbeeld-terugblik-2024.pdf"
    assert download.value.suggested_filename == original.name
    assert (tmp_path / "report.pdf").read_bytes() == original.read_bytes()

    page.locator("summary", has_text="Waarom dit antwoord?").click()
    expect(page.get_by_text("Zo is uw vraag gelezen")).to_be_visible()
    expect(page.get_by_text("een bedrag", exact=True)).to_be_visible()

    page.locator("summary", has_text="Klopt dit antwoord?").click()
    page.get_by_role("radio", name="Onvolledig").check(force=True)
    page.get_by_role("textbox", name=re.compile("iets bij zeggen")).fill("Er is meer.")
    visitor.settle()
    assert violations(visitor) == []
    page.get_by_role("button", name="Verstuur uw reactie").click()
    expect(page.get_by_text("Bedankt voor uw reactie.")).to_be_visible()

    kept = store / "feedback.jsonl"
    (line,) = kept.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["rating"] == "onvolledig"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert visitor.elsewhere == []
    assert visitor.errors == []
    page.close()
