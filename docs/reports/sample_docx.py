"""Prints a sample as a Word file, the same bytes every time."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from sample_source import Block, Source, paragraphs

FIXED = datetime(2000, 1, 1)
STYLE = {
    "title": "Title",
    "h1": "Heading 1",
    "h2": "Heading 2",
    "h3": "Heading 3",
    "bullets": "List Bullet",
}


def print_docx(source: Source, path: Path) -> None:
    """Write ``source`` to ``path``; printing again with this python-docx gives equal bytes."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.subject = source.title, source.subject
    properties.author = "Raadsbron (voorbeeld)"
    properties.created = properties.modified = FIXED
    for block in source.blocks:
        _add(document, block)
    document.sections[0].footer.paragraphs[0].text = source.footer
    made = BytesIO()
    document.save(made)
    path.write_bytes(_without_clock(made.getvalue()))


def _add(document: Document, block: Block) -> None:
    if block.kind != "header":
        for line in block.lines:
            document.add_paragraph(line, STYLE.get(block.kind, "Normal"))
        return
    table = document.add_table(rows=0, cols=len(block.lines), style="Table Grid")
    for row in (block.lines, *block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = "\n".join(paragraphs(text))


def _without_clock(content: bytes) -> bytes:
    """Return the same archive with every entry dated alike."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(
                zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
