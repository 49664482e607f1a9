"""Someone with a screen reader, weak sight or a keyboard can use every view of the page."""

from collections.abc import Callable

import pytest

from tests.browser.axe import violations
from tests.browser.real_page import Visit

Open = Callable[..., Visit]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280], ids=["phone", "desktop"])
def test_no_view_breaks_a_rule_of_wcag(visit: Open, width: int, scheme: str) -> None:
    visitor = visit(width=width, scheme=scheme)
    visitor.settle()
    found = violations(visitor)

    visitor.ask("hoeveel ging er naar valpreventie")
    visitor.page.locator("summary").first.click()
    visitor.page.locator("blockquote").wait_for()
    visitor.ask("en naar mantelzorg?")
    visitor.ask("wat verdient de burgemeester?")
    visitor.settle()
    found += violations(visitor)

    assert found == []
