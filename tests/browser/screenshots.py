"""Takes the pictures of the page in docs/screenshots: ``python -m tests.browser.screenshots``."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.browser.real_page import ROOT, Visit, running_browser, running_page, sample_store

FOLDER = ROOT / "docs" / "screenshots"
DEVICES = (
    ("desktop", 1280, 900, "light"),
    ("donker", 1280, 900, "dark"),
    ("tablet", 820, 1180, "light"),
    ("telefoon", 390, 844, "light"),
)


def take(store: Path, folder: Path = FOLDER) -> tuple[Path, ...]:
    """Write every view on every device as PNG and return the files."""
    taken: list[Path] = []
    with running_page(store) as address, running_browser() as browser:
        for device, width, height, scheme in DEVICES:
            visit = Visit.start(browser, address, width, height, scheme)
            visit.settle()
            taken.append(_keep(visit, folder / f"begin-{device}.png"))
            visit.ask("Hoeveel ging er naar valpreventie?")
            _let_it_settle(visit)
            taken.append(_keep(visit, folder / f"optelling-{device}.png"))
            visit.page.locator("summary").nth(4).click()
            visit.page.locator("blockquote").wait_for()
            visit.page.locator("blockquote").scroll_into_view_if_needed()
            visit.page.locator("summary").nth(4).evaluate("e => e.scrollIntoView({block: 'start'})")
            visit.page.evaluate("document.querySelector('#stMain').scrollBy(0, -70)")
            visit.settle()
            taken.append(_keep(visit, folder / f"bron-{device}.png"))
            visit.ask("Wat verdient de burgemeester?")
            _let_it_settle(visit)
            taken.append(_keep(visit, folder / f"weigering-{device}.png"))
            visit.page.close()
    return tuple(taken)


def _let_it_settle(visit: Visit) -> None:
    visit.settle()
    visit.page.wait_for_timeout(3500)  # the page keeps the answer in view for three seconds
    visit.page.evaluate("document.activeElement.blur()")


def _keep(visit: Visit, path: Path) -> Path:
    Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB").save(path, optimize=True)
    return path


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        store = sample_store(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made))
        for path in take(store):
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
