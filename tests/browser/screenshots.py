"""Takes the pictures of the page in docs/screenshots: ``python -m tests.browser.screenshots``."""

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tests.browser.real_page import ROOT, Visit, running_browser, running_page, sample_store

FOLDER = ROOT / "docs" / "screenshots"
CLAIMS = (
    "Er ging 228.000 euro naar valpreventie. Er ging 230.000 euro naar valpreventie. "
    "De burgemeester verdient 74.000 euro."
)
DEVICES = (
    ("desktop", 1280, 900, "light"),
    ("donker", 1280, 900, "dark"),
    ("tablet", 820, 1180, "light"),
    ("tablet-donker", 820, 1180, "dark"),
    ("telefoon", 390, 844, "light"),
    ("telefoon-donker", 390, 844, "dark"),
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
            taken += [_keep(visit, folder / f"{p}-{device}.png") for p in _other_pages(visit)]
            visit.page.close()
    return (*taken, *_take_switched_on(store, folder))


def _take_switched_on(store: Path, folder: Path) -> Iterator[Path]:
    """Write the views that are there only where the owner switched them on."""
    on = {"RAADSBRON_UPLOAD": "1", "RAADSBRON_FEEDBACK": "90", "RAADSBRON_DOWNLOAD": "1"}
    with tempfile.TemporaryDirectory() as made, running_browser() as browser:
        secrets = Path(made) / "secrets.toml"
        secrets.write_text(f'[auth]\ncookie_secret = "{"x" * 40}"\nclient_id = "x"\n')
        with running_page(store, on) as address, running_page(store, secrets=str(secrets)) as shut:
            for device, width, height, scheme in DEVICES:
                visit = Visit.start(browser, address, width, height, scheme)
                for name in _switched_on(visit):
                    yield _keep(visit, folder / f"{name}-{device}.png")
                visit.page.goto(shut)
                visit.page.get_by_role("button", name="Inloggen").wait_for()
                visit.settle()
                yield _keep(visit, folder / f"inloggen-{device}.png")
                visit.page.close()


def _switched_on(visit: Visit) -> Iterator[str]:
    """Open each of these views in turn and yield its name while it is on the screen."""
    visit.ask("Hoeveel ging er naar valpreventie?")
    _let_it_settle(visit)
    for name, fold in (("uitleg", "Waarom dit antwoord?"), ("reactie", "Klopt dit antwoord?")):
        summary = visit.page.locator("summary", has_text=fold)
        summary.click()
        visit.settle()
        summary.evaluate("e => e.scrollIntoView({block: 'start'})")
        visit.page.evaluate("document.querySelector('#stMain').scrollBy(0, -70)")
        visit.settle()
        yield name
    visit.page.goto(f"{visit.address}/rapporten")
    visit.page.locator("input[type=file]").wait_for(state="attached")
    visit.settle()
    visit.page.get_by_text("Rapporten toevoegen of verwijderen").evaluate(
        "e => e.scrollIntoView({block: 'start'})"
    )
    visit.page.evaluate("document.querySelector('#stMain').scrollBy(0, -70)")
    visit.settle()
    yield "toevoegen"


def _other_pages(visit: Visit) -> Iterator[str]:
    """Open each of the other pages in turn and yield its name while it is on the screen."""
    visit.page.goto(f"{visit.address}/controleer")
    visit.page.get_by_role("textbox", name=re.compile("Tekst om te controleren")).fill(CLAIMS)
    visit.page.get_by_role("button", name="Controleer deze tekst").click()
    visit.page.locator(".rb-tally").wait_for()
    visit.page.locator(".rb-tally").evaluate("e => e.scrollIntoView({block: 'center'})")
    visit.settle()
    yield "controleer"
    visit.page.goto(f"{visit.address}/rapporten")
    visit.page.locator(".rb-reports").wait_for()
    visit.settle()
    yield "rapporten"
    visit.page.goto(f"{visit.address}/overzicht")
    visit.page.get_by_test_id("stDataFrame").locator("canvas").first.wait_for()
    visit.settle()
    yield "overzicht"


def _let_it_settle(visit: Visit) -> None:
    visit.settle()
    visit.page.wait_for_timeout(3500)  # the page keeps the answer in view for three seconds
    visit.page.evaluate("document.activeElement.blur()")


def _keep(visit: Visit, path: Path) -> Path:
    """Write the screen with 128 colours: a third of the size, and the eye sees no difference."""
    picture = Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")
    picture.quantize(128).save(path, optimize=True)
    return path


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        store = sample_store(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made))
        for path in take(store):
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
