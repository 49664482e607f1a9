"""Amounts whose V or N (voordeel, nadeel) stands in a column of its own."""

import re

from ingest.cell_value import parse_cell
from ingest.reading import Cell, Grid

_LETTER = re.compile(r"V|N|voordelig|nadelig|voordeel|nadeel", re.IGNORECASE)
_NEITHER = re.compile(r"[-–—]|V/N|N/V|n\.?v\.?t\.?|budgetneutraal|neutraal", re.IGNORECASE)
_BLANK = Cell("", None)


def with_effect_letters(grid: Grid) -> Grid:
    """Return the grid with each letter put behind the amount on its left, where it is the sign.

    Where an amount of the column has a sign of its own, the letters are none: "-80 V" are costs
    that went down.

    >>> rows = [["Post", "Bedrag", "V/N"], ["Zorg", "320", "N"], ["Rente", "45", "V"]]
    >>> grid = Grid(tuple(tuple(Cell(word, None) for word in row) for row in rows), 1)
    >>> [cell.text for cell in with_effect_letters(grid).rows[1]]
    ['Zorg', '320 N', '']
    """
    width = max((len(row) for row in grid.rows), default=0)
    for column in range(2, width):
        if _holds_letters(grid, column):
            grid = _merged(grid, column)
    return grid


def _holds_letters(grid: Grid, column: int) -> bool:
    """Return whether a column holds the letters of the amounts in the column before it."""
    rows = [row for row in grid.rows[grid.header_rows :] if column < len(row)]
    letters = [row for row in rows if row[column].text]
    signs = [row for row in letters if _LETTER.fullmatch(row[column].text)]
    rest = [row for row in letters if row not in signs]
    beside = all(_is_unsigned(row[column - 1].text) for row in signs)
    return bool(signs) and beside and all(_NEITHER.fullmatch(r[column].text) for r in rest)


def _is_unsigned(text: str) -> bool:
    value = parse_cell(text)
    return value is not None and (value.value is None or (value.value >= 0 and "+" not in text))


def _merged(grid: Grid, column: int) -> Grid:
    body = tuple(
        _with_letter(row, column) if column < len(row) else row
        for row in grid.rows[grid.header_rows :]
    )
    return Grid((*grid.rows[: grid.header_rows], *body), grid.header_rows)


def _with_letter(row: tuple[Cell, ...], column: int) -> tuple[Cell, ...]:
    amount, letter = row[column - 1], row[column]
    signed = parse_cell(f"{amount.text} {letter.text}")
    if signed is None or not _LETTER.fullmatch(letter.text):
        return (*row[:column], _BLANK, *row[column + 1 :])
    span = amount.span.cover(letter.span) if amount.span and letter.span else amount.span
    both = Cell(f"{amount.text} {letter.text}", span)
    return (*row[: column - 1], both, _BLANK, *row[column + 1 :])
