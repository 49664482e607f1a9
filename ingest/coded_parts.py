"""Rows without a code below one that has it: the parts of that row."""

from decimal import Decimal
from itertools import pairwise

from ingest.cell_value import parse_cell
from ingest.reading import Grid
from ingest.table_roles import Roles

_ROUNDING = 2  # units of the last digit: tables in thousands add up to within some of them


def coded_parts(grid: Grid, roles: Roles) -> tuple[tuple[int, ...], ...]:
    """Return the rows (from 0 in the grid) that have parts, each followed by its parts.

    A row has parts where it has a code ("D5"), the rows below it have none, and it either holds no
    amount or those of its parts added up.
    """
    if roles.code is None:
        return ()
    rows = range(grid.header_rows, len(grid.rows))
    heads = [i for i in rows if grid.rows[i][roles.code].text]
    found = []
    for head, stop in pairwise([*heads, len(grid.rows)]):
        parts = [i for i in range(head + 1, stop) if any(_values(grid, i, roles))]
        if parts and _holds(_values(grid, head, roles), [_values(grid, i, roles) for i in parts]):
            found.append((head, *parts))
    return tuple(found)


def _values(grid: Grid, index: int, roles: Roles) -> tuple[Decimal | None, ...]:
    cells = grid.rows[index]
    found = (parse_cell(cells[c].text) if c < len(cells) else None for c in roles.amounts)
    return tuple(value.value if value else None for value in found)


def _holds(whole: tuple[Decimal | None, ...], parts: list[tuple[Decimal | None, ...]]) -> bool:
    sums = [sum(part[c] or Decimal(0) for part in parts) for c in range(len(whole))]
    slack = _ROUNDING if len(parts) > 1 else 0
    return all(
        value is None or abs(value - total) <= slack
        for value, total in zip(whole, sums, strict=True)
    )
