"""Tables in plain text whose columns are parted by two spaces or more, as on a typewriter."""

import re

from ingest.cell_value import parse_cell
from ingest.layout_grids import grids_of_pages
from ingest.placed_words import Word
from ingest.reading import Grid
from ingest.span import Span
from ingest.table_lines import table_lines
from ingest.text_lines import TextLine

_WORD = re.compile(r"\S+")
# The made-up place of a character, in points: half as wide as high, as in fixed-width type, so that
# one space stays within a cell and two part two cells (see `ingest.table_lines`).
_WIDTH = 5.0
_HEIGHT = 12.0
_PITCH = 13.0


def spaced_grids(lines: tuple[TextLine, ...]) -> tuple[Grid, ...]:
    """Return the tables among ``lines``; one whose cells do not fall into place is left out."""
    words = tuple(
        Word(
            found.group(),
            Span(line.start + found.start(), line.start + found.end()),
            1,
            _WIDTH * found.start(),
            _WIDTH * found.end(),
            _PITCH * row,
            _PITCH * row + _HEIGHT,
            _weight(line),
        )
        for row, line in enumerate(lines)
        for found in _WORD.finditer(line.text.expandtabs(1))
    )
    grids = grids_of_pages((table_lines(words),)).grids
    return tuple(grid for grid in grids if _amounts(grid) > 1)


def _weight(line: TextLine) -> int:
    """Return a heavier type for a line of one cell: a group, as labels are hardly ever broken."""
    return 2 if "  " not in line.text.strip() else 1


def _amounts(grid: Grid) -> int:
    """Return the number of rows with an amount: prose with double spaces makes one at most."""
    return sum(
        any((value := parse_cell(cell.text)) and value.value is not None for cell in row)
        for row in grid.rows[grid.header_rows :]
    )
