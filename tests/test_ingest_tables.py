"""A council member trusts every row of a budget table: its amount, label and explanation."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.line_grids import grids_from_lines
from ingest.parse import parse_report
from ingest.report import Report
from ingest.source import Source
from tests.budget_rows import ROWS, explanation, print_rows

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "reports"
SAMPLES = Path(__file__).resolve().parent.parent / "docs" / "reports"


def read(path: Path) -> Report:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    source = Source(path, path.stem, path.suffix[1:], (), len(content), path.stem, digest)
    return parse_report(source, Limits())


def rows_of(report: Report) -> list[tuple[str | None, int, str]]:
    rows = []
    for figure in report.figures:
        section = report.numbered_section(figure.section)
        rows.append((section.number if section else None, int(figure.value), _flat(figure.label)))
    return rows


def _flat(text: str) -> str:
    return text.replace("Netwerkontwikke-ling", "Netwerkontwikkeling")  # so typed in the Word file


def budget_files() -> list[Path]:
    """Return the real terugblik in its three formats, or the sample on a clone without it."""
    real = sorted(SHARED.glob("terugblik-2024.*"))
    return real or [SAMPLES / "voorbeeld-terugblik-2024.pdf"]


@pytest.mark.parametrize("path", budget_files(), ids=lambda path: path.name)
def test_all_thirty_budget_rows_stand_under_their_section(path: Path) -> None:
    expected = [(section, amount, label[:30]) for section, amount, label in ROWS]

    found = [(section, amount, label[:30]) for section, amount, label in rows_of(read(path))]

    assert found == expected


@pytest.mark.parametrize("path", budget_files(), ids=lambda path: path.name)
def test_a_quoted_row_runs_from_its_amount_to_the_end_of_its_label(path: Path) -> None:
    report = read(path)

    for figure in report.figures:
        quote = report.quote(figure.span)

        assert quote.startswith(figure.printed)
        assert "".join(quote.split()).endswith("".join(report.quote(figure.label_span).split()))
        assert figure.explanation is not None
        assert figure.span.end <= figure.explanation.start
        assert report.quote(figure.explanation)[:1].strip()


def test_a_row_that_runs_over_a_page_is_one_row_with_both_pages() -> None:
    report = read(budget_files()[-2] if len(budget_files()) > 1 else budget_files()[0])
    over = [f for f in report.figures if f.page != f.page_end]

    assert over
    assert all(f.page is not None and f.page_end == f.page + 1 for f in over)


HEADERS = {
    "Capitals": ("Inzet", "Ten behoeve van", "Toelichting en resultaten"),
    "small letters": ("inzet", "ten behoeve van", "toelichting en resultaten"),
    "other words": ("Bedrag", "Activiteit", "Toelichting"),
}


@pytest.mark.parametrize("repeat", [True, False], ids=["header on each page", "header once"])
@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_the_rows_come_out_of_another_producers_ruled_tables(
    tmp_path: Path, header: tuple[str, str, str], repeat: bool
) -> None:
    path = tmp_path / "terugblik.pdf"
    print_rows(path, header, repeat=repeat)
    report = read(path)

    assert rows_of(report) == [tuple(row) for row in ROWS]
    for index, figure in enumerate(report.figures):
        assert figure.explanation is not None
        read_words = Counter(report.quote(figure.explanation).split())
        extra = read_words - Counter(explanation(index).split())
        # A footer and a repeated header may lie inside a cell that runs over a page.
        assert not Counter(explanation(index).split()) - read_words
        assert sum(extra.values()) <= 12 * ((figure.page_end or 0) - (figure.page or 0))


def test_tables_of_plain_text_keep_blank_cells_blank() -> None:
    text = (
        "Bedragen x € 1.000\n\n"
        "Programma      Begroot 2024   Realisatie 2024   Verschil\n"
        "Jeugd                12.400            13.150       -750\n"
        "Wmo                   8.200                          100\n"
    )

    (grid,) = grids_from_lines(text)

    assert [[cell.text for cell in row] for row in grid.rows[1:]] == [
        ["Jeugd", "12.400", "13.150", "-750"],
        ["Wmo", "8.200", "", "100"],
    ]
    for row in grid.rows:
        assert all(cell.span is None or cell.span.cut(text) == cell.text for cell in row)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| Post | 2024 |\n|---|--:|\n| Sport | € 5 |\n", [["Post", "2024"], ["Sport", "€ 5"]]),
        ("Post\t2024\t2025\nSport\t\t10\n", [["Post", "2024", "2025"], ["Sport", "", "10"]]),
        (
            "Baten Begroting 2024 Realisatie 2024\nRijk €1.500 €1.600\nHuur €900 €950\n",
            [
                ["Baten", "Begroting 2024", "Realisatie 2024"],
                ["Rijk", "€1.500", "€1.600"],
                ["Huur", "€900", "€950"],
            ],
        ),
    ],
    ids=["Markdown", "tabs", "columns lost"],
)
def test_plain_text_tables_of_other_kinds_are_read(text: str, rows: list[list[str]]) -> None:
    (grid,) = grids_from_lines(text)

    assert [[cell.text for cell in row] for row in grid.rows] == rows


def test_a_table_with_a_row_nobody_can_place_is_left_out_whole() -> None:
    rows = "Rijk €1.500 €1.600\nHuur €900 €950\nInkoop €12.000\n"
    text = f"Lasten Begroting 2024 Realisatie 2024\n{rows}"

    assert grids_from_lines(text) == ()


def test_prose_holds_no_tables() -> None:
    text = "In 2024 gaf de raad 1.500 euro uit.\nDat was 3%  meer dan in 2023.\n\n2  Inleiding\n"

    assert grids_from_lines(text) == ()
