"""Amounts are read right in the less common tables that municipalities print too."""

from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ingest.report import Health, Report
from tests.test_ingest_layouts import BOLD, CELL, MIDDLE, RIGHT, TEXT, cells, printed, read, row


def _by_label(report: Report) -> dict[tuple[str, str], Decimal]:
    return {(f.label, f.column_path[-1]): f.value for f in report.figures}


def _accounts(path: Path) -> Report:
    """Print lasten, baten and saldo of three years beside each other, on a page on its side."""
    years = ("Rekening 2023", "Begroting 2024", "Rekening 2024")
    top = [Paragraph(cell, MIDDLE) if cell else "" for y in years for cell in (y, "", "")]
    spans = [("SPAN", (1 + 3 * i, 0), (3 + 3 * i, 0)) for i in range(3)]
    table = Table(
        [
            ["", *top],
            row("Taakveld (x € 1.000)", *("Lasten", "Baten", "Saldo") * 3, bold=True),
            row("0.1 Bestuur", "1.204", "12", "-1.192", "1.310", "10", "-1.300", "1.288", "15",
                "-1.273"),
            row("0.5 Treasury", "", "215", "215", "", "190", "190", "", "231", "231"),
            row("0.8 Overige lasten", "55", "", "-55", "", "", "", "120", "", "-120"),
        ],
        colWidths=[110] + [42] * 9,
        style=TableStyle(spans),
    )  # fmt: skip
    story = [Paragraph("Jaarstukken 2024", TEXT), table]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(story)
    return read(path)


@pytest.mark.parametrize("turned", [False, True], ids=["on-its-side", "turned-by-the-file"])
def test_three_years_of_lasten_baten_and_saldo_keep_blank_cells_blank(
    tmp_path: Path, turned: bool
) -> None:
    report = _accounts(tmp_path / "a.pdf")
    if turned:
        writer = PdfWriter()
        writer.add_page(PdfReader(tmp_path / "a.pdf").pages[0]).rotate(90)
        writer.write(tmp_path / "b.pdf")
        report = read(tmp_path / "b.pdf")

    found = cells(report)
    assert len(found) == 9 + 6 + 4
    assert found["0.5 Treasury", "Rekening 2024", "Baten"] == ("231", Decimal(231_000))
    assert found["0.8 Overige lasten", "Rekening 2024", "Saldo"] == ("-120", Decimal(-120_000))
    assert ("0.8 Overige lasten", "Begroting 2024", "Lasten") not in found


def test_a_register_of_three_pages_with_one_header_keeps_all_its_rows(tmp_path: Path) -> None:
    names = [f"Stichting {name} voor iedereen in de wijk {i}" for i in range(40)
             for name in ("Harmonie", "De Brug", "Samen")]  # fmt: skip
    body = [
        [Paragraph(name, CELL), Paragraph("Cultuur", CELL), Paragraph(f"{i + 1}.250", RIGHT),
         Paragraph(f"{i + 1}.100", RIGHT)] for i, name in enumerate(names)
    ]  # fmt: skip
    head = [Paragraph(h, BOLD) for h in ("Naam", "Thema", "Verleend (€)", "Vastgesteld (€)")]
    report = printed(tmp_path / "a.pdf", Table([head, *body], colWidths=[190, 70, 80, 80]))

    assert len(report.pages) >= 3
    assert _by_label(report) == {
        (name, column): Decimal((i + 1) * 1000 + cents)
        for i, name in enumerate(names)
        for column, cents in (("Verleend (€)", 250), ("Vastgesteld (€)", 100))
    }


def test_marks_of_footnotes_are_no_part_of_an_amount(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Reserves (bedragen in euro)", TEXT),
        Table(
            [
                row("Reserve", "Stand 1-1-2024", "Stand 31-12-2024", bold=True),
                row("Algemene reserve", "1.250.000<super>1</super>", "1.310.000"),
                row("Reserve wegen<super>2</super>", "450.000", "425.000*"),
                row("Reserve bomen", "300.000 <super>3)</super>", "280.000**"),
            ],
            colWidths=[180, 100, 100],
        ),
    )

    assert _by_label(report) == {
        ("Algemene reserve", "Stand 1-1-2024"): 1_250_000,
        ("Algemene reserve", "Stand 31-12-2024"): 1_310_000,
        ("Reserve wegen", "Stand 1-1-2024"): 450_000,
        ("Reserve wegen", "Stand 31-12-2024"): 425_000,
        ("Reserve bomen", "Stand 1-1-2024"): 300_000,
        ("Reserve bomen", "Stand 31-12-2024"): 280_000,
    }
    assert report.date is None


def test_millions_may_be_written_in_the_cells(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Table(
            [
                row("Project", "Krediet", "Besteed in 2024", bold=True),
                row("Nieuwbouw school", "€ 12,4 mln", "€ 1,2 mln"),
                row("Brug", "€ 850.000", "€ 0,3 mln"),
                row("Sporthal", "€ 3 miljoen", "nihil"),
            ],
            colWidths=[160, 100, 100],
        ),
    )

    assert _by_label(report) == {
        ("Nieuwbouw school", "Krediet"): 12_400_000,
        ("Nieuwbouw school", "Besteed in 2024"): 1_200_000,
        ("Brug", "Krediet"): 850_000,
        ("Brug", "Besteed in 2024"): 300_000,
        ("Sporthal", "Krediet"): 3_000_000,
    }


