"""A table whose cells only its borders tell apart is read, and its rows keep their labels."""

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import black
from reportlab.platypus import Paragraph, Table, TableStyle

from ingest.cell_value import parse_cell
from ingest.limits import Limits
from ingest.quantities import find_quantities
from ingest.read_text import read_text
from ingest.report import Health, Report
from tests.test_ingest_layouts import BOLD, CELL, RIGHT, TEXT, printed, row

GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black)])
WORDS = "De kans hierop is klein, en het college volgt de uitgaven op de voet. " * 4


def _values(report: Report) -> dict[tuple[str, str], Decimal]:
    return {(f.label, f.column_path[-1]): f.value for f in report.figures}


def test_a_register_of_risks_with_two_columns_of_prose_is_read(tmp_path: Path) -> None:
    names = ("Jeugdhulp", "Grondzaken", "Digitale veiligheid van de hele organisatie", "Bruggen")
    body = [
        [Paragraph(name, CELL), Paragraph(WORDS, CELL), Paragraph(WORDS * 2, CELL),
         Paragraph(f"{n}.500", RIGHT), Paragraph(f"{10 * n}%", RIGHT), Paragraph(f"{n}50", RIGHT)]
        for n, name in enumerate(names, 1)
    ]  # fmt: skip
    head = ("Risico", "Gevolgen", "Maatregel", "Bedrag", "Kans", "Bedrag x kans")
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Risico's (bedragen x € 1.000)", TEXT),
        Table(
            [[Paragraph(cell, BOLD) for cell in head], *body],
            colWidths=[80, 110, 110, 50, 40, 60],
            style=GRID,
            repeatRows=1,
        ),
    )

    found = _values(report)
    assert {label for label, _ in found} == set(names)
    assert found["Grondzaken", "Bedrag"] == 2_500_000
    assert found["Bruggen", "Kans"] == 40
    assert all(page.health is Health.READ for page in report.pages)


def test_a_label_in_the_middle_of_its_cell_is_not_the_next_row(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Kengetallen (in %)", TEXT),
        Table(
            [
                row("Kengetal (in %)", "2024", "2025", bold=True),
                row("1a. Schuldquote", "41,5", "43,2"),
                row("1b. Schuldquote<br/>gecorrigeerd voor<br/>leningen", "39,1", "40,8"),
                row("2. Solvabiliteit", "28,4", "27,9"),
            ],
            colWidths=[160, 60, 60],
            style=TableStyle([*GRID.getCommands(), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
        ),
    )

    labels = {f.label for f in report.figures}
    assert "1b. Schuldquote gecorrigeerd voor leningen" in labels
    assert all(f.row_path == (f.label,) for f in report.figures)


def test_a_blank_cell_of_a_plain_text_table_keeps_the_others_in_their_column(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Uitgaven zorg\n\nPost Begroting 2024 Realisatie 2024\nBegeleiding €1.200 €1.310\n"
        "Vervoer   €45.000\nHulp €9.000 €8.750\nToezicht €3.100\n",
        encoding="utf-8",
    )
    reading, _ = read_text(path, Limits(), markdown=False)

    rows = {row[0].text: [cell.text for cell in row[1:]] for row in reading.grids[0].rows}
    assert rows["Vervoer"][:2] == ["", "€45.000"]
    assert rows["Toezicht"][:2] == ["", ""]  # nobody can tell which of the two it is
    assert "€3.100" in rows["Toezicht"]


@given(st.integers(1, 999_999_999), st.sampled_from(["{}", "€ {}", "€ {},-", "{} euro"]))
def test_spaced_thousands_are_one_amount(value: int, form: str) -> None:
    text = form.format(f"{value:,}".replace(",", "\u00a0"))

    assert parse_cell(text.replace("\u00a0", " ")) == parse_cell(text)
    assert [q.value for q in find_quantities(text)] == [value]


@given(
    st.integers(1, 999),
    st.sampled_from([("k", 3), ("K", 3), (" mln", 6), (" miljoen", 6), (" mld", 9), (" mrd", 9)]),
)
def test_a_word_behind_an_amount_multiplies_it_everywhere(
    value: int, word: tuple[str, int]
) -> None:
    text = f"€ {value}{word[0]}"
    cell = parse_cell(text)

    assert cell is not None
    assert cell.value == value * Decimal(10) ** word[1]
    assert [q.value for q in find_quantities(f"Het kost {text} per jaar.")] == [cell.value]


LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.5, black), ("LINEABOVE", (0, 0), (-1, 0), 0.5, black)]


def test_lines_between_the_rows_tell_that_a_label_goes_on(tmp_path: Path) -> None:
    def line(label: str, plan: str, spent: str, words: str) -> list[Paragraph]:
        left, right = Paragraph(label, CELL), Paragraph(words, CELL)
        return [left, Paragraph(plan, RIGHT), Paragraph(spent, RIGHT), right]

    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Bedragen in euro", TEXT),
        Table(
            [
                [*row("Activiteit", "Budget 2025", "Besteed 2025", bold=True),
                 Paragraph("Toelichting", BOLD)],
                line("Steunpunt voor<br/>Ouderen", "7.200", "7.100", WORDS),
                line("Dagje uit", "4.800", "3.900", WORDS * 2),
                line("Logeerhuis<br/>De Kade", "3.500", "-", WORDS),
                line("Jonge helpers", "1.200", "1.250", "Er waren elf helpers."),
            ],
            colWidths=[120, 70, 70, 220],
            style=TableStyle([*LINES, ("VALIGN", (0, 0), (-1, -1), "TOP")]),
        ),
    )  # fmt: skip

    assert {f.row_path for f in report.figures} == {
        ("Steunpunt voor Ouderen",), ("Dagje uit",), ("Logeerhuis De Kade",), ("Jonge helpers",),
    }  # fmt: skip
    assert _values(report)["Steunpunt voor Ouderen", "Besteed 2025"] == 7_100
    assert len(report.figures) == 7


def test_lines_above_totals_alone_leave_groups_what_they_are(tmp_path: Path) -> None:
    report = printed(
        tmp_path / "a.pdf",
        Paragraph("Bedragen in euro", TEXT),
        Table(
            [
                row("Verkeer", "2025", "2026", bold=True),
                row("Lasten", "", ""),
                row("Onderhoud van wegen en straten", "2.100", "2.200"),
                row("Bruggen", "3.100", "3.200"),
                row("Totaal lasten", "5.200", "5.400"),
                row("Baten", "", ""),
                row("Leges voor vergunningen", "6.100", "6.200"),
            ],
            colWidths=[200, 70, 70],
            style=TableStyle([
                ("LINEABOVE", (0, n), (-1, n), 0.5, black) for n in (0, 1, 4, 5)
            ]),
        ),
    )  # fmt: skip

    assert {f.row_path for f in report.figures if not f.is_total} == {
        ("Lasten", "Onderhoud van wegen en straten"),
        ("Lasten", "Bruggen"),
        ("Baten", "Leges voor vergunningen"),
    }
    assert _values(report)["Leges voor vergunningen", "2026"] == 6_200
