"""A council member quotes a report in columns, and no sentence is mixed with the one beside it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from ingest.report import Report
from tests.column_pages import (
    HEADS,
    PITCH,
    SHIFTED,
    SIZE,
    STORY,
    THREE,
    TOP,
    TWO,
    Layout,
    columns_of,
    draw_columns,
    draw_lines,
    draw_rows,
    draw_words,
    new_page,
)
from tests.reading_parts import parse_file

Draw = Callable[[Canvas, Sequence[Sequence[str]], Layout, float], float]


def _read(page: Canvas, path: Path) -> Report:
    page.showPage()
    page.save()
    return parse_file(path)


def _sentences(report: Report) -> list[str]:
    return [" ".join(report.quote(sentence.span).split()) for sentence in report.sentences]


def _as_stored(path: Path) -> str:
    return PdfReader(path).pages[0].extract_text()


@pytest.mark.parametrize(
    ("draw", "layout"),
    [
        pytest.param(draw_columns, TWO, id="two columns, column after column"),
        pytest.param(draw_lines, TWO, id="two columns, line by line"),
        pytest.param(draw_lines, SHIFTED, id="line by line, not on one base line"),
        pytest.param(draw_words, TWO, id="justified, word by word from side to side"),
        pytest.param(draw_rows, TWO, id="rows of print with blanks between the columns"),
        pytest.param(draw_columns, THREE, id="three columns, column after column"),
        pytest.param(draw_lines, THREE, id="three columns, line by line"),
    ],
)
def test_sentences_in_columns_are_whole_however_they_are_drawn(
    tmp_path: Path, draw: Draw, layout: Layout
) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    narrow = layout if draw is not draw_rows else Layout(layout.lefts, 200.0)
    draw(page, columns_of(STORY, narrow), layout, TOP)
    report = _read(page, path)
    assert _sentences(report) == list(STORY)
    assert sorted(_as_stored(path).split()) == sorted(report.text.split())


def test_text_that_is_stored_column_after_column_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    draw_columns(page, columns_of(STORY, TWO), TWO, TOP)
    assert _read(page, path).text == _as_stored(path)


def test_a_heading_over_the_columns_stays_above_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    below = TOP
    for title, part in (("1 " + HEADS[0], STORY[:8]), ("2 " + HEADS[0], STORY[8:])):
        page.setFont("Helvetica-Bold", 14)
        page.drawString(60, below, title)
        page.setFont("Helvetica", SIZE)
        below = draw_lines(page, columns_of(part, TWO), TWO, below - 2 * PITCH) - PITCH
    report = _read(page, path)
    assert [section.number for section in report.sections] == ["1", "2"]
    told = [s for s in report.sentences if report.quote(s.span)[0] not in "12"]
    assert [" ".join(report.quote(s.span).split()) for s in told] == list(STORY)
    assert [s.section for s in told] == [0] * 8 + [1] * 8


def test_text_over_the_whole_width_stands_before_and_behind_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    wide = Layout((60.0,), 475.0)
    below = draw_lines(page, columns_of(STORY[:3], wide), wide, TOP)
    below = draw_lines(page, columns_of(STORY[3:13], TWO), TWO, below)
    draw_lines(page, columns_of(STORY[13:], wide), wide, below)
    assert _sentences(_read(page, path)) == list(STORY)


def test_names_side_by_side_below_the_columns_keep_their_functions(tmp_path: Path) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    below = draw_lines(page, columns_of(STORY, TWO), TWO, TOP) - PITCH
    signed = [["de secretaris,", "A. de Groot"], ["de burgemeester,", "B. Vermeer"]]
    draw_lines(page, signed, TWO, below)
    report = _read(page, path)
    assert report.text.endswith("de secretaris,\nde burgemeester,\nA. de Groot\nB. Vermeer")
    assert _sentences(report)[: len(STORY)] == list(STORY)


@pytest.mark.parametrize("draw", [draw_columns, draw_lines])
def test_a_table_below_both_columns_gives_its_figures(tmp_path: Path, draw: Draw) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    below = draw(page, columns_of(STORY, TWO), TWO, TOP) - PITCH
    rows = [
        ("Post", "Begroot 2024", "Begroot 2025"),
        ("Podium op het plein", "€ 12.500", "€ 13.000"),
        ("Pad langs de sluis", "€ 48.250", "€ 51.750"),
        ("Lampen en banken", "€ 7.400", "€ 8.100"),
    ]
    for number, row in enumerate(rows):
        page.drawString(60, below - 16 * number, row[0])
        page.drawRightString(390, below - 16 * number, row[1])
        page.drawRightString(520, below - 16 * number, row[2])
    report = _read(page, path)
    assert _sentences(report)[: len(STORY)] == list(STORY)
    found = {(f.label, f.year): int(f.value) for f in report.figures}
    assert found == {
        ("Podium op het plein", 2024): 12_500,
        ("Podium op het plein", 2025): 13_000,
        ("Pad langs de sluis", 2024): 48_250,
        ("Pad langs de sluis", 2025): 51_750,
        ("Lampen en banken", 2024): 7_400,
        ("Lampen en banken", 2025): 8_100,
    }


def _prose_cells(page: Canvas) -> None:
    """Draw a table without borders: two cells of prose a row, from side to side."""
    below = TOP
    for left, right in zip(STORY[:8], STORY[8:], strict=True):
        cells = [columns_of([text], Layout((60.0,), 225.0))[0] for text in (left, right)]
        below = draw_lines(page, cells, TWO, below) + PITCH


def _spaced_cells(page: Canvas) -> None:
    below = TOP
    for left, right in zip(STORY[:8], STORY[8:], strict=True):
        cells = [columns_of([text], Layout((60.0,), 225.0))[0] for text in (left, right)]
        below = draw_lines(page, cells, TWO, below)


def _ruled_cells(page: Canvas) -> None:
    draw_lines(page, columns_of(STORY, TWO), TWO, TOP)
    for height in (TOP + 12, TOP - 66, TOP - 126):
        page.line(55, height, 540, height)


def _terms(page: Canvas) -> None:
    layout = Layout((60.0, 200.0), 335.0)
    below = TOP
    for number, text in enumerate(STORY[:8]):
        cells = [[f"Begrip {number}"], columns_of([text], Layout((0.0,), 335.0))[0]]
        below = draw_lines(page, cells, layout, below) + PITCH


def _signatures(page: Canvas) -> None:
    names = ("A. de Groot", "B. Vermeer", "C. van Dam", "D. Mulder")
    functions = ("secretaris", "burgemeester", "griffier", "voorzitter")
    lines = [part for pair in zip(functions, names, strict=True) for part in pair]
    draw_lines(page, [lines, lines[::-1]], TWO, TOP)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(_prose_cells, id="rows of two cells of prose, close together"),
        pytest.param(_spaced_cells, id="rows of two cells of prose, white between them"),
        pytest.param(_ruled_cells, id="lines drawn across both columns"),
        pytest.param(_terms, id="a term and what it means"),
        pytest.param(_signatures, id="names and functions side by side"),
    ],
)
def test_what_may_be_a_table_is_left_in_its_order(
    tmp_path: Path, draw: Callable[[Canvas], None]
) -> None:
    path = tmp_path / "nota.pdf"
    page = new_page(path)
    draw(page)
    assert _read(page, path).text == _as_stored(path)
