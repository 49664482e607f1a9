"""A council member gets every amount right, however a municipality lays out its tables."""

import hashlib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, FrameBreak, Paragraph, SimpleDocTemplate, Table, TableStyle
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from ingest.limits import Limits
from ingest.parse import parse_report
from ingest.report import Report
from ingest.source import Source

TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=10)
RIGHT = ParagraphStyle("right", CELL, alignment=2)
BOLD = ParagraphStyle("bold", CELL, fontName="Helvetica-Bold")
BOLD_RIGHT = ParagraphStyle("bold right", BOLD, alignment=2)
MIDDLE = ParagraphStyle("middle", BOLD, alignment=1)
LINE = "In het dorp staan huizen waar mensen wonen die elkaar goed kennen en vaak samen eten. "


def read(path: Path) -> Report:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    source = Source(path, path.stem, path.suffix[1:], (), len(content), path.stem, digest)
    return parse_report(source, Limits())


def printed(path: Path, *story: Flowable) -> Report:
    SimpleDocTemplate(str(path), pagesize=A4).build(list(story))
    return read(path)


def cells(report: Report) -> dict[tuple[str, ...], tuple[str, Decimal]]:
    """Return the figures by label and headers; two of one name would hide each other."""
    found = [((f.label, *f.column_path), (f.printed, f.value)) for f in report.figures]
    assert len(dict(found)) == len(found)
    return dict(found)


def row(label: str, *amounts: str, bold: bool = False) -> list[Paragraph]:
    left, right = (BOLD, BOLD_RIGHT) if bold else (CELL, RIGHT)
    return [Paragraph(label, left), *(Paragraph(amount, right) for amount in amounts)]


def test_numbers_at_the_right_need_no_rules_and_the_caption_tells_the_scale(
    tmp_path: Path,
) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Tabel 2: kosten van de wijken (x € 1.000)", TEXT),
        Table(
            [
                row("Wijk", "2023", "2024", "2025", bold=True),
                row("Noord", "1.250", "", "1.300"),
                row("Zuid en het buitengebied", "310", "(45)", "-"),
                row("Centrum", "", "2.005", "12"),
                row("Totaal", "1.560", "1.960", "1.312", bold=True),
            ],
            colWidths=[180, 60, 60, 60],
        ),
    )

    assert cells(report) == {
        ("Noord", "2023"): ("1.250", Decimal(1_250_000)),
        ("Noord", "2025"): ("1.300", Decimal(1_300_000)),
        ("Zuid en het buitengebied", "2023"): ("310", Decimal(310_000)),
        ("Zuid en het buitengebied", "2024"): ("(45)", Decimal(-45_000)),
        ("Centrum", "2024"): ("2.005", Decimal(2_005_000)),
        ("Centrum", "2025"): ("12", Decimal(12_000)),
        ("Totaal", "2023"): ("1.560", Decimal(1_560_000)),
        ("Totaal", "2024"): ("1.960", Decimal(1_960_000)),
        ("Totaal", "2025"): ("1.312", Decimal(1_312_000)),
    }
    assert {f.label for f in report.figures if f.is_total} == {"Totaal"}
    assert {(f.column_path, f.year) for f in report.figures} == {
        (("2023",), 2023),
        (("2024",), 2024),
        (("2025",), 2025),
    }


