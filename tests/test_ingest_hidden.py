"""A reader is never shown text from a report that the page itself does not show."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.report import Health
from tests.reading_parts import PROSE, SECRET, canvas, read_file

HIDING = ("tr3", "white", "tiny", "off", "covered", "faint", "own colour", "form")


@pytest.mark.parametrize("how", HIDING)
def test_text_that_a_reader_can_not_see_is_in_no_quote(tmp_path: Path, how: str) -> None:
    path = tmp_path / "nota.pdf"
    _print_hidden(path, how)
    report = read_file(path)
    assert "999" not in report.text
    assert report.pages[0].health is Health.HIDDEN_TEXT
    assert "onzichtbare tekst" in report.notices[0]
    assert [report.quote(s.span) for s in report.sentences] == list(PROSE)


def _print_hidden(path: Path, how: str) -> None:
    page = canvas(path)
    if how == "tr3":
        text = page.beginText(70, 700)
        text.setTextRenderMode(3)
        text.textLine(SECRET)
        page.drawText(text)
    elif how == "form":
        page.beginForm("f")
        page.setFillColorRGB(1, 1, 1)
        page.drawString(70, 700, SECRET)
        page.endForm()
        page.doForm("f")
    else:
        _draw_hidden(page, how)
    page.showPage()
    page.save()


def _draw_hidden(page: Canvas, how: str) -> None:
    size = 0.5 if how == "tiny" else 11
    page.setFont("Helvetica", size)
    if how == "white":
        page.setFillColorRGB(1, 1, 1)
    if how == "faint":
        page.setFillAlpha(0)
    if how == "own colour":
        page.rect(60, 690, 400, 30, stroke=0, fill=1)
    page.drawString(70, -50 if how == "off" else 700, SECRET)
    if how == "covered":
        page.setFillColorRGB(1, 1, 1)
        page.rect(60, 690, 400, 30, stroke=0, fill=1)


def test_white_letters_on_a_dark_bar_are_read(tmp_path: Path) -> None:
    page = canvas(tmp_path / "nota.pdf")
    page.setFillColorRGB(0, 0, 0.5)
    page.rect(60, 690, 400, 30, stroke=0, fill=1)
    page.setFillColorRGB(1, 1, 1)
    page.drawString(70, 700, "Sport kostte dit jaar 12.000 euro.")
    page.showPage()
    page.save()
    report = read_file(tmp_path / "nota.pdf")
    assert "12.000 euro" in report.text
    assert report.pages[0].health is Health.READ
