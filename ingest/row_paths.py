"""Rows with their groups: "Lasten" above "Jeugdhulp", and which rows are totals of others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.cell_value import parse_cell
from ingest.reading import Cell, Grid
from ingest.row_tree import row_tree, row_values
from ingest.row_wholes import Values, is_within, sum_odds
from ingest.table_roles import Roles

_TOTAL = re.compile(
    r"(?:sub|eind|deel)?\s?-?tota(?:al|le)|\bsaldo\b|\bresultaat\b|\b(?:tussen|sub|eind)?tellingen"
    r"|\bnetto (?:lasten|baten|kosten|uitgaven|opbrengst|bedrag)\b",
    re.IGNORECASE,
)
# A row that carries the sum so far over a page; "Transport" with other amounts is a cost.
_CARRIED = re.compile(
    r"(?:per |te )?transport(?:eren)?|vervolg|tussentelling|(?:van|naar) (?:vorige|volgende) "
    r"(?:pagina|bladzijde)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d+)*[a-z]?[.)]?)\s")
_SMALL = 20  # last digits: smaller amounts add up to another by chance
_SUM = re.compile(r"(?:sub|eind)?-?totaal", re.IGNORECASE)
_ITEM = ("-", "•", "–", "▪", "*")
_DEPTH = 3  # groups in groups; deeper ones are footnotes or titles
# One in so many rows among others is the sum of those above it by chance; at the end of a table or
# group that is no chance.
_UNLIKELY = 200
_ROUNDING = 2  # units of the last digit: tables in thousands add up to within some of them


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A row with amounts; ``index`` counts from 0 in the grid, header rows included."""

    index: int
    cells: tuple[Cell, ...]
    label: Cell
    groups: tuple[str, ...]
    is_total: bool
    year: str = ""  # what the column of years says


def labelled_rows(grid: Grid, roles: Roles) -> Iterator[LabelledRow]:
    """Yield the rows that have a label and an amount, in order."""
    groups: list[str] = []
    named, group = "", -1 if roles.group is None else roles.group
    after_values = False
    last: Values = ()  # what was carried over a page
    above: list[Values] = []  # the values of rows since the last total
    before = above  # the same before the last group
    every: list[Values] = []  # those of all rows so far
    tree = row_tree(grid, roles, _TOTAL)
    for index in range(grid.header_rows, len(grid.rows)):
        cells = grid.rows[index]
        label = cells[roles.label]
        values = row_values(cells, roles)
        alone = not label.text and group >= 0  # a row of the groups' column, such as a total
        label = cells[group] if alone else label
        named = "" if alone or group < 0 else cells[group].text or named
        if not any(parse_cell(cells[column].text) for column in roles.amounts):
            if label.text and _is_group(cells, roles) and not is_within(label.text):
                groups = [*(groups[:-1] if after_values else groups), label.text][-_DEPTH:]
                after_values = False
                before, above = (above or before), []
            continue
        told = any(value is not None for value in values)
        if told and not after_values and groups and before and values == _sums(before):
            groups, above = groups[:-1], before  # the line above was a row left blank, no group
        carried = bool(_CARRIED.fullmatch(label.text)) and values in (_sums(above), last)
        last = values if carried else last
        total = carried or _is_named(label.text, groups) or _is_sum(values, above, every)
        total = total or (_ends(grid, roles, index) and _adds_up(values, above))
        total = total and index != tree.opening
        if label.text:
            own = groups[: groups.index(label.text)] if label.text in groups else groups
            # A "Totaal" beside a blank cell may be that of the group or that of the table.
            belongs = named and (cells[group].text or not _SUM.match(label.text))
            marked = [g for g in own if not _marker(g) or _marker(g) != _marker(label.text)]
            path = (*marked, named) if belongs else tuple(marked)
            path = (*path, *tree.above(index))
            whole = total or index in tree.wholes
            yield LabelledRow(index, cells, label, path, whole, _year(cells, roles))
        if total and not carried:
            groups = _closed(groups, label.text)
            above = []
        elif not total and index not in tree.uncounted:
            above, every = [*above, values], [*every, values]
        after_values = True


def _year(cells: tuple[Cell, ...], roles: Roles) -> str:
    return cells[roles.year].text if roles.year is not None else ""


def _marker(label: str) -> str | None:
    """Return the kind of number before a label: rows of one kind are no groups of each other.

    >>> _marker("5b. Overschrijding"), _marker("4a. Totaal"), _marker("Wegen")
    ('0a.', '0a.', None)
    """
    found = _NUMBER.match(label)
    return re.sub(r"[a-z]", "a", re.sub(r"\d", "0", found[1])) if found else None


def _sums(above: list[Values]) -> Values:
    """Return the sum of each column so far, None where it is blank."""
    columns = ([v for v in column if v is not None] for column in zip(*above, strict=True))
    return tuple(sum(column, Decimal(0)) if column else None for column in columns)


def _is_group(cells: tuple[Cell, ...], roles: Roles) -> bool:
    """Return whether a row holds its label only, no list item: a heading for the rows below it."""
    if cells[roles.label].text.startswith(_ITEM):
        return False
    own = cells[roles.label].span
    return not any(cell.text and cell.span != own for cell in cells)


def _is_named(label: str, groups: list[str]) -> bool:
    """Return whether a row is a total by its name, or by its group's name."""
    return bool(_TOTAL.search(label)) or label in groups


def _is_sum(values: Values, above: list[Values], every: list[Values]) -> bool:
    """Return whether a row is the sum of those since the last total, or of all, and not by chance.

    Chance brings that among round amounts: 200, 120, 180 and 500 are four things.
    """
    sums = (rows for rows in (above, every) if _adds_up(values, rows))
    return any(sum_odds(values, rows) >= _UNLIKELY for rows in sums)


def _ends(grid: Grid, roles: Roles, index: int) -> bool:
    """Return whether a row is the last one of its table or group, where totals stand."""
    below = grid.rows[index + 1 : index + 2]
    return not any(parse_cell(row[column].text) for row in below for column in roles.amounts)


def _adds_up(values: Values, above: list[Values]) -> bool:
    """Return whether each amount is the sum of those above it, which chance makes unlikely.

    One column of two rows may add up by chance; two columns, or three rows, hardly do.
    """
    checked = 0
    for column, value in enumerate(values):
        parts = [row[column] for row in above if row[column]]
        known = [part for part in parts if part is not None]
        if value is None or (value == 0 and not known):
            continue
        unit = max(_last_digit(number) for number in (value, *known))
        if len(known) < 2 or abs(sum(known, Decimal(0)) - value) > _ROUNDING * unit:
            return False
        if max(abs(part) for part in known) < _SMALL * unit:
            return False
        checked += 1
    return checked >= 2 or (checked == 1 and len(above) >= 3)


def _last_digit(value: Decimal) -> Decimal:
    """Return what one unit of the last printed digit is worth."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _closed(groups: list[str], label: str) -> list[str]:
    """Return the groups that are still open below a total row."""
    if label in groups:
        return groups[: groups.index(label)]
    return groups[:-1]
