"""Prints a sample as a PDF with real ruled tables, the same bytes every time."""

from html import escape
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from sample_source import Block, Source, paragraphs

BLUE = HexColor("#1f3864")
MARGIN = 68  # points; about 24 mm, as letters of a municipality have
# Vera comes with reportlab; the built-in Helvetica prints "•" as a code that pypdf reads as DEL.
for _font in ("Vera", "VeraBd"):
    registerFont(TTFont(_font, f"{_font}.ttf"))
TEXT = ParagraphStyle("text", fontName="Vera", fontSize=9.5, leading=14, spaceAfter=7)
STYLES = {
    "title": ParagraphStyle("title", TEXT, fontName="VeraBd", fontSize=17, leading=21),
    "h1": ParagraphStyle("h1", TEXT, fontName="VeraBd", fontSize=14, leading=18),
    "h2": ParagraphStyle("h2", TEXT, fontName="VeraBd", fontSize=12, leading=16),
    "h3": ParagraphStyle("h3", TEXT, fontName="VeraBd", textColor=BLUE),
    "text": TEXT,
    "note": ParagraphStyle("note", TEXT, fontSize=8, leading=10),
    "bullets": ParagraphStyle(
        "bullets", TEXT, bulletFontName="Vera", leftIndent=14, bulletIndent=2, spaceAfter=3
    ),
    "cell": ParagraphStyle("cell", TEXT, fontSize=8.5, leading=12.5, spaceAfter=0),
    "right": ParagraphStyle("right", TEXT, fontSize=8.5, leading=12.5, spaceAfter=0, alignment=2),
    "head": ParagraphStyle("head", TEXT, fontName="VeraBd", fontSize=8, leading=12.5),
}
for _name in ("h1", "h2", "h3"):
    STYLES[_name].spaceBefore = 10
HEADING_ROOM = 90  # points left under a heading: some lines, or a table's header and first lines
GRID = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.6, black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)


def print_pdf(source: Source, path: Path) -> None:
    """Write ``source`` to ``path``; printing again with this reportlab gives equal bytes."""
    rl_config.invariant = 1  # no date of now and no random id in the file
    document = _SampleDocument(
        str(path),
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=60,
        bottomMargin=64,
        title=source.title,
        author="Raadsbron (voorbeeld)",
        subject=source.subject,
        lang="nl",
        pageCompression=0,  # compressed bytes differ between builds of zlib
    )
    document.source = source
    document.build([flowable for block in source.blocks for flowable in _flowables(block)])


class _SampleDocument(SimpleDocTemplate):  # type: ignore[misc]
    """Draws the footer last on each page, as word processors do."""

    source: Source

    def afterPage(self) -> None:  # noqa: N802 - reportlab's name
        self.canv.setFont("Vera", 7)
        self.canv.drawString(MARGIN, 34, self.source.footer)
        number = f"{self.source.page_word} {self.page}".strip()
        self.canv.drawRightString(A4[0] - MARGIN, 34, number)


def _flowables(block: Block) -> list[Flowable]:
    if block.kind == "header":
        return [_table(block), Spacer(1, 8)]
    if block.kind == "columns":
        return [_columns(block), Spacer(1, 8)]
    room = [CondPageBreak(HEADING_ROOM)] if block.kind in {"h1", "h2", "h3"} else []
    mark = "•" if block.kind == "bullets" else None
    style = STYLES[block.kind]
    return room + [Paragraph(escape(line), style, bulletText=mark) for line in block.lines]


def _table(block: Block) -> Table:
    heads = [Paragraph(escape(cell), STYLES["head"]) for cell in block.lines]
    body = [[_cell(text, block.right) for text in row] for row in block.rows]
    return Table(
        [heads, *body],
        colWidths=list(block.widths),
        repeatRows=1 if block.repeat else 0,
        splitInRow=1,  # a long row runs on over the page, without its label
        style=GRID,
    )


def _columns(block: Block) -> Table:
    """Return a table without rules: the lines of a letter's head or of its signatures."""
    rows = [[_cell(text) for text in line.split("|")] for line in block.lines]
    return Table(rows, colWidths=list(block.widths), hAlign="LEFT")


def _cell(text: str, right: bool = False) -> list[Flowable]:
    style = STYLES["right" if right and _is_number(text) else "cell"]
    return [Paragraph(escape(part), style) for part in paragraphs(text)]


def _is_number(text: str) -> bool:
    return bool(text.strip()) and not text.strip(" -+.,0123456789%€()*")
