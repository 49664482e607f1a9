"""Merged cells of a Word table, read as what they say about each row and column under them."""

import re
from dataclasses import dataclass

from ingest.cell_value import parse_cell
from ingest.reading import Cell

_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANK = Cell("", None)


@dataclass(frozen=True, slots=True)
class MergedCell:
    """One place of a table; merged with the cell ``above`` it, or with the one on its ``left``."""

    cell: Cell
    above: bool = False
    left: bool = False


def filled_rows(rows: tuple[tuple[MergedCell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of equally many cells; words of cells merged downwards stand in each row.

    An amount is never repeated. Where it is merged over rows of several labels it is that of all of
    them together, so that it stands nowhere. A cell merged to the right stands in its first place,
    a header of some columns in each of them.
    """
    width = max(map(len, rows), default=0)
    grid = [list(row) + [MergedCell(_BLANK)] * (width - len(row)) for row in rows]
    cells = [[place.cell for place in row] for row in grid]
    for column in range(width):
        for row in range(len(grid)):
            end = row + 1
            while end < len(grid) and grid[end][column].above and not grid[row][column].above:
                end += 1
            if end == row + 1:
                continue
            for below in range(row, end):
                cells[below][column] = _part(cells, grid, (row, end), below, column)
    for row in _header_rows(cells):
        _spread(cells[row], grid[row])
    return tuple(tuple(row) for row in cells)


def _spread(cells: list[Cell], places: list[MergedCell]) -> None:
    """Put the header of merged columns in each of them."""
    for column in range(1, len(cells)):
        if places[column].left and not cells[column].text:
            cells[column] = cells[column - 1]


def _header_rows(cells: list[list[Cell]]) -> range:
    """Return the rows at the top that name columns: two cells or more, and no amount but years.

    A title over all columns may stand above them.
    """
    filled = [[cell.text for cell in row if cell.text] for row in cells]
    first = next((i for i, texts in enumerate(filled) if len(texts) > 1), 0)
    end = first
    while end < len(filled) and len(filled[end]) > 1 and all(map(_is_name, filled[end])):
        end += 1
    return range(first, end if end < len(filled) else first)


def _is_name(text: str) -> bool:
    return bool(_YEAR.fullmatch(text)) or parse_cell(text) is None


def _part(
    cells: list[list[Cell]],
    grid: list[list[MergedCell]],
    rows: tuple[int, int],
    row: int,
    column: int,
) -> Cell:
    """Return what a cell merged over ``rows`` says in one of them."""
    first, end = rows
    whole = cells[first][column]
    if parse_cell(whole.text) is None:
        return whole
    words = [i for i in range(column) if parse_cell(cells[first][i].text) is None]
    one = words and all(grid[below][i].above for below in range(first + 1, end) for i in words)
    return whole if one and row == first else _BLANK
