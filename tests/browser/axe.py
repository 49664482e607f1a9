"""What axe-core says of a view."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.real_page import Visit

# Streamlit's own, which no page of ours can mend; none of these touches what we draw.
NOT_OURS: frozenset[str] = frozenset()


def violations(visitor: Visit) -> list[str]:
    """Return what axe-core finds against WCAG 2.2 A and AA: rule, place and why."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(visitor.page, options={"runOnly": {"type": "tag", "values": tags}})
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found.response["violations"]
        if rule["id"] not in NOT_OURS
        for node in rule["nodes"]
    ]
