"""Tables in plain text that lost their columns: a label, then amounts with one space between."""

import re

from ingest.joined import joined
from ingest.reading import Cell, Grid
from ingest.span import Span
from ingest.text_lines import TextLine

# Only marked amounts count ("€", thousands dots, percent): a bare number may be part of a label.
_AMOUNT = r"(?:€\s?-?\d[\d.]*(?:,\d\d|,-)?|-?\d{1,3}(?:\.\d{3})+(?:,\d\d)?|-?\d+(?:,\d+)?\s?%)"
_ROW = re.compile(rf"\s*(?P<label>\S.*?)(?P<amounts>(?:\s+{_AMOUNT})+)\s*$")
_RULE = re.compile(r"[\s=_-]*")
_LOOSE = 0.25  # of the rows of a table that may have amounts in no known column
_LONGEST = 140  # characters; a longer line is a sentence that ends with an amount


def trailing_grids(text: str, lines: tuple[TextLine, ...]) -> tuple[Grid, ...]:
    """Return the tables whose header can be told apart into as many columns as the rows have.

    A blank cell is known by the room that it leaves: a space for itself beside that between cells.
    Amounts of a row with too little room stand in columns of their own behind the others, which
    have no header: nobody can tell what they are, but the row is there. A table with many such
    rows is left out whole.
    """
    grids = []
    block: list[TextLine] = []
    for line in (*lines, TextLine("", 0)):
        if _RULE.fullmatch(line.text) and line.text.strip():
            continue
        if _belongs(line):
            block.append(line)
            continue
        grids += _grids(text, block)
        block = []
    return tuple(grids)


def _belongs(line: TextLine) -> bool:
    """Return whether a line can be part of a table: short, and it ends no sentence."""
    ink = line.text.strip()
    if not ink:
        return bool(line.text)
    return len(ink) <= _LONGEST and not ink.endswith((".", ":", ";"))


def _grids(text: str, block: list[TextLine]) -> list[Grid]:
    found = [(line, _ROW.match(line.text)) for line in block if line.text.strip()]
    counts = [len(re.findall(_AMOUNT, row["amounts"])) for _, row in found if row]
    if len(counts) < 2 or found[0][1] is not None:
        return []
    width = max(counts)
    first = next(index for index, (_, row) in enumerate(found) if row)
    header = _header(found[first - 1][0], width)
    placed = [_places(line, row, width) for line, row in found if row]
    loose = placed.count(None)
    if header is None or counts.count(width) < 2 or loose > _LOOSE * len(placed):
        return []
    blank = Cell("", None)
    behind = max((n for n, at in zip(counts, placed, strict=True) if at is None), default=0)
    rows = [_row(text, line, row, (width, behind)) for line, row in found[first:]]
    return [Grid(((*header, *[blank] * behind), *rows), 1)]


def _places(line: TextLine, row: re.Match[str], width: int) -> list[int] | None:
    """Return the column of each amount of a row, from 0, or None where that is not known."""
    at, columns = -1, []
    end = row.end("label")
    for found in _amounts(line, row):
        at += 1 + (found.start() - end - 1) // 2
        columns.append(at)
        end = found.end()
    behind = (len(line.text) - end) // 2
    return columns if at + 1 + behind == width else None


def _amounts(line: TextLine, row: re.Match[str]) -> list[re.Match[str]]:
    found = re.finditer(_AMOUNT, line.text)
    return [match for match in found if match.start() >= row.start("amounts")]


def _header(line: TextLine, width: int) -> tuple[Cell, ...] | None:
    """Return the header cells: each begins with a capital and holds the words up to the next."""
    starts = [found.start() for found in re.finditer(r"(?<!\S)[A-Z]", line.text)]
    if len(starts) not in (width, width + 1):
        return None
    ends = [*starts[1:], len(line.text)]
    cells = [
        Cell(line.text[a:b].strip(), Span(line.start + a, line.start + len(line.text[:b].rstrip())))
        for a, b in zip(starts, ends, strict=True)
    ]
    return tuple(cells) if len(cells) > width else (Cell("", None), *cells)


def _row(
    text: str, line: TextLine, row: re.Match[str] | None, widths: tuple[int, int]
) -> tuple[Cell, ...]:
    """Return the cells of a row; ``widths`` counts the columns, and those without a header."""
    width, behind = widths
    cells = [Cell("", None)] * (width + behind)
    if row is None:
        return (Cell(joined(line.text), line.ink), *cells)
    label = Span(line.start + row.start("label"), line.start + row.end("label"))
    amounts = _amounts(line, row)
    places = _places(line, row, width) or range(width, width + len(amounts))
    for place, found in zip(places, amounts, strict=True):
        span = Span(line.start + found.start(), line.start + found.end())
        cells[place] = Cell(span.cut(text), span)
    return (Cell(joined(label.cut(text)), label), *cells)
