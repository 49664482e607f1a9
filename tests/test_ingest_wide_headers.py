"""An amount has its own headers, also where those take more columns than others beside it."""

from pathlib import Path

import docx
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table, TableStyle

from ingest.full_header import with_full_header
from ingest.reading import Cell, Grid
from ingest.report import Report
from tests.test_ingest_layouts import BOLD, CELL, RIGHT, TEXT, printed, read, row

SIDES = ("at the left", "in the middle", "at the right")
PATHS = {
    "a forecast of more years": (
        ("Rekening", "2023"),
        ("Begroting", "2024"),
        ("Meerjarenraming", "2025"),
        ("Meerjarenraming", "2026"),
        ("Meerjarenraming", "2027"),
    ),
    "two stages of a budget beside what was spent": (
        ("Begroting 2024", "Primitief", "Lasten"),
        ("Begroting 2024", "Primitief", "Baten"),
        ("Begroting 2024", "Na wijziging", "Lasten"),
        ("Begroting 2024", "Na wijziging", "Baten"),
        ("Rekening 2024", "", "Lasten"),
        ("Rekening 2024", "", "Baten"),
    ),
    "three columns beside two": (
        ("Begroting 2024", "Eerst"),
        ("Begroting 2024", "Later"),
        ("Rekening 2024", "Lasten"),
        ("Rekening 2024", "Baten"),
        ("Rekening 2024", "Saldo"),
    ),
}  # fmt: skip


def _report(path: Path, paths: tuple[tuple[str, ...], ...], align: int) -> Report:
    """Print a table whose upper headers stand at the left (0), middle (1) or right (2)."""
    wide = ParagraphStyle("wide", BOLD, alignment=align)
    head, spans = [], []
    depth = len(paths[0])
    for level in range(depth - 1):
        cells = [Paragraph("", wide)]
        for at, names in enumerate(paths):
            first = at == 0 or paths[at - 1][: level + 1] != names[: level + 1]
            end = at
            while end + 1 < len(paths) and paths[end + 1][: level + 1] == names[: level + 1]:
                end += 1
            cells.append(Paragraph(names[level], wide) if first else "")
            if first and end > at:
                spans.append(("SPAN", (at + 1, level), (end + 1, level)))
        head.append(cells)
    head.append(row("Bedragen in euro", *(names[-1] for names in paths), bold=True))
    body = [
        row(label, *(f"{10 * n + at + 1}.{at}00" for at in range(len(paths))))
        for n, label in enumerate(("Zwembad", "Theater", "Museum"))
    ]
    widths = [140, *[58] * len(paths)]
    table = Table([*head, *body], colWidths=widths, style=TableStyle(spans))
    return printed(path, Paragraph("Overzicht van de voorzieningen", TEXT), table)


CASES = [
    pytest.param(paths, align, id=f"{name}, {SIDES[align]}")
    for name, paths in PATHS.items()
    for align in range(3)
]
UNCLEAR = (PATHS["three columns beside two"], 0)  # headers fit over two and three, or three and two


@pytest.mark.parametrize(("paths", "align"), [c for c in CASES if tuple(c.values) != UNCLEAR])
def test_each_column_has_the_headers_that_stand_over_it(
    tmp_path: Path, paths: tuple[tuple[str, ...], ...], align: int
) -> None:
    report = _report(tmp_path / "a.pdf", paths, align)

    found = [" ".join(f.column_path) for f in report.figures if f.label == "Zwembad"]
    assert found == [" ".join(name for name in path if name) for path in paths]


def test_no_column_gets_the_header_of_another_where_two_ways_fit(tmp_path: Path) -> None:
    report = _report(tmp_path / "a.pdf", *UNCLEAR)

    found = [" ".join(f.column_path) for f in report.figures if f.label == "Zwembad"]
    assert [path.split()[-1] for path in found] == ["Eerst", "Later", "Lasten", "Baten", "Saldo"]
    own = [set(" ".join(path).split()) for path in UNCLEAR[0]]
    assert all(set(path.split()) <= words for path, words in zip(found, own, strict=True))


@pytest.mark.parametrize("paths", PATHS.values(), ids=PATHS)
def test_merged_cells_of_word_give_their_header_to_their_own_columns_only(
    tmp_path: Path, paths: tuple[tuple[str, ...], ...]
) -> None:
    document = docx.Document()
    document.add_paragraph("Overzicht van de voorzieningen (bedragen in euro)")
    table = document.add_table(len(paths[0]) + 2, len(paths) + 1)
    for level in range(len(paths[0])):
        for at, names in enumerate(paths):
            cell = table.cell(level, at + 1)
            if at and paths[at - 1][: level + 1] == names[: level + 1]:
                cell.merge(table.cell(level, at))
            elif names[level]:
                cell.text = names[level]
    for row_number, label in enumerate(("Zwembad", "Theater"), len(paths[0])):
        for at, text in enumerate((label, *(f"{row_number}.{n}00" for n in range(len(paths))))):
            table.cell(row_number, at).text = text
    document.save(str(tmp_path / "a.docx"))

    figures = read(tmp_path / "a.docx").figures
    found = [" ".join(f.column_path) for f in figures if f.label == "Zwembad"]
    assert found == [" ".join(name for name in path if name) for path in paths]


def test_a_label_of_several_lines_is_one_where_its_amounts_stand_beside_the_first(
    tmp_path: Path,
) -> None:
    rows = [("Wonen en<br/>bouwen", "1.680", "3.901"), ("Maatwerkvoorzieningen", "5", "6")]
    labels = ParagraphStyle("narrow", CELL, leading=9)
    table = Table(
        [
            row("Bedragen in euro", "2024", "2025", bold=True),
            *[[Paragraph(r[0], labels), *(Paragraph(a, RIGHT) for a in r[1:])] for r in rows],
            [Paragraph("Jeugd, school<br/>en gezin", labels),
             Paragraph("4.100", RIGHT), Paragraph("4.200", RIGHT)],
        ],
        colWidths=[100, 60, 60],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 0),
                          ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]),
    )  # fmt: skip
    report = printed(tmp_path / "a.pdf", Paragraph("Kosten", TEXT), table)

    assert [f.label for f in report.figures if f.year == 2024] == [
        "Wonen en bouwen", "Maatwerkvoorzieningen", "Jeugd, school en gezin",
    ]  # fmt: skip


def test_a_row_of_amounts_is_no_header() -> None:
    rows = (("Jeugd", "1.100", "1.200"), ("Zorg", "2.100", "2.200"))
    grid = Grid(tuple(tuple(Cell(text, None) for text in cells) for cells in rows), 1)

    assert with_full_header(grid).header_rows == 0
