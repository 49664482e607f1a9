"""Who reads at the end of the page and opens a source stays where they are."""

from collections.abc import Callable

from tests.browser.real_page import Visit

Open = Callable[..., Visit]
TOP = "each => each.getBoundingClientRect().top"


def test_what_is_opened_at_the_end_of_the_page_stays_in_view(visit: Open) -> None:
    visitor = visit(820, 1180)
    page = visitor.page
    visitor.ask("Hoeveel ging er naar valpreventie?")
    visitor.settle()
    for name, by_mouse in (("Bron 7:", True), ("Waarom dit antwoord?", False)):
        page.mouse.move(500, 500)
        page.mouse.wheel(0, 100_000)
        page.wait_for_timeout(500)
        opened = page.locator("summary", has_text=name)
        before = opened.evaluate(TOP)
        if by_mouse:
            opened.click()
        else:
            opened.evaluate("each => each.focus({preventScroll: true})")
            page.keyboard.press("Enter")
        visitor.settle()

        assert abs(opened.evaluate(TOP) - before) < 40, name
