"""Reads a Word document into stored text, lines and tables."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ingest.docx_hidden import is_on, is_unseen
from ingest.docx_merges import MergedCell, filled_rows
from ingest.docx_numbers import ListNumbers
from ingest.errors import UnreadableReport
from ingest.limits import Limits
from ingest.line import Line
from ingest.reading import Cell, Grid, Reading
from ingest.span import Span

Node = Any  # python-docx and lxml come without types
_HEADING = re.compile(r"(?:heading|kop)\s*(\d)$", re.IGNORECASE)
_DEEPEST_TABLE = 4  # a table in a table in a table ...; deeper is not a report


def read_docx(path: Path, limits: Limits) -> tuple[Reading, tuple[Line, ...]]:
    """Return what a Word document holds, in the order of the document, one paragraph a line.

    Cells of a row are joined by a tab and rows by a newline. List marks that Word prints stand in
    the text. Text that was deleted with tracked changes is left out, inserted text is in; so are
    headers, footers and text that can't be seen left out. There are no pages: Word lays them out
    anew on every machine.

    Raises:
        UnreadableReport: broken, locked with a password, no Word document, too big, or empty.
    """
    _check(path, limits)
    try:
        document = docx.Document(str(path))
        writer = _Writer(document)
        writer.body(document.element.body, document)
        hides = any(is_unseen(node) for node in document.element.body.iter(qn("w:t")) if node.text)
        title = " ".join((document.core_properties.title or "").split())
    except UnreadableReport:
        raise
    except Exception as error:
        raise UnreadableReport(_broken(path.name, error)) from error
    text = "".join(writer.parts)
    if not text.strip():
        message = f"{path.name} is leeg: er staat geen tekst in. Controleer het bestand."
        raise UnreadableReport(message)
    notices = ("Het bestand heeft onzichtbare tekst, die is weggelaten.",) if hides else ()
    return Reading(text, (), tuple(writer.grids), notices, title or None), tuple(writer.lines)


def _broken(name: str, error: Exception) -> str:
    return (
        f"{name} is beschadigd: het is niet als Word-document te openen ({type(error).__name__}). "
        "Sla het opnieuw op als DOCX of PDF."
    )


def _check(path: Path, limits: Limits) -> None:
    """Look into the zip file before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            names = {info.filename for info in infos}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableReport(_broken(path.name, error)) from error
    if "word/document.xml" not in names and "[Content_Types].xml" not in names:
        message = f"{path.name} is geen Word-document, al heet het zo. Sla het op als DOCX of PDF."
        raise UnreadableReport(message)
    unpacked = sum(info.file_size for info in infos)
    if unpacked > limits.unpacked:
        message = (
            f"{path.name} is uitgepakt {unpacked // 1024**2} MB; gelezen wordt tot "
            f"{limits.unpacked // 1024**2} MB. Haal de afbeeldingen eruit of splits het."
        )
        raise UnreadableReport(message)


