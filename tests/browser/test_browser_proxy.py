"""On a tablet I ask through https: the chat works behind nginx as it does without."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.real_page import CHROMIUM, Visit
from tests.proxy_parts import HOW_TO_GET_ONE, NAME, NGINX, OPENSSL, behind_nginx


@pytest.mark.skipif(not (NGINX and OPENSSL), reason=HOW_TO_GET_ONE)
def test_a_question_is_answered_through_nginx(sample_home: Path, tmp_path: Path) -> None:
    flags = [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--host-resolver-rules=MAP {NAME} 127.0.0.1", "--ignore-certificate-errors",
    ]  # fmt: skip
    with behind_nginx(tmp_path, sample_home) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        try:
            visitor = Visit.start(browser, f"https://{NAME}:{port}", width=820, height=1180)
            visitor.ask("hoeveel ging er naar valpreventie")

            assert "228.000" in visitor.page.locator(".rb-answer").first.inner_text()
            assert any(address.startswith("wss://") for address in visitor.requests)
            assert visitor.elsewhere == []
        finally:
            browser.close()
