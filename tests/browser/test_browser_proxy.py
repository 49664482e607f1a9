"""On a tablet I ask through https: the chat works behind nginx as it does without."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.real_page import CHROMIUM, Visit
from tests.proxy_parts import HOW_TO_GET_ONE, NAME, NGINX, OPENSSL, behind_nginx


@pytest.mark.skipif(not (NGINX and OPENSSL), reason=HOW_TO_GET_ONE)
def test_a_question_is_answered_through_nginx(
    browser: Browser, sample_home: Path, tmp_path: Path
) -> None:
    flags = [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--host-resolver-rules=MAP {NAME} 127.0.0.1", "--ignore-certificate-errors",
    ]  # fmt: skip
    with behind_nginx(tmp_path, sample_home) as port:
        # Of the browser that is running already: two drivers in one process don't get on.
        trusting = browser.browser_type.launch(executable_path=CHROMIUM, args=flags)
        try:
            visitor = Visit.start(trusting, f"https://{NAME}:{port}", width=820, height=1180)
            visitor.ask("hoeveel ging er naar valpreventie")

            assert "228.000" in visitor.page.locator(".rb-answer").first.inner_text()
            assert any(address.startswith("wss://") for address in visitor.requests)
            assert visitor.elsewhere == []
        finally:
            trusting.close()
