"""The page on reports shows tables as they are read: every picture is there and tells the truth."""

import re
from pathlib import Path

import pytest

from evals.draw_layouts import print_layout
from evals.layouts import LAYOUTS, Layout
from ingest.report import Health

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = (DOCS / "reports.md").read_text("utf-8")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_gives_the_figures_that_it_is_said_to_give(tmp_path: Path, layout: Layout) -> None:
    report = print_layout(layout, tmp_path / "a.pdf")

    assert len(report.figures) == layout.figures
    assert (report.pages[0].health is Health.READ) == (layout.figures > 0)
    assert all(report.quote(f.amount) == f.printed for f in report.figures)


def test_every_layout_has_its_picture_on_the_page_and_no_other() -> None:
    shown = set(re.findall(r"\]\(layouts/([\w-]+)\.png\)", PAGE))

    assert shown == {layout.name for layout in LAYOUTS} | {"inzet"}
    assert {path.stem for path in (DOCS / "layouts").iterdir()} == shown
