"""A council member asks in a real browser, opens a source, and nothing leaves the machine."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.real_page import Visit

Open = Callable[..., Visit]
QUESTION = "hoeveel ging er naar valpreventie"
HOSTILE = (
    "![x](http://elders.example/x.png) $y$ :smile: :material/home: <img src=//elders.example/z>"
)


def test_key_question_gives_the_sum_its_lines_and_a_source_that_opens(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(QUESTION)

    expect(page.locator(".rb-headline")).to_have_text("€\xa0228.000")
    sources = page.locator("summary", has_text=re.compile(r"^.*Bron \d"))
    expect(sources).to_have_count(7)
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(9)

    sources.first.click()

    expect(page.locator("blockquote")).to_contain_text("57.000")
    expect(page.get_by_role("img", name=re.compile("citaat geel gemarkeerd"))).to_be_visible()
    page.get_by_role("tab", name="In de tekst").click()
    expect(page.locator("mark")).to_contain_text("57.000")
    assert visitor.elsewhere == []
    assert visitor.errors == []


def test_newest_answer_is_in_view_and_read_out_once(visit: Open) -> None:
    visitor = visit()
    visitor.ask(QUESTION)
    visitor.ask("Hoeveel ging er naar mantelzorg?")
    visitor.page.wait_for_timeout(3500)

    expect(visitor.page.locator("h2", has_text="mantelzorg").first).to_be_in_viewport()
    expect(visitor.page.locator(".rb-answer").last).to_be_in_viewport()
    expect(visitor.page.locator("[role=status]#rb-live")).to_contain_text("50.000")


def test_whole_way_can_be_gone_by_keyboard(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(QUESTION)
    page.wait_for_timeout(3500)

    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote")).to_be_visible()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"

    expect(page.get_by_role("button", name="Kopieer citaat met bron")).to_be_visible()
    page.get_by_role("button", name="Volgende bladzijde").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bladzijde 5 van")).to_be_visible()
    page.get_by_role("button", name="Terug naar het citaat").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bladzijde 4 van")).to_be_visible()


def test_example_is_answered_when_clicked(visit: Open) -> None:
    visitor = visit()
    visitor.page.locator(".st-key-voorstellen button").first.click()

    expect(visitor.page.locator(".rb-answer.rb-found")).to_be_visible()


def test_hostile_question_is_shown_as_text_and_fetches_nothing(visit: Open) -> None:
    visitor = visit()
    visitor.ask(HOSTILE)
    visitor.settle()

    expect(visitor.page.locator(".rb-question h2")).to_have_text(HOSTILE)
    assert visitor.elsewhere == []


@pytest.mark.parametrize("width", [360, 640, 820], ids=["phone", "200% zoom", "tablet"])
def test_nothing_is_lost_on_a_narrow_screen(visit: Open, width: int) -> None:
    visitor = visit(width=width, height=800)
    visitor.ask(QUESTION)
    visitor.settle()

    wide = visitor.page.evaluate("document.querySelector('#stMain').scrollWidth")
    room = visitor.page.evaluate("document.querySelector('#stMain').clientWidth")
    assert wide <= room


def test_page_says_that_it_is_dutch_and_that_it_shows_samples(visit: Open) -> None:
    page = visit().page

    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.get_by_text("Voorbeeld.", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Raadsbron")


def test_own_words_of_streamlit_are_dutch_where_a_reader_meets_them(visit: Open) -> None:
    visitor = visit()
    visitor.ask(QUESTION)
    visitor.page.locator("summary").first.click()
    visitor.settle()
    names = visitor.page.evaluate(
        "[...document.querySelectorAll('button, a')].filter(e => e.checkVisibility()).map("
        "e => e.getAttribute('aria-label') || e.textContent)"
    )

    english = re.compile(r"\b(copy|fullscreen|send|sidebar|skip|clear|download|show)\b", re.I)
    assert [name for name in names if english.search(name)] == []
