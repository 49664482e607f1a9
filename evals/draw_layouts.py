"""Draws the pictures of ``docs/reports.md``: each layout as it is printed, cut to what is on it.

Run ``python -m evals.draw_layouts``. It prints how many figures were read from each, and writes
``docs/layouts/NAME.png``.
"""

import sys
import tempfile
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from evals.layouts import LAYOUTS, Layout
from ingest.find import find_sources
from ingest.read import read_report
from ingest.report import Report

_PICTURES = Path(__file__).resolve().parent.parent / "docs" / "layouts"
_SAMPLE = (
    Path(__file__).resolve().parent.parent / "docs" / "reports" / "voorbeeld-terugblik-2024.pdf"
)
_SCALE = 1.6  # pixels a point: print of 8 points can be read on a page of 800 pixels
_EDGE = 12  # pixels of white that stay around
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=10)
_RIGHT = ParagraphStyle("right", _CELL, alignment=2)
_BOLD = ParagraphStyle("bold", _CELL, fontName="Helvetica-Bold")
_BOLD_RIGHT = ParagraphStyle("bold right", _BOLD, alignment=2)
_MIDDLE = ParagraphStyle("middle", _BOLD, alignment=1)
_CAPTION = ParagraphStyle("caption", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=6)


def print_layout(layout: Layout, path: Path) -> Report:
    """Print a layout as a PDF of one page at ``path``, and return what is read from it."""
    spans = [("SPAN", (column, row), (column + over - 1, row)) for row, column, over in layout.wide]
    widths = _widths(layout)
    table = Table(
        [[_cell(layout, row, column) for column in range(len(widths))] for row in _range(layout)],
        colWidths=widths,
        style=TableStyle(spans),
        hAlign="LEFT",
    )
    document = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=40, rightMargin=40, invariant=1)
    document.build([Paragraph(layout.caption, _CAPTION), table])
    return read_report(find_sources((path,))[0])


def _range(layout: Layout) -> range:
    return range(len(layout.rows))


def _widths(layout: Layout) -> list[float]:
    """Return wide columns for words and narrow ones for amounts."""
    count = max(map(len, layout.rows))
    bodies = [[row[c] for row in layout.rows[layout.heads :] if c < len(row)] for c in range(count)]
    words = [_is_words(body) for body in bodies]
    narrow = 42.0 if count > 6 else 58.0 if count > 4 else 90.0
    return [115.0 if words[c] or c == 0 else narrow for c in range(count)]


def _is_words(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return sum(not any(char.isdigit() for char in cell) for cell in filled) > len(filled) / 2


def _cell(layout: Layout, row: int, column: int) -> Paragraph:
    cells = layout.rows[row]
    text = cells[column] if column < len(cells) else ""
    if any((row, column) == place[:2] for place in layout.wide):
        return Paragraph(text, _MIDDLE)
    bold = row < layout.heads or cells[0].startswith("Totaal")
    words = column == 0 or _is_words([r[column] for r in layout.rows[layout.heads :]])
    left, right = (_BOLD, _BOLD_RIGHT) if bold else (_CELL, _RIGHT)
    return Paragraph(text, left if words else right)


def draw(pdf: Path, number: int, to: Path, share: tuple[float, float] = (0.0, 1.0)) -> None:
    """Write page ``number`` (from 1) of a PDF as a picture without its empty edges.

    ``share`` is the part of the page from top (0) to bottom (1) that is drawn.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[number - 1].render(scale=_SCALE, grayscale=True).to_pil()
    finally:
        document.close()
    top, bottom = (int(part * page.height) for part in share)
    page = page.crop((0, top, page.width, bottom))
    ink = ImageChops.difference(page, Image.new("L", page.size, 255)).getbbox()
    if ink is None:
        message = f"page {number} of {pdf.name} is empty, expected a table"
        raise ValueError(message)
    left, upper, right, lower = ink
    box = (left - _EDGE, upper - _EDGE, right + _EDGE, lower + _EDGE)
    framed = Image.new("L", (box[2] - box[0], box[3] - box[1]), 255)
    framed.paste(page.crop(ink), (_EDGE, _EDGE))
    framed.quantize(16).save(to, optimize=True)


def main() -> int:
    """Draw all pictures; return 1 where a layout gives other figures than it should."""
    _PICTURES.mkdir(exist_ok=True)
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        for layout in LAYOUTS:
            path = Path(name) / f"{layout.name}.pdf"
            count = len(print_layout(layout, path).figures)
            wrong += count != layout.figures
            draw(path, 1, _PICTURES / f"{layout.name}.png")
            sys.stdout.write(f"{layout.name:20}{count:4} figures, expected {layout.figures}\n")
    draw(_SAMPLE, 4, _PICTURES / "inzet.png", (0.0, 0.39))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