@pytest.mark.parametrize("align", [0, 1, 2], ids=["at the left", "in the middle", "at the right"])
def test_a_year_over_two_columns_holds_for_both(tmp_path: Path, align: int) -> None:
    wide = ParagraphStyle("wide", BOLD, alignment=align)
    report = printed(
        tmp_path / "b.pdf",
        Table(
            [
                ["", Paragraph("2024", wide), "", Paragraph("2025", wide), ""],
                row("Bedragen in euro", "Lasten", "Baten", "Lasten", "Baten", bold=True),
                row("Zwembad", "10.100", "2.200", "10.300", "2.400"),
                row("Theater", "5.500", "", "5.700", "800"),
            ],
            colWidths=[150, 70, 70, 70, 70],
            style=TableStyle([("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]),
        ),
    )

    found = {(f.label, f.year, f.measure): int(f.value) for f in report.figures}
    assert found == {
        ("Zwembad", 2024, "lasten"): 10_100,
        ("Zwembad", 2024, "baten"): 2_200,
        ("Zwembad", 2025, "lasten"): 10_300,
        ("Zwembad", 2025, "baten"): 2_400,
        ("Theater", 2024, "lasten"): 5_500,
        ("Theater", 2025, "lasten"): 5_700,
        ("Theater", 2025, "baten"): 800,
    }


@pytest.mark.parametrize("vertical", ["TOP", "MIDDLE", "BOTTOM"])
def test_a_label_of_three_lines_is_one_row(tmp_path: Path, vertical: str) -> None:
    long = (
        "Bijdrage aan de gemeenschappelijke regeling voor het toezicht op bouwen en milieu fase 2"
    )
    report = printed(
        tmp_path / "c.pdf",
        Paragraph("Bedragen in euro", TEXT),
        Table(
            [
                row("Post", "Begroot 2024", "Realisatie 2024", bold=True),
                row("Leges", "1.100", "1.200"),
                row(long, "64.000", "66.500"),
                row("Rente", "300", "400"),
                row("Totaal van alle posten in dit programma", "65.400", "68.100", bold=True),
            ],
            colWidths=[120, 80, 80],
            style=TableStyle([("VALIGN", (0, 0), (-1, -1), vertical)]),
        ),
    )

    assert {key: value for key, (_, value) in cells(report).items()} == {
        ("Leges", "Begroot 2024"): Decimal(1_100),
        ("Leges", "Realisatie 2024"): Decimal(1_200),
        (long, "Begroot 2024"): Decimal(64_000),
        (long, "Realisatie 2024"): Decimal(66_500),
        ("Rente", "Begroot 2024"): Decimal(300),
        ("Rente", "Realisatie 2024"): Decimal(400),
        ("Totaal van alle posten in dit programma", "Begroot 2024"): Decimal(65_400),
        ("Totaal van alle posten in dit programma", "Realisatie 2024"): Decimal(68_100),
    }


@pytest.mark.parametrize("repeat", [0, 1], ids=["header once", "header on each page"])
def test_a_table_over_two_pages_is_one_table(tmp_path: Path, repeat: int) -> None:
    amounts = [(f"Post nummer {chr(65 + i)}", 1_000 + 7 * i) for i in range(60)]
    report = printed(
        tmp_path / "d.pdf",
        Table(
            [
                row("Omschrijving", "Budget 2024 (in euro)", bold=True),
                *(row(label, f"{amount:,}".replace(",", ".")) for label, amount in amounts),
            ],
            colWidths=[200, 120],
            repeatRows=repeat,
        ),
    )

    assert [(f.label, int(f.value)) for f in report.figures] == amounts
    assert {f.page for f in report.figures} == {1, 2}
    assert {f.measure for f in report.figures} == {"begroot"}


def test_amounts_carried_to_the_next_page_are_no_rows_of_their_own(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "e.pdf",
        Paragraph("Bedragen in euro", TEXT),
        Table(
            [
                row("Post", "2024", "2025", bold=True),
                row("Wegen", "500", "600"),
                row("Transport", "500", "600"),
                row("Vervolg", "500", "600"),
                row("Groen", "70", "80"),
                row("Totaal", "570", "680", bold=True),
            ],
            colWidths=[150, 60, 60],
        ),
    )

    parts = [f for f in report.figures if not f.is_total]
    assert Counter(f.label for f in parts) == {"Wegen": 2, "Groen": 2}


def test_a_table_beside_running_text_is_read_without_the_text(tmp_path: Path) -> None:
    path = tmp_path / "f.pdf"
    width, height = landscape(A4)
    halves = [Frame(60, 40, 310, height - 80), Frame(width - 370, 40, 310, height - 80)]
    document = BaseDocTemplate(str(path), pagesize=(width, height))
    document.addPageTemplates(PageTemplate(frames=halves))
    table = Table(
        [
            row("Bedragen x € 1 miljoen", "2026", "2027", bold=True),
            row("Ziekenhuizen", "31.898", "32.427"),
            row("Wijkverpleging", "3.792", "3,5"),
        ],
        colWidths=[150, 60, 60],
    )
    document.build([Paragraph(LINE * 30, TEXT), FrameBreak(), table, Paragraph(LINE * 20, TEXT)])

    assert {key: value for key, (_, value) in cells(read(path)).items()} == {
        ("Ziekenhuizen", "2026"): Decimal(31_898_000_000),
        ("Ziekenhuizen", "2027"): Decimal(32_427_000_000),
        ("Wijkverpleging", "2026"): Decimal(3_792_000_000),
        ("Wijkverpleging", "2027"): Decimal(3_500_000),
    }


def test_merged_cells_of_a_word_table_name_every_row_and_no_amount_twice(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Bedragen in euro")
    lines = (
        ("Thema", "Activiteit", "Status", "Begroot 2024", "Besteed 2024"),
        ("Jeugd", "Huiswerkklas", "groen", "12.000", "11.500"),
        ("", "Jongerenwerk", "oranje", "30.000", "28.000"),
        ("Ouderen", "Huisbezoek", "rood", "5.000", "4.000"),
        ("", "Beweegtuin", "groen", "", "6.000"),
        ("Totaal", "", "", "47.000", "49.500"),
    )
    table = document.add_table(rows=len(lines), cols=len(lines[0]))
    for number, line in enumerate(lines):
        for column, text in enumerate(line):
            table.cell(number, column).text = text
    for first, last in (((1, 0), (2, 0)), ((3, 0), (4, 0)), ((3, 3), (4, 3)), ((5, 0), (5, 2))):
        table.cell(*first).merge(table.cell(*last))
    path = tmp_path / "g.docx"
    document.save(str(path))
    report = read(path)

    found = [(f.row_path, f.measure, int(f.value), f.is_total) for f in report.figures]
    # 5.000 is for two activities together, so that it belongs to neither.
    assert found == [
        (("Jeugd", "Huiswerkklas"), "begroot", 12_000, False),
        (("Jeugd", "Huiswerkklas"), "realisatie", 11_500, False),
        (("Jeugd", "Jongerenwerk"), "begroot", 30_000, False),
        (("Jeugd", "Jongerenwerk"), "realisatie", 28_000, False),
        (("Ouderen", "Huisbezoek"), "realisatie", 4_000, False),
        (("Ouderen", "Beweegtuin"), "realisatie", 6_000, False),
        (("Totaal",), "begroot", 47_000, True),
        (("Totaal",), "realisatie", 49_500, True),
    ]
