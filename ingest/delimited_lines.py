"""Tables in plain text whose cells are parted by a tab or a pipe, Markdown tables too."""

import re
from itertools import groupby

from ingest.joined import joined
from ingest.reading import Cell, Grid
from ingest.span import Span
from ingest.text_lines import TextLine

_RULE = re.compile(r"[\s|:+-]+")  # the line below a Markdown header, and drawn borders


def delimited_grids(text: str, lines: tuple[TextLine, ...]) -> tuple[tuple[Grid, Span], ...]:
    """Return the tables of two rows or more, each with the characters it takes."""
    found = []
    for mark, run in groupby(lines, key=_mark):
        table = [line for line in run if not _RULE.fullmatch(line.text)]
        if mark and len(table) > 1:
            rows = [_cells(text, line, mark) for line in table]
            width = max(len(row) for row in rows)
            filled = tuple(row + (Cell("", None),) * (width - len(row)) for row in rows)
            found.append((Grid(filled, 1), table[0].ink.cover(table[-1].ink)))
    return tuple(found)


def _mark(line: TextLine) -> str:
    """Return what parts the cells of a line: a tab, a pipe, or "" when it has no cells."""
    if "\t" in line.text.strip("\n"):
        return "\t"
    return "|" if line.text.count("|") >= 2 else ""


def _cells(text: str, line: TextLine, mark: str) -> tuple[Cell, ...]:
    ink = line.ink if mark == "|" else Span(line.start, line.start + len(line.text))
    if mark == "|":  # the pipes at both ends part nothing
        lead = ink.cut(text).startswith("|")
        tail = ink.cut(text).endswith("|")
        ink = Span(ink.start + lead, max(ink.start + lead, ink.end - tail))
    cells = []
    at = ink.start
    for part in ink.cut(text).split(mark):
        inside = part.strip()
        begin = at + len(part) - len(part.lstrip())
        cells.append(
            Cell(joined(inside), Span(begin, begin + len(inside))) if inside else Cell("", None)
        )
        at += len(part) + len(mark)
    return tuple(cells)
