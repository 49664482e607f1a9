"""A council member gets the year that a table prints above, beside or between its rows."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.report import Report
from tests.reading_parts import parse_file

_ROWS = (("Sport", "1.250", "900"), ("Cultuur", "23.400", "21.750"), ("Jeugd", "310", "5.125"))
_MORE = (("Natuur", "4.100", "3.900"), ("Wonen", "7.200", "6.850"), ("Zorg", "11.300", "12.050"))
_RIGHT = (370.0, 510.0)
_LEFT = (260.0, 400.0)

Rows = Sequence[Sequence[str]]


def _pdf(path: Path, rows: Rows, *, heads: int, above: Sequence[str] = ()) -> Report:
    """Print a table; the headers begin where their columns do, amounts stand at their right."""
    page = Canvas(str(path), pagesize=A4, invariant=True)
    page.setFont("Helvetica", 10)
    page.drawString(60, 780, "De gemeente Lindervoort legt hier uit wat de plannen in 2030 kosten.")
    for number, line in enumerate(("Bedragen in euro", *above)):
        page.drawString(60, 740 - 16 * number, line)
    for number, (label, *cells) in enumerate(rows):
        height = 740 - 16 * (number + 1 + len(above))
        page.drawString(60, height, label)
        for cell, left, right in zip(cells, _LEFT, _RIGHT, strict=False):
            if number < heads:
                page.drawString(left, height, cell)
            else:
                page.drawRightString(right, height, cell)
    page.save()
    return parse_file(path)


def _docx(path: Path, rows: Rows) -> Report:
    document = docx.Document()
    document.add_paragraph("Bedragen in euro")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.save(str(path))
    return parse_file(path)


def _amounts(report: Report) -> list[tuple[str, str, int]]:
    return [(f.label, f.column_path[-1], int(f.value)) for f in report.figures]


def _expected(rows: Rows, heads: Sequence[str]) -> list[tuple[str, str, int]]:
    return [
        (label, head, int(cell.replace(".", "")))
        for label, *cells in rows
        for head, cell in zip(heads, cells, strict=True)
    ]


@pytest.mark.parametrize(
    ("rows", "heads", "above"),
    [
        pytest.param(
            (("Post", "Begroot", "Besteed"), *_ROWS), 1, ("Jaar 2025",), id="a line above"
        ),
        pytest.param((("Jaar 2025", "Begroot", "Besteed"), *_ROWS), 1, (), id="over the labels"),
        pytest.param(
            (("Post", "Begroot", "Besteed"), ("Jaar 2025", "", ""), *_ROWS), 1, (), id="a row"
        ),
        pytest.param(
            (("Post", "Begroot", "Besteed"), ("", "", ""), *_ROWS), 1, ("2025",),
            id="a year alone, and a blank row below the header",
        ),
    ],
)  # fmt: skip
def test_a_year_by_itself_is_that_of_the_table(
    tmp_path: Path, rows: Rows, heads: int, above: Sequence[str]
) -> None:
    report = _pdf(tmp_path / "a.pdf", rows, heads=heads, above=above)

    assert _amounts(report) == _expected(_ROWS, ("Begroot", "Besteed"))
    assert {figure.year for figure in report.figures} == {2025}


def test_a_year_between_the_rows_is_that_of_the_rows_below_it(tmp_path: Path) -> None:
    rows = (
        ("Post", "Begroot", "Besteed"),
        ("Jaar 2025", "", ""), *_ROWS, ("Begroting 2026", "", ""), *_MORE,
    )  # fmt: skip
    report = _pdf(tmp_path / "a.pdf", rows, heads=1)

    assert _amounts(report) == _expected((*_ROWS, *_MORE), ("Begroot", "Besteed"))
    assert [figure.year for figure in report.figures] == [2025] * 6 + [2026] * 6


def test_a_year_above_a_sign_of_money_is_a_header_and_no_amount(tmp_path: Path) -> None:
    rows = (("Post", "2024", "2025"), ("", "€", "€"), ("", "", ""), *_ROWS)
    report = _pdf(tmp_path / "a.pdf", rows, heads=2)

    assert [(label, value) for label, _, value in _amounts(report)] == [
        (label, value) for label, _, value in _expected(_ROWS, ("2024", "2025"))
    ]
    assert [figure.year for figure in report.figures] == [2024, 2025] * 3


def test_a_row_of_word_with_a_year_alone_is_no_amount(tmp_path: Path) -> None:
    rows = (("Jaar 2025", "", ""), ("Post", "Begroot", "Besteed"), *_ROWS)
    report = _docx(tmp_path / "a.docx", rows)

    assert _amounts(report) == _expected(_ROWS, ("Begroot", "Besteed"))
    assert {figure.year for figure in report.figures} == {2025}