@dataclass(slots=True)
class _Writer:
    """Puts the stored text together and remembers where everything stands in it."""

    document: Node
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    length: int = 0
    numbers: ListNumbers = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = ListNumbers(self.document)

    def write(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)

    def body(self, element: Node, parent: Node, depth: int = 0) -> None:
        """Write the paragraphs and tables of a body or cell, content controls opened."""
        for child in element.iterchildren():
            if child.tag == qn("w:p"):
                self._paragraph(Paragraph(child, parent))
                self.write("\n")
            elif child.tag == qn("w:tbl") and depth < _DEEPEST_TABLE:
                self._table(Table(child, parent), depth)
            elif child.tag == qn("w:sdt"):
                content = child.find(qn("w:sdtContent"))
                if content is not None and depth < 4 * _DEEPEST_TABLE:
                    self.body(content, parent, depth + 1)

    def _paragraph(self, paragraph: Paragraph) -> None:
        text = _text(paragraph)
        if not text.strip():
            return
        style = _style(paragraph)
        mark = self.numbers.mark(paragraph, style)
        level = _level(style)
        bold = _is_bold(paragraph, style)
        if mark and not text.lstrip().startswith(mark):
            text = f"{mark} {text.lstrip()}"
        for number, row in enumerate(text.split("\n")):
            if number:
                self.write("\n")
            if row.strip():
                start = self.length + len(row) - len(row.lstrip())
                span = Span(start, start + len(row.strip()))
                self.lines.append(Line(span, bold=bold, apart=True, whole=True, level=level))
            self.write(row)

    def _table(self, table: Table, depth: int) -> None:
        rows: list[tuple[MergedCell, ...]] = []
        headers = 0
        for number, row in enumerate(_inside(table._tbl, "w:tr")):
            cells = tuple(self._cells(row, table, depth))
            if cells:
                rows.append(cells)
            headers += number == headers and _repeats(row)
            self.write("\n")
        if any(rows):
            heads = headers or min(1, len(rows) - 1)
            self.grids.append(Grid(filled_rows(tuple(rows)), heads, spread=True))

    def _cells(self, row: Node, table: Table, depth: int) -> Iterator[MergedCell]:
        for _ in range(_left_out(row)):
            yield MergedCell(Cell("", None))
        for number, element in enumerate(_inside(row, "w:tc")):
            if number:
                self.write("\t")
            start, first = self.length, len(self.parts)
            above = _continues(element)
            if not above:
                self._cell(element, table, depth, first)
            text = "".join(self.parts[first:])
            stripped = text.strip()
            begin = start + len(text) - len(text.lstrip())
            span = Span(begin, begin + len(stripped)) if stripped else None
            yield MergedCell(Cell(" ".join(stripped.split()), span), above=above)
            for _ in range(_width(element) - 1):
                yield MergedCell(Cell("", None), above=above, left=True)

    def _cell(self, element: Node, table: Table, depth: int, first: int) -> None:
        """Write a cell from part ``first``, a line a paragraph, no newline behind the last."""
        self.body(element, _Cell(element, table), depth + 1)
        while len(self.parts) > first and self.parts[-1] == "\n":
            self.parts.pop()
            self.length -= 1


def _text(paragraph: Paragraph) -> str:
    """Return the text as it stands when all changes are accepted; footnote marks left out."""
    pieces: list[str] = []
    for node in paragraph._p.iter():
        if node.tag == qn("w:t") and not _is_removed(node):
            pieces.append(node.text or "")
        elif node.tag == qn("w:tab") and node.getparent().tag == qn("w:r"):
            pieces.append("\t")
        elif node.tag in (qn("w:br"), qn("w:cr")):
            pieces.append("\n")
        elif node.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
    return "".join(pieces)


def _is_removed(node: Node) -> bool:
    """Tell text in a deletion or the old place of a move, and text that can't be seen."""
    parent = node.getparent()
    while parent is not None and parent.tag != qn("w:p"):
        if parent.tag in (qn("w:del"), qn("w:moveFrom")):
            return True
        parent = parent.getparent()
    return is_unseen(node)


def _style(paragraph: Paragraph) -> Node:
    try:
        return paragraph.style
    except (KeyError, AttributeError, ValueError):
        return None


def _level(style: Node) -> int | None:
    """Return the heading level of a style, its own or inherited; 0 for a title."""
    for _ in range(10):
        if style is None:
            return None
        name = (style.name or "").strip()
        if name.lower() in ("title", "titel"):
            return 0
        if match := _HEADING.match(name):
            return int(match.group(1)) or None
        style = style.base_style
    return None


def _is_bold(paragraph: Paragraph, style: Node) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    inherited = bool(style is not None and style.font.bold)
    return bool(runs) and all(inherited if run.bold is None else run.bold for run in runs)


def _repeats(row: Node) -> bool:
    properties = row.trPr
    return properties is not None and is_on(properties.find(qn("w:tblHeader")))


def _inside(element: Node, tag: str) -> Iterator[Node]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in element.iterchildren():
        if child.tag == qn(tag):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _inside(child, tag)


def _left_out(row: Node) -> int:
    """Return how many columns a row leaves out before its first cell."""
    properties = row.trPr
    before = properties.find(qn("w:gridBefore")) if properties is not None else None
    value = before.get(qn("w:val"), "0") if before is not None else "0"
    return min(50, int(value)) if value.isdigit() else 0


def _continues(cell: Node) -> bool:
    """Tell a cell that is merged with the one above it."""
    properties = cell.tcPr
    merge = properties.find(qn("w:vMerge")) if properties is not None else None
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _width(cell: Node) -> int:
    properties = cell.tcPr
    span = properties.find(qn("w:gridSpan")) if properties is not None else None
    value = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(50, int(value)) if value.isdigit() else 1
