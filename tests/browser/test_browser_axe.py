"""Someone with a screen reader, weak sight or a keyboard can use every view of the page."""

from collections.abc import Callable

import pytest

from tests.browser.real_page import Visit

Open = Callable[..., Visit]

# Streamlit's own, which no page of ours can mend; none of these touches what we draw.
NOT_OURS: frozenset[str] = frozenset()


def violations(visitor: Visit) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 A and AA: rule, place and why."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = axe.Axe().run(visitor.page, options={"runOnly": {"type": "tag", "values": tags}})
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found.response["violations"]
        if rule["id"] not in NOT_OURS
        for node in rule["nodes"]
    ]


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
