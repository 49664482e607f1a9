"""A council member reads an explanation on over a page without the header that is printed again."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.report import Figure, Report
from tests.reading_parts import parse_file

_HEAD = (("Inzet", "Bedrag", "Toelichting en resultaten"),)
_FIRST = (
    ("Zwemlessen", "€ 12.000", "In het bad van het dorp leerden kinderen uit twee wijken zwemmen."),
    ("Buurtsport en", "€ 16.000", "De coaches bezochten elke school en gaven gymlessen. Daarna"),
)
_REST = (
    ("spelkennismaking", "", "probeerden leerlingen een sport naar keuze uit bij een club."),
    (
        "Fietstochten",
        "€ 4.000",
        "Een groep ouderen maakte in de zomer lange tochten langs de dijk.",
    ),
)
_LEFT = (60.0, 190.0, 260.0)


def _print(path: Path, pages: Sequence[Sequence[Sequence[str]]]) -> Report:
    page = Canvas(str(path), pagesize=A4, invariant=True)
    for rows in pages:
        page.setFont("Helvetica", 9)
        height = 800.0
        for row in rows:
            for left, text in zip(_LEFT, row, strict=True):
                page.drawString(left, height, text)
            height -= 24
        page.showPage()
    page.save()
    return parse_file(path)


def _said(report: Report) -> list[str]:
    return [report.flowing(sentence.span) for sentence in report.sentences]


def _figure(report: Report, label: str) -> Figure:
    return next(figure for figure in report.figures if figure.label.startswith(label))


def test_a_header_that_comes_back_is_no_part_of_an_explanation(tmp_path: Path) -> None:
    rest = (("", "", _REST[0][2]), _REST[1])
    report = _print(tmp_path / "a.pdf", ((*_HEAD, *_FIRST), (*_HEAD, *rest)))

    whole = _figure(report, "Buurtsport").explanation
    assert whole is not None
    assert report.flowing(whole) == f"{_FIRST[1][2]} {_REST[0][2]}"
    assert f"Daarna {_REST[0][2]}" in _said(report)


def test_a_label_that_goes_on_over_a_page_is_no_part_of_an_explanation(tmp_path: Path) -> None:
    report = _print(tmp_path / "a.pdf", ((*_HEAD, *_FIRST), (*_HEAD, *_REST)))

    assert not any("Daarna spelkennismaking" in said for said in _said(report))
    assert not any("Inzet Bedrag" in said for said in _said(report)[1:])
