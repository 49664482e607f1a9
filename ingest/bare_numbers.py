"""What a number without a unit is, in a table of which other rows name one that is no money.

A table of indicators heads its columns as a budget does ("Realisatie 2024", "Begroot 2025"): there
those words do not make euros of a grade or of days.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from ingest.cell_value import parse_cell
from ingest.own_units import own_unit, unit_behind, unit_columns, unit_told
from ingest.reading import Cell, Grid
from ingest.scale import is_money, is_purely_money, row_unit_of, scale_of
from ingest.table_roles import Roles

_EXPLICIT = re.compile(r"€|\beuro|\bbedrag", re.IGNORECASE)
_TITLE = 90  # characters of a title; lines of prose in the material hold some 95 to 110


class Bare(StrEnum):
    """What the numbers are that stand in rows without a unit."""

    AS_TOLD = "as told"  # no other row names a unit, or the table is said to be of money
    NUMBER = "number"
    UNKNOWN = "unknown"  # money or not: words around the table leave both open


def bare_numbers(grid: Grid, roles: Roles, caption: tuple[str, ...]) -> Bare:
    """Return what the rows without a unit hold; ``caption`` are lines around, nearest first."""
    rows = [row for row in grid.rows[grid.header_rows :] if any(_filled(row, roles))]
    units = [_unit(row, roles) for row in rows]
    if not any(unit and unit != "euro" for unit in units) or says_money(grid, roles, caption):
        return Bare.AS_TOLD
    bare = [row for row, unit in zip(rows, units, strict=True) if unit is None]
    of_money = sum(is_purely_money(row[roles.label].text) for row in bare)
    if of_money > 1:
        return Bare.AS_TOLD
    near = caption[:1] if caption and len(caption[0].strip()) <= _TITLE else caption
    merged = "euro" in units and unit_columns(roles)  # a blank may be below the word it shares
    if of_money or any(map(is_money, near)) or merged:
        return Bare.UNKNOWN
    return Bare.NUMBER


def says_money(grid: Grid, roles: Roles, caption: tuple[str, ...]) -> bool:
    """Return whether something says of the whole table that it is of money, not of a plan for it.

    That is a sign, "euro", "bedrag" or a scale anywhere, or words such as "lasten" over a column.
    """
    heads = tuple(" ".join(path) for path in roles.paths)
    cells = (row[c].text for row in grid.rows for c in roles.amounts if c < len(row))
    said = any(_EXPLICIT.search(words) or scale_of(words) for words in (*heads, *caption))
    columns = (heads[column] for column in roles.amounts)
    return said or any("€" in cell for cell in cells) or any(map(is_purely_money, columns))


def _filled(row: tuple[Cell, ...], roles: Roles) -> Iterator[bool]:
    for column in roles.amounts:
        value = parse_cell(row[column].text) if column < len(row) else None
        yield value is not None and value.value is not None


def _unit(row: tuple[Cell, ...], roles: Roles) -> str | None:
    """Return the unit that the row names itself, in its cells, a column of units or its label."""
    found = (parse_cell(row[column].text) for column in roles.amounts if column < len(row))
    values = [value for value in found if value is not None and value.value is not None]
    if values and all(value.unit == "percent" for value in values):
        return "percent"
    label = row[roles.label].text
    said = own_unit(roles, row)
    return (unit_told(said) if said else None) or row_unit_of(label) or unit_behind(label)
