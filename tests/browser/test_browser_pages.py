"""A council member checks a text, looks through reports and figures, and takes them along."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.real_page import Visit

Open = Callable[..., Visit]
PASTED = (
    "Er ging 228.000 euro naar valpreventie. Er ging 230.000 euro naar valpreventie. "
    "De burgemeester verdient 74.000 euro. Dat is mooi."
)


def to_page(visitor: Visit, name: str) -> Page:
    visitor.page.get_by_role("link", name=name, exact=True).click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(name)
    visitor.settle()
    return visitor.page


def fits(page: Page) -> bool:
    return bool(
        page.evaluate(
            "document.querySelector('#stMain').scrollWidth"
            " <= document.querySelector('#stMain').clientWidth"
        )
    )


def narrowed(visitor: Visit) -> list[str]:
    """Return what is wrong with the view at 360 pixels: axe's findings, and a page too wide."""
    visitor.page.set_viewport_size({"width": 360, "height": 800})
    visitor.settle()
    return [*violations(visitor), *([] if fits(visitor.page) else ["wider than the screen"])]


def open_first_fold(page: Page) -> None:
    """Open the first fold; a click while the page is drawn anew is lost, and made again."""
    fold = page.locator("details").first
    for _ in range(_CLICKS):
        if fold.get_attribute("open") is None:
            page.locator("summary").first.click()
        try:
            expect(page.locator("details[open]").first).to_be_attached(timeout=_A_CLICK_MS)
        except AssertionError:
            continue
        return


_CLICKS, _A_CLICK_MS = 5, 10_000


def test_pasted_text_is_checked_claim_by_claim(visit: Open) -> None:
    visitor = visit()
    page = to_page(visitor, "Controleer")
    page.get_by_role("textbox", name=re.compile("Tekst om te controleren")).fill(PASTED)
    page.get_by_role("button", name="Controleer deze tekst").click()

    expect(page.locator(".rb-verdict")).to_have_text(
        ["✓ Dat klopt, als optelling", "✗ Dat klopt niet", "? Dat staat er niet in"]
    )
    expect(page.locator(".rb-left")).to_contain_text("Dat is mooi.")
    visitor.settle()
    open_first_fold(page)
    expect(page.locator("blockquote").first).to_be_visible()
    assert violations(visitor) == []
    assert narrowed(visitor) == []
    assert visitor.elsewhere == []


def test_too_long_a_text_is_refused_and_not_cut_without_a_word(visit: Open) -> None:
    page = to_page(visit(), "Controleer")
    page.get_by_role("textbox", name=re.compile("Tekst om te controleren")).fill(PASTED * 200)
    page.get_by_role("button", name="Controleer deze tekst").click()

    expect(page.get_by_text("Deze tekst is te lang: er is niets gecontroleerd.")).to_be_visible()
    expect(page.locator(".rb-claim")).to_have_count(0)


def test_reports_are_listed_and_the_filter_goes_along_to_the_chat(visit: Open) -> None:
    visitor = visit()
    page = to_page(visitor, "Rapporten")
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(4)
    assert violations(visitor) == []

    page.get_by_role("combobox", name="Alleen over jaar").click()
    page.get_by_role("option", name="2024").click()
    page.keyboard.press("Escape")
    expect(page.locator(".rb-tally")).to_have_text("Er wordt gezocht in 2 van 3 rapporten.")
    page.get_by_role("link", name="Vraag", exact=True).click()
    page.locator(".rb-ask").wait_for()
    visitor.ask("Hoeveel ging er naar valpreventie?")

    expect(page.locator(".rb-scope")).to_contain_text("Gezocht in 2 van 3 rapporten")
    to_page(visitor, "Rapporten")
    assert narrowed(visitor) == []
    assert visitor.elsewhere == []


def test_figure_leads_to_its_page_and_all_can_be_taken_along(visit: Open, tmp_path: Path) -> None:
    visitor = visit()
    visitor.ask("Hoeveel ging er naar valpreventie?")
    page = to_page(visitor, "Overzicht")
    page.get_by_test_id("stDataFrame").locator("canvas").first.wait_for()
    page.get_by_role("combobox", name="Toon de bron van regel").focus()
    page.keyboard.type("3. ")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("citaat geel gemarkeerd"))).to_be_visible()
    visitor.settle()
    assert violations(visitor) == []

    starts = {"CSV": b"\xef\xbb\xbfrapport;", "DOCX": b"PK", "Markdown": b"# Vragen"}
    for name, start in starts.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        download.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    assert narrowed(visitor) == []
    assert visitor.elsewhere == []
    assert visitor.errors == []


@pytest.mark.parametrize("place", ["controleer", "rapporten", "overzicht"])
def test_each_page_has_an_address_of_its_own_and_is_dutch(visit: Open, place: str) -> None:
    visitor = visit(scheme="dark")
    visitor.page.goto(f"{visitor.address}/{place}")

    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(place.capitalize())
    visitor.settle()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "nl")
    assert violations(visitor) == []
    assert visitor.elsewhere == []
