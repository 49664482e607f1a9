"""Accounts that print their totals one column further to the right than their parts."""

from ingest.cell_value import parse_cell
from ingest.reading import Cell, Grid

_ROWS = 4  # an account has costs, what is paid for them, and a total of each


def with_one_account(grid: Grid) -> Grid:
    """Return the grid with its amounts in one column, where every row has one and no header names.

    Bookkeepers set totals apart so; nothing is said by the column that an amount stands in.

    >>> rows = (("Kosten", "80", "", ""), ("Overhead", "20", "", ""), ("Totaal", "", "100", ""))
    >>> rows = (*rows, ("Dekking", "", "", "95%"))
    >>> grid = Grid(tuple(tuple(Cell(text, None) for text in row) for row in rows), 0)
    >>> [[cell.text for cell in row] for row in with_one_account(grid).rows][2:]
    [['Totaal', '100'], ['Dekking', '95%']]
    """
    width = max((len(row) for row in grid.rows), default=0)
    head, body = grid.rows[: grid.header_rows], grid.rows[grid.header_rows :]
    amounts = [c for c in range(width) if _holds_amounts(body, c)]
    if len(amounts) < 2 or amounts != list(range(amounts[0], width)) or not amounts[0]:
        return grid
    if any(_cell(row, c).text for row in head for c in amounts):
        return grid
    filled = [[c for c in amounts if _cell(row, c).text] for row in body]
    if any(len(columns) > 1 for columns in filled) or sum(map(bool, filled)) < _ROWS:
        return grid
    rows = [(*row[: amounts[0]], Cell("", None)) for row in head]
    rows += [
        (*row[: amounts[0]], _cell(row, columns[0]) if columns else Cell("", None))
        for row, columns in zip(body, filled, strict=True)
    ]
    return Grid(tuple(rows), grid.header_rows)


def _cell(row: tuple[Cell, ...], column: int) -> Cell:
    return row[column] if column < len(row) else Cell("", None)


def _holds_amounts(rows: tuple[tuple[Cell, ...], ...], column: int) -> bool:
    cells = [text for row in rows if (text := _cell(row, column).text)]
    return bool(cells) and all(parse_cell(text) is not None for text in cells)
