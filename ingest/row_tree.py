"""Which rows of a grid hold which others: wholes above their parts, and what is named within them.

A row below its parts, a total, is told while the rows are read: see `ingest.row_paths`.
"""

import re
from dataclasses import dataclass

from ingest.cell_value import parse_cell
from ingest.coded_parts import coded_parts
from ingest.reading import Cell, Grid
from ingest.row_wholes import (
    PlainRow,
    Values,
    contained_rows,
    is_within,
    row_wholes,
    sum_odds,
)
from ingest.table_roles import Roles


@dataclass(frozen=True, slots=True)
class RowTree:
    """What holds what; rows count from 0 in the grid, header rows included.

    ``wholes`` hold the sum of other rows, ``uncounted`` are those and the rows that are contained
    in another. ``opening`` is a balance at the start that later totals go on from, or None.
    """

    wholes: frozenset[int]
    uncounted: frozenset[int]
    opening: int | None
    _above: dict[int, tuple[str, ...]]

    def above(self, index: int) -> tuple[str, ...]:
        """Return the labels of the rows that row ``index`` is a part of, from the outermost."""
        return self._above.get(index, ())


def row_tree(grid: Grid, roles: Roles, total: re.Pattern[str]) -> RowTree:
    """Return how the rows of ``grid`` hang together; ``total`` is what totals are called."""
    first = grid.header_rows
    rows = [_plain(row, roles) for row in grid.rows[first:]]
    plain = [PlainRow(r.label, () if total.search(r.label) else r.values) for r in rows]
    coded = coded_parts(grid, roles)
    heads = {head for head, *_ in coded}
    found = [tuple(first + i for i in whole) for whole in row_wholes(plain)]
    found = [whole for whole in found if whole[0] not in heads]
    held = contained_rows(rows).items()
    above: dict[int, tuple[str, ...]] = {first + i: (words,) for i, words in held}
    within = {*above, *(first + i for i, row in enumerate(rows) if is_within(row.label))}
    for head, *parts in (*coded, *found):
        name = _name(grid, roles, head)
        for part in parts:
            above[part] = (*above.get(head, ()), name, *above.get(part, ()))
    wholes = frozenset(head for head, *_ in (*coded, *found))
    opening = _opening(rows, total)
    return RowTree(wholes, wholes | within, None if opening is None else first + opening, above)


def row_values(cells: tuple[Cell, ...], roles: Roles) -> Values:
    """Return the amounts of a row; percentages are no parts of each other."""
    found = [parse_cell(cells[column].text) for column in roles.amounts]
    return tuple(v.value if v and v.unit != "percent" else None for v in found)


def _plain(cells: tuple[Cell, ...], roles: Roles) -> PlainRow:
    filled = any(parse_cell(cells[column].text) for column in roles.amounts)
    return PlainRow(cells[roles.label].text, row_values(cells, roles) if filled else ())


def _name(grid: Grid, roles: Roles, index: int) -> str:
    """Return the label of a row, behind its code where it has one ("D5 Zorg")."""
    row = grid.rows[index]
    code = row[roles.code].text if roles.code is not None else ""
    return f"{code} {row[roles.label].text}".strip()


def _opening(rows: list[PlainRow], total: re.Pattern[str]) -> int | None:
    """Return the first row where it is called a total and a later total counts it as a part."""
    first = next((i for i, row in enumerate(rows) if row.values), None)
    if first is None or not total.search(rows[first].label):
        return None
    for index in range(first + 2, len(rows)):
        if rows[index].values and total.search(rows[index].label):
            parts = [row.values for row in rows[first:index] if row.values]
            return first if sum_odds(rows[index].values, parts) else None
    return None
