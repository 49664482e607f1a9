"""Someone without a mouse goes the whole way by keyboard alone, and always sees where they are."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.real_page import Visit

Open = Callable[..., Visit]
HERE = """() => {
  const e = document.activeElement;
  const box = e.closest("[data-testid='stChatInput'], [data-testid='stMultiSelect'] [role=group]");
  const style = getComputedStyle(box && ["TEXTAREA", "INPUT"].includes(e.tagName) ? box : e);
  return [e.getAttribute("aria-label") || e.textContent.trim(),
          style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
}"""


def focused(page: Page) -> str:
    """Return the name of what has the focus; a page that is being drawn shows that in a moment."""
    for _ in range(50):
        label, is_seen = page.evaluate(HERE)
        if is_seen or not label or "need to enable JavaScript" in label:  # the end of the page
            return str(label)
        page.wait_for_timeout(100)
    message = f"nobody sees that {label[:60]!r} has the focus"
    raise AssertionError(message)


def tab_to(page: Page, name: str, key: str = "Tab", most: int = 40) -> None:
    """Press a key until something of that name has the focus; each stop must be seen."""
    for _ in range(most):
        page.keyboard.press(key)
        label = focused(page)
        if re.search(name, label):
            return
    message = f"{name} can't be reached with {key}"
    raise AssertionError(message)


def test_question_source_page_and_check_without_a_mouse(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    tab_to(page, "^Stel uw vraag")
    page.keyboard.type("hoeveel ging er naar valpreventie")
    page.keyboard.press("Enter")
    page.locator(".rb-answer").wait_for()
    visitor.settle()

    tab_to(page, "Bron 1:", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("blockquote")).to_be_visible()
    visitor.settle()
    tab_to(page, "Kopieer citaat met bron")
    tab_to(page, "^Op de bladzijde")
    page.keyboard.press("ArrowRight")
    expect(page.locator("mark")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    tab_to(page, "^Volgende bladzijde")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bladzijde 5 van")).to_be_visible()
    visitor.settle()

    tab_to(page, "^Controleer$", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Controleer")
    visitor.settle()
    tab_to(page, "^Tekst om te controleren")
    page.keyboard.type("Er ging 228.000 euro naar valpreventie.")
    tab_to(page, "^Controleer deze tekst")
    page.keyboard.press("Enter")
    expect(page.locator(".rb-verdict")).to_contain_text("Dat klopt, als optelling")


def type_into_choice(page: Page, text: str) -> None:
    """Type into the list of choices that has the focus until it opens.

    A page that is drawn anew meanwhile, on a busy machine, swallows what was typed.
    """
    here = page.evaluate_handle("document.activeElement")
    for _ in range(10):
        page.keyboard.type(text)
        try:
            page.get_by_role("option").first.wait_for(timeout=10_000)
        except TimeoutError:
            page.keyboard.press("Escape")
            here.as_element().focus()
        else:
            return
    message = "no choice was offered for what was typed"
    raise AssertionError(message)


def test_filter_and_overview_without_a_mouse(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    tab_to(page, "^Alleen over jaar")
    page.keyboard.type("2024")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Ik zoek in 2 van 3 rapporten.")).to_be_visible()
    visitor.settle()
    tab_to(page, "^Overzicht$")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    page.get_by_test_id("stDataFrame").locator("canvas").first.wait_for()
    visitor.settle()
    tab_to(page, "^Toon de bron van regel")
    type_into_choice(page, "1. ")
    page.keyboard.press("Enter")
    expect(page.locator("blockquote")).to_be_visible()


@pytest.mark.parametrize("key", ["r", "c"])
def test_bare_letter_is_no_command(visit: Open, key: str) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("hoeveel ging er naar valpreventie")
    visitor.settle()
    sent: list[object] = []
    visitor.lines[-1].on("framesent", lambda frame: sent.append(frame))  # noqa: PLW0108
    page.locator("summary").first.focus()
    page.keyboard.press(key)
    page.wait_for_timeout(1_000)

    assert sent == []
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_each_answer_is_read_out_once_and_nothing_else_is(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    page.evaluate(
        """() => {
          const live = document.getElementById("rb-live");
          window.said = [];
          new MutationObserver(() => window.said.push(live.textContent))
            .observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )
    visitor.ask("hoeveel ging er naar valpreventie")
    visitor.settle()
    page.locator("summary").first.click()
    page.locator("blockquote").wait_for()
    visitor.ask("Wat verdient de burgemeester?")
    visitor.settle()

    expect(page.locator("#rb-live")).to_have_attribute("lang", "nl")
    visitor.ask("how much was spent on fall prevention?")
    expect(page.locator("#rb-live")).to_have_attribute("lang", "en")
    visitor.settle()
    said = page.evaluate("window.said")
    assert len(said) == 3
    assert "228.000" in said[0]
    assert "staat niet in de rapporten" in said[1]


def test_chart_has_a_table_beside_it_that_says_the_same(visit: Open) -> None:
    visitor = visit()
    visitor.ask("hoeveel ging er naar valpreventie")
    visitor.settle()

    expect(visitor.page.locator("[data-testid=stVegaLiteChart]")).to_have_count(1)
    for row, amount in (("Fysiocollectief Almelo", "74.000"), ("Samen", "228.000")):
        cells = visitor.page.get_by_role("row", name=re.compile(row))
        expect(cells.first).to_contain_text(amount)


def test_nothing_is_lost_at_twice_the_size(visit: Open) -> None:
    """At 200% a window of 1280 by 1024 has room for 640 by 512."""
    visitor = visit(width=640, height=512)
    for place in ("", "controleer", "rapporten", "overzicht"):
        visitor.page.goto(f"{visitor.address}/{place}")
        visitor.page.get_by_role("heading", level=1).wait_for()
        visitor.settle()
        wide, room = visitor.page.evaluate(
            "(e => [e.scrollWidth, e.clientWidth])(document.querySelector('#stMain'))"
        )

        assert wide <= room, place
        for name in ("Vraag", "Controleer", "Rapporten", "Overzicht"):
            expect(visitor.page.get_by_role("link", name=name, exact=True)).to_be_attached()
