"""Unit and scale of the amounts of one table; where nothing tells them, there is no figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.bare_numbers import Bare
from ingest.cell_value import CellValue, parse_cell
from ingest.own_units import NUMBER, unit_behind, unit_told
from ingest.reading import Cell, Grid
from ingest.scale import (
    is_count,
    is_money,
    is_purely_money,
    is_weak,
    row_unit_of,
    scale_of,
    unit_of,
)  # fmt: skip
from ingest.table_roles import Roles

# Amounts in thousands stay below this in a small municipality: the largest in a real begroting is
# 97.720 (x € 1.000), the total of its lasten.
_SURELY_EUROS = 100_000
_MILLION = 1_000_000
_IN_PERCENT = re.compile(
    r"\((?:in )?(?:%|procenten|procent)\)|\bin (?:procenten\b|%)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TableUnits:
    """What is said about the amounts of one table; ``caption`` are lines around it, nearest first.

    ``scaled_elsewhere`` is whether the document prints other tables in thousands or millions,
    ``alike`` the scale of its tables with the same columns or rows; None where that is not known.
    """

    grid: Grid
    roles: Roles
    caption: tuple[str, ...]
    scaled_elsewhere: bool
    alike: int | None = None
    heading: str = ""  # all that is printed above the first row, over several columns too
    bare: Bare = Bare.AS_TOLD  # what numbers are of which neither row nor column names the unit
    is_money: bool = False  # whether something says so of the whole table

    def unit(self, label: str, column: int, value: CellValue, said: str = "") -> str | None:
        """Return the unit of a cell by the nearest words: cell, row, column, table, caption.

        ``said`` is what the row has in a column "Eenheid".
        """
        if value.unit:
            return value.unit
        path = " ".join(self.roles.paths[column])
        if unit := _of_row(label, said, path):
            return unit
        if self._is_in_percent():
            return "percent" if not self._has_sign(None) else None
        if self._is_counted() and (is_weak(path) or unit_of(path) is None):
            return "count"
        if unit_of(path) in (None, "euro") and not is_purely_money(path):
            return self._of_plan(path, column, value)
        return unit_of(path)

    def _of_plan(self, path: str, column: int, value: CellValue) -> str | None:
        """Return the unit below a header that may be of indicators as well as of money.

        "7,4" below "Realisatie 2024" is a grade where nothing else speaks of money.
        """
        if self.bare is Bare.NUMBER:
            return NUMBER
        grade = _decimals(value) == 1 and not self.is_money
        if self.bare is Bare.UNKNOWN or (grade and not self.is_account):
            return None
        return unit_of(path) or self._of_table(column, value)

    def _is_counted(self) -> bool:
        """Return whether the line above names a count ("in fte") and nothing speaks of euros."""
        return bool(self.caption) and is_count(self.caption[0]) and not self._has_sign(None)

    def _is_in_percent(self) -> bool:
        """Return whether the heading says so of the table, not one of its columns of itself.

        A header over some columns with none beside it may stand over all of them.
        """
        if "€" in self.heading or not _IN_PERCENT.search(self.heading):
            return False
        heads = self.grid.rows[: self.grid.header_rows]
        rows = ([row[c].text for c in self.roles.amounts if row[c].text] for row in heads)
        marked = [row for row in rows if any(map(_IN_PERCENT.search, row))]
        return all(len(row) > 1 and len(set(row)) == 1 for row in marked)

    @property
    def is_account(self) -> bool:
        """Return whether this is an account: one column of amounts beside kosten, opbrengsten, ...

        Half of its rows or more are called by a word for money; no header is needed then.
        """
        if len(self.roles.amounts) != 1:
            return False
        rows = self.grid.rows[self.grid.header_rows :]
        labels = [row[self.roles.label].text for row in rows if self._is_filled(row)]
        return len(labels) > 2 and 2 * sum(map(is_money, labels)) >= len(labels)

    def _is_filled(self, row: tuple[Cell, ...]) -> bool:
        return any(column < len(row) and bool(row[column].text) for column in self.roles.amounts)

    def scale(
        self, unit: str, column: int, value: CellValue, told: tuple[str, ...] = ("",)
    ) -> int | None:
        """Return 1, 1000 or 1000000; None when it can't be known.

        ``told`` is what the row has in a column "Eenheid" ("Duizend euro", "In euro's"), and the
        groups around it, with its own label where that names the unit.
        Nothing said means full euros, unless the document prints other tables in thousands and this
        one could be one of them: no "€" in it, no cents, no amount of six figures.
        """
        if unit != "euro" or value.scale != 1:
            return value.scale
        headers = " ".join(word for path in self.roles.paths for word in path)
        own = " ".join(self.roles.paths[column])
        said, *groups = told
        if said and row_unit_of(said) is None:
            return scale_of(said) or scale_of(f"in {said}") or 1
        for words in (own, *reversed(groups), headers, *self.caption):
            if scale := scale_of(words):
                return scale
        if value.unit == "euro" or not self.scaled_elsewhere:
            return 1
        euros = any("euro" in words.lower() for words in (headers, *self.caption))
        return 1 if euros or any(_is_full(cell) for cell in self._values()) else self.alike

    def _of_table(self, column: int, value: CellValue) -> str | None:
        """Return the unit that the header of the labels names, or "euro" where the caption does."""
        if _decimals(value) == 1 and not self._in_millions():
            return None  # money has no or two decimals
        if self._has_sign(None) and not self._has_sign(column):
            return None  # a column without "€" beside others with it is a rank
        label_header = " ".join(self.roles.paths[self.roles.label])
        if unit := unit_of(label_header):
            return unit
        # A sentence above a table may speak of a percentage; only money is told for a whole table.
        told = self.is_account or any(is_money(line) for line in self.caption)
        return "euro" if told else None

    def _in_millions(self) -> bool:
        headers = " ".join(word for path in self.roles.paths for word in path)
        scales = (scale_of(words) for words in (headers, *self.caption))
        return next((scale for scale in scales if scale), 1) >= _MILLION

    def _has_sign(self, column: int | None) -> bool:
        columns = self.roles.amounts if column is None else (column,)
        rows = self.grid.rows[self.grid.header_rows :]
        return any("€" in row[c].text for row in rows for c in columns if c < len(row))

    def _values(self) -> Iterator[CellValue]:
        for row in self.grid.rows[self.grid.header_rows :]:
            for column in self.roles.amounts:
                found = parse_cell(row[column].text) if column < len(row) else None
                if found is not None and found.value is not None and found.unit != "percent":
                    yield found


def _of_row(label: str, said: str, path: str) -> str | None:
    """Return the unit that the row names for itself, in its column of units or in its label."""
    if said and (unit := unit_told(said)):
        return unit
    return None if "€" in path else row_unit_of(label) or unit_behind(label)


def _decimals(value: CellValue) -> int:
    exponent = (value.value or Decimal(0)).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _is_full(value: CellValue) -> bool:
    """Return whether an amount can only be in full euros."""
    big = value.value is not None and abs(value.value) >= _SURELY_EUROS
    return value.unit == "euro" or _decimals(value) == 2 or big
