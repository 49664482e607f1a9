"""Where a table ends, and where a row goes on, is told by what stands on the page."""

from decimal import Decimal
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from ingest.reading import Cell, Grid
from ingest.report import Health, Report
from ingest.span import Span
from ingest.table_roles import table_roles
from tests.test_ingest_layouts import TEXT, cells, printed, read, row

Printed = tuple[float, float, str]


def drawn(path: Path, *pages: tuple[Printed, ...]) -> Report:
    """Return the report of pages with words at places (points from the left and from the top)."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", 9)
        for x, y, text in page:
            canvas.drawString(x, A4[1] - y, text)
        canvas.showPage()
    canvas.save()
    return read(path)


def _paths(report: Report) -> dict[tuple[str, ...], set[Decimal]]:
    paths = {f.row_path for f in report.figures}
    return {path: {f.value for f in report.figures if f.row_path == path} for path in paths}


def test_a_table_right_below_one_with_other_columns_keeps_its_own_headers(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Table(
            [
                row("Gebruik", "2023", "2024", "2025", bold=True),
                row("Leden van de speelotheek", "41%", "44%", "47%"),
                row("Bezoek aan het museum", "62%", "61%", "66%"),
            ],
            colWidths=[205, 62, 62, 62],
        ),
        Paragraph("Kosten (bedragen x € 1.000)", TEXT),
        Table(
            [
                row("Cultuur", "Eerste<br/>begroting", "Nieuwe<br/>begroting",
                    "Werkelijk 2025", "Verschil", bold=True),
                row("Lasten", "", "", "", "", bold=True),
                row("Museum", "410", "420", "422", "-2"),
                row("Speelotheek", "80", "85", "81", ""),
                row("Totaal lasten", "490", "505", "503", "2", bold=True),
            ],
            colWidths=[170, 70, 70, 70, 70],
        ),
    )  # fmt: skip

    found = cells(report)
    assert found["Bezoek aan het museum", "2024"] == ("61%", 61)
    assert found["Museum", "Nieuwe begroting"] == ("420", 420_000)
    assert found["Speelotheek", "Werkelijk 2025"] == ("81", 81_000)
    assert ("Lasten", "Museum") in _paths(report)
    assert [page.health for page in report.pages] == [Health.READ]


def test_the_longest_label_may_stand_on_the_second_page(tmp_path: Path) -> None:
    head: tuple[Printed, ...] = (
        (60, 80, "Sport"), (330, 80, "Begroting 2026"), (430, 80, "Begroting 2027"),
    )  # fmt: skip
    first = tuple(
        cell
        for n, name in enumerate(("Zwembad", "Sporthal", "Velden", "Hal"))
        for cell in ((60, 700 + 20 * n, name), (350, 700 + 20 * n, f"{n + 1}.150"),
                     (450, 700 + 20 * n, f"{n + 2}.150"))
    )  # fmt: skip
    rest: tuple[Printed, ...] = (
        (60, 100, "Saldo"), (350, 100, "8.650"), (450, 100, "7.650"),
        (60, 120, "Bijdrage uit de spaarpot voor nieuwe velden"), (350, 120, "1.250"),
        (450, 120, "2.350"), (60, 140, "Uitkomst"), (350, 140, "9.250"), (450, 140, "8.350"),
    )  # fmt: skip
    title = ((60, 640, "Bedragen in euro"), *((x, 670, text) for x, _, text in head))
    report = drawn(tmp_path / "a.pdf", (*title, *first), (*head, *rest))

    found = cells(report)
    label = "Bijdrage uit de spaarpot voor nieuwe velden"
    assert found[label, "Begroting 2027"] == ("2.350", 2_350)
    assert found["Uitkomst", "Begroting 2026"] == ("9.250", 9_250)


def test_a_row_that_a_page_breaks_keeps_its_whole_label(tmp_path: Path) -> None:
    head: tuple[Printed, ...] = ((60, 80, "Activiteit"), (200, 80, "Bedrag"), (270, 80, "Verslag"))
    first = (
        *((x, 700, text) for x, _, text in head),
        (60, 720, "Speelweek"), (200, 720, "€ 4.500"), (270, 720, "Er waren zes dagen met spel."),
        (60, 740, "Moestuin aan de"), (200, 740, "€ 8.250"), (270, 740, "Wij kochten een hark en"),
    )  # fmt: skip
    rest = (
        *head,
        (60, 100, "Kerklaan"), (270, 100, "zaden voor de kinderen van drie scholen."),
        (60, 120, "Buurtfeest"), (200, 120, "€ 2.750"), (270, 120, "Het feest was in juni."),
    )  # fmt: skip
    report = drawn(tmp_path / "a.pdf", first, rest)

    assert _paths(report) == {
        ("Speelweek",): {Decimal(4500)},
        ("Moestuin aan de Kerklaan",): {Decimal(8250)},
        ("Buurtfeest",): {Decimal(2750)},
    }


def test_a_blank_amount_beside_an_explanation_is_no_list_mark(tmp_path: Path) -> None:
    report = drawn(
        tmp_path / "a.pdf",
        (
            (60, 80, "Activiteit"), (200, 80, "Budget"), (266, 80, "Besteed in euro"),
            (350, 80, "Toelichting"),
            (60, 100, "Fietsles"), (200, 100, "2.000"), (310, 100, "1.900"),
            (350, 100, "Er kwamen elf mensen."),
            (60, 120, "Zwemles"), (200, 120, "8.000"), (330, 120, "-"),
            (350, 120, "Niet gegeven, want er was geen leraar."),
        ),
    )  # fmt: skip

    assert _paths(report).keys() == {("Fietsles",), ("Zwemles",)}
    explained = {f.label: f.explanation for f in report.figures}
    assert explained["Zwemles"] is not None
    assert report.quote(explained["Zwemles"]).startswith("Niet gegeven")


@pytest.mark.parametrize(
    ("header", "label", "group"),
    [("Toelichting", 0, None), ("Onderdeel", 2, 0)],
    ids=["an explanation names no rows", "a label beside its group does"],
)
def test_a_column_named_for_explanations_holds_no_labels(
    header: str, label: int, group: int | None
) -> None:
    rows = (
        ("Thema", "Bedrag in euro", header),
        ("Zorg", "4.000", "Vervoer naar de dagopvang"),
        ("", "5.000", "Hulp in het huishouden"),
    )
    grid = Grid(tuple(tuple(Cell(text, Span(0, 1)) for text in cells) for cells in rows), 1)

    roles = table_roles(grid)
    assert roles is not None
    assert (roles.label, roles.group) == (label, group)
