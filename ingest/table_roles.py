"""Which column of a grid holds labels, amounts and explanations."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ingest.cell_value import parse_cell
from ingest.reading import Grid
from ingest.row_code import is_code
from ingest.scale import unit_of

_YEAR = re.compile(r"(?:19|20)\d\d")
_EXPLAINS = re.compile(r"toelicht|resulta|opmerking|specificatie|motivering|uitleg", re.IGNORECASE)
_NO_AMOUNT = re.compile(
    r"(?:nr|nummer|no|code|pagina|pag|blz|bladzijde|artikel|art|datum|jaar|jaartal|regel|postcode|"
    r"telefoon|tel|volgnr|kenmerk|zaaknummer|#)\.?(?:nummer)?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:\w*jaar(?:tal)?|year|jaargang)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_MOSTLY = 0.8  # of the filled cells of an amount column; the rest are remarks such as "zie 2.7"


@dataclass(frozen=True, slots=True)
class Roles:
    """Columns by what they hold; ``paths`` gives the headers above each column, from the top.

    ``group`` holds the name of the rows around a label, filled once for several rows; ``year`` the
    year of each row; ``others`` are the other columns of words, from left to right; ``code`` holds
    the codes of rows ("D5"), where they stand in a column of their own.
    """

    label: int
    amounts: tuple[int, ...]
    explanation: int | None
    amount_first: bool
    paths: tuple[tuple[str, ...], ...]
    group: int | None = None
    year: int | None = None
    others: tuple[int, ...] = ()
    code: int | None = None


def table_roles(grid: Grid) -> Roles | None:
    """Return the roles of the columns, or None for a grid without labelled amounts."""
    width = max((len(row) for row in grid.rows), default=0)
    paths = tuple(_path(grid, column) for column in range(width))
    numeric = [column for column in range(width) if _is_numeric(grid, column)]
    texts = [column for column in range(width) if column not in numeric and _filled(grid, column)]
    year = next((column for column in texts if _holds_years(grid, column, paths)), None)
    texts = [column for column in texts if column != year] or texts
    coded = len(texts) > 1 and _is_code(grid, texts[0])
    code, texts = (texts[0], texts[1:]) if coded else (None, texts)
    if not numeric or not texts:
        return None
    named = len(texts) > 1 and not _EXPLAINS.search(" ".join(paths[texts[1]]))
    group = texts[0] if named and _is_group(grid, texts[0], texts[1], numeric) else None
    texts = texts if group is None else texts[1:]
    first = bool(numeric[0] < texts[0] and _is_money(grid, numeric[0], paths))
    amounts = [column for column in numeric if first or column > texts[0]]
    amounts = [column for column in amounts if _may_hold_amounts(paths[column])]
    # Two columns with the same headers can't be told apart: their real headers were not read.
    twins = Counter(paths[column] for column in amounts if paths[column])
    amounts = [column for column in amounts if twins[paths[column]] < 2]
    amounts = amounts if _is_orderly([paths[column] for column in amounts]) else []
    if not amounts:
        return None
    rest = [column for column in texts[1:] if any(map(_WORD.search, _body(grid, column)))]
    explains = _explanation(grid, rest, paths)
    others = tuple(column for column in rest if column != explains)
    return Roles(texts[0], tuple(amounts), explains, first, paths, group, year, others, code)


def _path(grid: Grid, column: int) -> tuple[str, ...]:
    cells = [row[column].text for row in grid.rows[: grid.header_rows] if column < len(row)]
    return tuple(dict.fromkeys(text for text in cells if text))


def _is_orderly(paths: list[tuple[str, ...]]) -> bool:
    """Return whether headers that come back ("lasten", "baten" for each year) have one above them.

    That one is the same until the first of them comes back, and another from there on; otherwise
    the upper headers were given to the wrong columns.
    """
    lasts = [path[-1] if path else "" for path in paths]
    again = {last for last in lasts if last and lasts.count(last) > 1}
    above: tuple[str, ...] | None = None
    seen: set[str] = set()
    for path, last in zip(paths, lasts, strict=True):
        if last not in again:
            continue
        fresh = last in seen
        if len(path) < 2:
            return False
        if above and (path[:-1] == above if fresh else path[0] != above[0]):
            return False
        seen = {last} if fresh else seen | {last}
        above = path[:-1]
    return True


def _body(grid: Grid, column: int) -> list[str]:
    rows = grid.rows[grid.header_rows :]
    return [row[column].text for row in rows if column < len(row) and row[column].text]


def _filled(grid: Grid, column: int) -> bool:
    return bool(_body(grid, column))


def _is_numeric(grid: Grid, column: int) -> bool:
    cells = _body(grid, column)
    values = [parse_cell(text) for text in cells]
    read = [value for value in values if value is not None]
    numbers = [value for value in read if value.value is not None]
    only_years = all(_YEAR.fullmatch(text) for text in cells)
    return bool(numbers) and len(read) >= _MOSTLY * len(cells) and not only_years


def _is_code(grid: Grid, column: int) -> bool:
    """Return whether a column holds codes such as "6.711" or "4a", not the labels themselves."""
    cells = _body(grid, column)
    return sum(map(is_code, cells)) >= _MOSTLY * len(cells)


def _holds_years(grid: Grid, column: int, paths: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether a column headed "Jaar" holds the year of each row."""
    named = bool(paths[column] and _YEARS.match(paths[column][-1].strip()))
    return named and all(_YEAR.search(text) for text in _body(grid, column))


def _is_group(grid: Grid, column: int, label: int, numeric: list[int]) -> bool:
    """Return whether a column names groups of rows once, above labels in the column beside it.

    In a Word file the cell of the group is merged over its rows, or the cells below it are blank.
    """
    rows = [r for r in grid.rows[grid.header_rows :] if any(parse_cell(r[c].text) for c in numeric)]
    named = [row for row in rows if row[label].text]  # a total often stands in the group's column
    totals = all(row[column].text for row in rows if not row[label].text)
    if not named or not named[0][column].text or not totals or 2 * len(named) < len(rows):
        return False
    rows = named
    return any(not row[column].text for row in rows) or any(
        a[column].span is not None and a[column].span == b[column].span for a, b in pairwise(rows)
    )


def _is_money(grid: Grid, column: int, paths: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether a column left of the labels holds amounts, not numbers of lines or codes."""
    signed = any("€" in text for text in _body(grid, column))
    return signed or unit_of(" ".join(paths[column])) == "euro"


def _may_hold_amounts(path: tuple[str, ...]) -> bool:
    return not (path and _NO_AMOUNT.fullmatch(path[-1].strip()))


def _explanation(grid: Grid, texts: list[int], paths: tuple[tuple[str, ...], ...]) -> int | None:
    """Return the column of explanations: named so, or otherwise the wordiest of the other texts."""
    named = [column for column in texts if _EXPLAINS.search(" ".join(paths[column]))]
    wordy = sorted(texts, key=lambda column: -sum(map(len, _body(grid, column))))
    return next(iter(named or wordy), None)
