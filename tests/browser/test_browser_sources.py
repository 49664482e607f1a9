"""A council member goes from a number to its place in the report, and keeps their own place."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.real_page import Visit

Open = Callable[..., Visit]
QUESTION = "Hoeveel ging er naar valpreventie?"
FOCUSED = "document.activeElement.closest('[class*=st-key-bron-]')?.className.match(/bron-\\S+/)[0]"


def comes_to_the_top(page: Page, place: str) -> None:
    """Wait until something stands under the bar at the top of the window."""
    is_there = (
        "place => Math.abs(document.querySelector(place).getBoundingClientRect().top - 68) < 9"
    )
    page.wait_for_function(is_there, arg=place)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280], ids=["phone", "desktop"])
def test_each_number_of_a_sum_leads_to_its_source(visit: Open, width: int, scheme: str) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.page
    visitor.ask(QUESTION)
    visitor.settle()
    page.get_by_role("link", name="Bron 6", exact=True).click()

    expect(page.locator("blockquote")).to_have_text("74.000 Fysiocollectief Almelo")
    visitor.settle()
    comes_to_the_top(page, ".st-key-bron-0-5 summary")
    assert page.evaluate(FOCUSED) == "bron-0-5"
    assert page.url.rstrip("/") == visitor.address
    assert violations(visitor) == []


def test_last_number_of_a_long_sum_leads_to_its_source_too(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask("Hoeveel is er in totaal ingezet in 2024?")
    visitor.settle()
    expect(page.locator(".st-key-bron-0-29")).to_have_count(0)
    page.get_by_role("link", name="Bron 30", exact=True).press("Enter")

    expect(page.locator("blockquote")).to_have_text("49.000 Welzijn op recept")
    visitor.settle()
    assert page.evaluate(FOCUSED) == "bron-0-29"


def test_who_opens_the_first_source_keeps_the_focus(visit: Open) -> None:
    """The page used to be drawn anew then, and a keyboard's place was lost."""
    visitor = visit()
    page = visitor.page
    visitor.ask(QUESTION)
    visitor.settle()
    page.locator(".st-key-bron-0-1 summary").press("Enter")
    expect(page.locator("blockquote")).to_be_visible()
    visitor.settle()

    assert page.evaluate(FOCUSED) == "bron-0-1"


def test_quote_can_be_read_from_nearby_on_a_phone(visit: Open) -> None:
    visitor = visit(width=360, height=800)
    page = visitor.page
    visitor.ask(QUESTION)
    visitor.settle()
    page.locator(".st-key-bron-0-5 summary").click()
    picture = page.get_by_role("img", name=re.compile("citaat geel gemarkeerd"))
    expect(picture).to_be_visible()
    visitor.settle()
    whole = picture.evaluate("each => each.naturalHeight / each.naturalWidth")
    page.get_by_role("button", name="Bekijk het citaat groot").click()
    expect(page.get_by_role("button", name="Toon de hele bladzijde")).to_be_visible()
    visitor.settle()

    assert picture.evaluate("each => each.naturalHeight / each.naturalWidth") < whole / 2
    expect(picture).to_be_in_viewport(ratio=1)
    assert violations(visitor) == []
    page.get_by_role("button", name="Volgende bladzijde").click()
    expect(page.get_by_role("heading", name="Bladzijde 6 van")).to_be_in_viewport()
    page.get_by_role("button", name="Terug naar het citaat").click()
    expect(page.get_by_role("heading", name="Bladzijde 5 van")).to_be_in_viewport()
    assert visitor.elsewhere == []
    assert visitor.errors == []


def test_nothing_of_a_source_lies_over_the_place_to_type_in(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    visitor.ask(QUESTION)
    visitor.settle()
    page.get_by_role("link", name="Bron 6", exact=True).click()
    copy = page.get_by_role("button", name="Kopieer citaat met bron")
    expect(copy).to_be_visible()
    visitor.settle()
    page.mouse.wheel(0, 1)  # who scrolls is not held
    over = copy.evaluate(
        """copy => {
          const middle = each => { const box = each.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]; };
          const typed = document.querySelector("[data-testid=stChatInput]");
          document.querySelector("#stMain").scrollBy(0, middle(copy)[1] - middle(typed)[1]);
          return copy.contains(document.elementFromPoint(...middle(copy)));
        }"""
    )

    assert not over


def test_figure_that_is_clicked_shows_the_page_it_stands_on(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    page.goto(f"{visitor.address}/overzicht")
    table = page.get_by_test_id("stDataFrame")
    table.locator("canvas").first.wait_for()
    visitor.settle()
    # Below the heading and one row, behind the box and the number of the row.
    page.mouse.move(*(point := _cell(table.bounding_box(), across=120, row=2)))
    page.mouse.move(point[0] + 2, point[1])
    page.mouse.down()
    page.mouse.up()

    expect(page.locator("blockquote")).to_be_visible()
    row = page.get_by_role("combobox", name="Toon de bron van regel")
    expect(row).to_have_value(re.compile("^2[.] "))
    expect(row).to_be_in_viewport()
    expect(page.locator("blockquote")).to_be_in_viewport()
    assert visitor.errors == []


def _cell(box: dict[str, float] | None, across: int, row: int) -> tuple[float, float]:
    """Return a point in the ``row``th row of the table, ``across`` pixels from its left."""
    assert box is not None
    height = 37  # of a row and of the heading
    return box["x"] + across, box["y"] + height * row + height / 2
