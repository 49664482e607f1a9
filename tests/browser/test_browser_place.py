"""Who reads at the end of the page and opens a source stays where they are."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.real_page import Visit

Open = Callable[..., Visit]
TOP = "each => each.getBoundingClientRect().top"
AT_END = """() => {
  const main = document.querySelector("#stMain");
  return main.scrollHeight - main.scrollTop - main.clientHeight < 4;
}"""
TRIES = 100  # tenths of a second that a busy browser may take to scroll


def scroll_to_the_end(page: Page) -> None:
    """Turn the wheel as a reader does: until nothing more comes, and it stays so."""
    page.mouse.move(500, 500)
    stayed = 0
    for _ in range(TRIES):
        page.mouse.wheel(0, 100_000)
        page.wait_for_timeout(100)
        stayed = stayed + 1 if page.evaluate(AT_END) else 0
        if stayed == 3:
            return
    message = "the end of the page was never reached by the wheel"
    raise AssertionError(message)


def test_what_is_opened_at_the_end_of_the_page_stays_in_view(visit: Open) -> None:
    visitor = visit(820, 1180)
    page = visitor.page
    visitor.ask("Hoeveel ging er naar valpreventie?")
    # The answer is brought into view when it is read out; who scrolls before that is pulled back.
    expect(page.locator("#rb-live")).to_contain_text("228.000")
    visitor.settle()
    for name, by_mouse, shown in (
        ("Bron 7:", True, "img[alt*='geel gemarkeerd']"),
        ("Waarom dit antwoord?", False, "table, [data-testid=stDataFrame], p"),
    ):
        scroll_to_the_end(page)
        opened = page.locator("summary", has_text=name)
        before = opened.evaluate(TOP)
        if by_mouse:
            opened.click()
        else:
            opened.evaluate("each => each.focus({preventScroll: true})")
            page.keyboard.press("Enter")
        expect(page.locator("details[open]", has=opened).locator(shown).first).to_be_visible()
        visitor.settle()

        assert abs(opened.evaluate(TOP) - before) < 40, name