def test_years_may_name_the_rows(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Table(
            [
                row("Jaar", "Tarief eigenaar", "Tarief gebruiker", bold=True),
                row("2023", "€ 115,30", "€ 46,00"),
                row("2024", "€ 120,85", "€ 48,25"),
            ],
            colWidths=[80, 120, 120],
        ),
    )

    found = {(f.year, f.column_path[-1]): f.value for f in report.figures}
    assert found[2024, "Tarief eigenaar"] == Decimal("120.85")
    assert found[2023, "Tarief gebruiker"] == Decimal("46.00")


def test_a_column_of_units_tells_the_unit_of_each_row(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Table(
            [
                row("Indicator", "Eenheid", "2023", "2024", bold=True),
                row("Werkloosheid", "%", "3,4", "3,1"),
                row("Verwijzingen Halt", "aantal", "14", "11"),
                row("Woonlasten", "euro", "945", "980"),
            ],
            colWidths=[140, 100, 60, 60],
        ),
    )

    assert {(f.label, f.value, f.unit) for f in report.figures if f.year == 2024} == {
        ("Werkloosheid", Decimal("3.1"), "percent"),
        ("Verwijzingen Halt", Decimal(11), "count"),
        ("Woonlasten", Decimal(980), "euro"),
    }


def test_voordeel_and_nadeel_are_plus_and_minus(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Afwijkingen (bedragen in euro)", TEXT),
        Table(
            [
                row("Programma", "Saldo", bold=True),
                row("Sport", "105.000 N"),
                row("Cultuur", "45.000 V"),
            ],
            colWidths=[120, 80],
        ),
    )

    assert _by_label(report) == {("Sport", "Saldo"): -105_000, ("Cultuur", "Saldo"): 45_000}
    assert {f.printed for f in report.figures} == {"105.000 N", "45.000 V"}


def test_two_tables_side_by_side_are_said_to_be_unread(tmp_path: Path) -> None:
    both = [
        [Paragraph(cell, BOLD) for cell in ("Activa", "2024", "2023")]
        + [Paragraph(cell, BOLD) for cell in ("Passiva", "2024", "2023")],
        row("Gebouwen", "12.400", "12.900") + row("Eigen vermogen", "8.100", "7.900"),
        row("Voorraden", "310", "290") + row("Voorzieningen", "2.250", "2.400"),
    ]
    report = printed(tmp_path / "a.pdf", Table(both, colWidths=[90, 50, 50, 110, 50, 50]))

    assert report.figures == ()
    assert report.pages[0].health in (Health.TABLE_LOST, Health.TABLE_UNSURE)


def test_decisions_keep_their_day_and_their_sentences(tmp_path: Path) -> None:
    decisions = (
        ("1", "Opening", "De agenda is ongewijzigd vastgesteld."),
        ("2", "Zwembad", "De raad stelt een krediet van € 1.250.000 beschikbaar."),
        ("3", "Muziekschool", "De raad verhoogt de subsidie met € 35.000 per jaar."),
    )
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Besluitenlijst van de raad van Lindervoort", MIDDLE),
        Paragraph("Datum: 11 maart 2025", TEXT),
        Table(
            [[Paragraph(cell, CELL) for cell in decision] for decision in decisions],
            colWidths=[30, 120, 250],
        ),
    )

    assert (report.kind, report.date) == ("besluitenlijst", "2025-03-11")
    said = [report.quote(sentence.span) for sentence in report.sentences]
    assert any("krediet van € 1.250.000" in " ".join(text.split()) for text in said)


@pytest.mark.parametrize("repeat", [0, 1], ids=["header-once", "header-again"])
@pytest.mark.parametrize("room", [556, 619, 637], ids=["Baten", "Lasten", "header"])
def test_a_group_alone_at_the_foot_of_a_page_holds_on_the_next(
    tmp_path: Path, room: int, repeat: int
) -> None:
    rows = [
        row("Post", "2024", "2025", bold=True),
        row("Lasten", "", "", bold=True),
        *(row(f"Post {name}", f"{n}.100", f"{n}.300") for n, name in enumerate("ABC", 1)),
        row("Baten", "", "", bold=True),
        *(row(f"Bron {name}", f"{n}.500", f"{n}.700") for n, name in enumerate("ABCD", 1)),
    ]
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Bedragen in euro", TEXT),
        Spacer(1, room),
        Table(rows, colWidths=[150, 70, 70], repeatRows=repeat),
    )

    assert len(report.pages) == 2
    assert len(report.figures) == 14
    groups = {"Post": "Lasten", "Bron": "Baten"}
    assert all(f.row_path == (groups[f.label[:4]], f.label) for f in report.figures)
