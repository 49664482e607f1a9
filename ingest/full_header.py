"""The whole header of a table whose file marks one header row only."""

import re
from dataclasses import replace

from ingest.cell_value import parse_cell
from ingest.reading import Cell, Grid

_MONEY = ".,€%"  # a bare number in a header numbers its column, or is a year
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_IN_EUROS = re.compile(r"€?\s*(?:19|20)\d\d\s*€?")  # "2025" above "€", in one header cell


def with_full_header(grid: Grid) -> Grid:
    """Return the grid with all its header rows, a header over several columns in each of them.

    Word marks no second header row, and text leaves the cells under a wide header blank. A row
    below the header belongs to it when half of its cells are words or years and none is an amount.

    >>> blank = Cell("", None)
    >>> words = [["Post", "2024", "", "2025", ""], ["", "lasten", "baten", "lasten", "baten"]]
    >>> rows = tuple(tuple(Cell(word, None) if word else blank for word in row) for row in words)
    >>> full = with_full_header(Grid((*rows, tuple(Cell(x, None) for x in "a1234")), 1))
    >>> full.header_rows, [cell.text for cell in full.rows[0]]
    (2, ['Post', '2024', '2024', '2025', '2025'])
    """
    count = _without_amounts(grid)
    while 0 < count < len(grid.rows) - 1 and _is_header(grid.rows[count]):
        count += 1
    if count < 2 or grid.spread:
        return replace(grid, header_rows=count)
    header = [
        _filled(row, below)
        for row, below in zip(grid.rows[: count - 1], grid.rows[1:count], strict=True)
    ]
    return Grid((*header, *grid.rows[count - 1 :]), count)


def _without_amounts(grid: Grid) -> int:
    """Return how many of the header rows hold no amounts: what does is the first row."""
    rows = enumerate(grid.rows[: grid.header_rows])
    return next((index for index, row in rows if _holds_amounts(row)), grid.header_rows)


def _holds_amounts(row: tuple[Cell, ...]) -> bool:
    told = [cell.text for cell in row if not _YEAR_IN_EUROS.fullmatch(cell.text)]
    values = (parse_cell(text) for text in told if set(text) & set(_MONEY))
    return sum(value is not None and value.value is not None for value in values) > 1


def _is_header(row: tuple[Cell, ...]) -> bool:
    filled = [cell.text for cell in row if cell.text]
    words = all(_YEAR.fullmatch(text) or parse_cell(text) is None for text in filled)
    return words and 2 * len(filled) >= len(row) and len(filled) > 1


def _filled(row: tuple[Cell, ...], below: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a header row with each blank cell filled from its left where a header stands below."""
    cells = list(row)
    for index in range(2, len(cells)):
        if not cells[index].text and below[index].text:
            cells[index] = cells[index - 1]
    return tuple(cells)
