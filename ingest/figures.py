"""Figures: the amounts of tables, each with all that says what it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.account_columns import with_one_account
from ingest.bare_numbers import bare_numbers, says_money
from ingest.cell_value import CellValue, parse_cell
from ingest.effect_letters import with_effect_letters
from ingest.full_header import with_full_header
from ingest.measure import group_year, measure_of, period_of, years_of
from ingest.own_units import own_unit
from ingest.reading import Cell, Grid, Reading
from ingest.report import Figure, Section
from ingest.row_paths import LabelledRow, labelled_rows
from ingest.scale import row_unit_of, scale_of
from ingest.scale_alike import TableShape, scale_alike
from ingest.span import Span
from ingest.table_roles import Roles, table_roles
from ingest.table_units import TableUnits

_AROUND = 600  # characters above a table in which its unit may stand; two captions and a remark
_BELOW = 120  # one line below it
_TITLE = 90  # characters of a title; lines of prose in the material hold some 95 to 110
_SAYS = re.compile(r"[^\W_]|€")  # a line of Markdown may begin with no more than "|"
_NOTE = re.compile(
    r"\s*[\(*]*\s*(?:(?:alle\s+)?bedragen\b|[x*×]\s*(?:€|1\.?000)|€\s*[x*×]"
    r"|in\s+(?:€|euro|duizend|miljoen|mln))[^\n]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Table:
    """One grid with what holds for all of its figures."""

    index: int
    grid: Grid
    roles: Roles
    units: TableUnits
    sections: tuple[Section, ...]
    year: int | None  # where no column names one; None when other columns do

    @property
    def shape(self) -> TableShape:
        """Return the headers of the amounts and the labels of the rows."""
        rows = self.grid.rows[self.grid.header_rows :]
        labels = tuple(row[self.roles.label].text for row in rows)
        return TableShape(tuple(self.roles.paths[c] for c in self.roles.amounts), labels)


def find_figures(
    reading: Reading, sections: tuple[Section, ...], year: int | None
) -> tuple[Figure, ...]:
    """Return the figures of all grids, in the order of the text; values in full units.

    ``year`` is the year of the report, taken where neither column nor caption names one. Cells
    without a number ("-", "p.m.", blank) give none, nor do columns of years, codes or page numbers,
    nor amounts without a label or without anything that says what they measure.
    """
    tables = tuple(_tables(reading, sections, year))
    found = [tuple(_table_figures(table, reading)) for table in tables]
    for index, table in enumerate(tables):
        if any(figure.unit == "euro" for figure in found[index]):
            continue
        scale = scale_alike(table.shape, _known(tables, found))
        if scale is not None:
            again = replace(table, units=replace(table.units, alike=scale))
            found[index] = tuple(_table_figures(again, reading))
    ordered = sorted((f for part in found for f in part), key=lambda f: (f.table, f.row, f.amount))
    return tuple(replace(figure, index=i) for i, figure in enumerate(ordered))


def _tables(reading: Reading, sections: tuple[Section, ...], year: int | None) -> Iterator[_Table]:
    before = 0
    above: _Table | None = None
    scaled = any((scale_of(line) or 1) > 1 for line in reading.text.split("\n"))
    for index, printed in enumerate(reading.grids):
        grid = with_effect_letters(with_one_account(with_full_header(printed)))
        spans = [cell.span for row in grid.rows for cell in row if cell.span]
        roles = table_roles(grid)
        if not spans:
            continue
        start, end = min(spans).start, max(span.end for span in spans)
        if roles is not None:
            caption = _caption(reading.text, before, start, end)
            near = above if above and _page(reading, before) == _page(reading, start) else None
            told = (*_foot(grid, roles), *caption, *_said_above(near, roles))
            units = TableUnits(
                grid, roles, told, scaled,
                heading=_heading(grid, reading.text),
                bare=bare_numbers(grid, roles, told),
                is_money=says_money(grid, roles, told),
            )  # fmt: skip
            above = _Table(index, grid, roles, units, sections, _year(roles, caption, year))
            yield above
        before = end


def _heading(grid: Grid, text: str) -> str:
    """Return all that is printed from the first header to the first row."""
    head = [cell.span.start for row in grid.rows[: grid.header_rows] for cell in row if cell.span]
    body = [cell.span.start for row in grid.rows[grid.header_rows :] for cell in row if cell.span]
    return text[min(head) : min(body)][:_AROUND] if head and body else ""


def _known(
    tables: tuple[_Table, ...], found: list[tuple[Figure, ...]]
) -> tuple[tuple[TableShape, int], ...]:
    """Return the shape of each table of which all amounts are known to be of one scale."""
    scales = [{f.scale for f in figures if f.unit == "euro"} for figures in found]
    return tuple(
        (table.shape, next(iter(scale)))
        for table, scale in zip(tables, scales, strict=True)
        if len(scale) == 1
    )


def _caption(text: str, before: int, start: int, end: int) -> tuple[str, ...]:
    """Return the three lines above a table, and lines on "bedragen" further up or just below."""
    lines = text[max(before, start - _AROUND) : start].split("\n")
    above = [line for line in lines if _SAYS.search(line)]
    near = above[-3:]
    far = [line for line in above[:-3] if "bedragen" in line.lower()]
    below = _NOTE.match(text[end : end + _BELOW])
    return (*reversed(near), *([below.group()] if below else []), *reversed(far))


def _foot(grid: Grid, roles: Roles) -> tuple[str, ...]:
    """Return the last row where it is a note on the amounts ("Bedragen x € 1.000"), or ()."""
    row = grid.rows[-1]
    said = {cell.text for cell in row if cell.text}
    return tuple(said) if len(said) == 1 and _NOTE.match(row[roles.label].text) else ()


def _said_above(above: _Table | None, roles: Roles) -> tuple[str, ...]:
    """Return what the table above says of its amounts, where this one goes on in its columns.

    A report prints "x € 1.000" once for two tables of the same years on one page.
    """
    if above is None or [above.roles.paths[c] for c in above.roles.amounts] != [
        roles.paths[c] for c in roles.amounts
    ]:
        return ()
    heads = tuple(" ".join(path) for path in above.roles.paths if path)
    return (*heads, *above.units.caption)


def _section(sections: tuple[Section, ...], offset: int) -> int | None:
    holding = [s for s in sections if s.span.start <= offset < s.span.end]
    return max(holding, key=lambda s: (s.level, s.index)).index if holding else None


def _year(roles: Roles, caption: tuple[str, ...], year: int | None) -> int | None:
    """Return the year of columns that name none; None where the others name several.

    The header of the labels ("Jaar 2025") goes before the lines above the table.
    """
    heads = [years_of(" ".join(path)) for path in roles.paths]
    over = heads[roles.label] if roles.label < len(heads) else ()
    if len(over) == 1 and not any(heads[: roles.label] + heads[roles.label + 1 :]):
        return over[0]
    if any(heads):
        return None
    titles = [line.strip() for line in caption[:2] if len(line.strip()) <= _TITLE]
    named = years_of(" ".join(line for line in titles if not line.endswith((".", ",", ";"))))
    return named[0] if len(named) == 1 else year


def _table_figures(table: _Table, reading: Reading) -> Iterator[Figure]:
    for row in labelled_rows(table.grid, table.roles):
        for column in table.roles.amounts:
            cell = row.cells[column] if column < len(row.cells) else Cell("", None)
            value = parse_cell(cell.text)
            if value is None or value.value is None or cell.span is None:
                continue
            figure = _figure(table, row, column, value, reading)
            if figure is not None:
                yield figure


def _figure(
    table: _Table, row: LabelledRow, column: int, value: CellValue, reading: Reading
) -> Figure | None:
    path = table.roles.paths[column]
    amount, label = row.cells[column].span, row.label.span
    said = own_unit(table.roles, row.cells)
    unit = table.units.unit(row.label.text, column, value, said)
    own = row.label.text if row_unit_of(row.label.text) == "euro" else ""
    scale = table.units.scale(unit, column, value, (said, *row.groups, own)) if unit else None
    told = _is_told(table, path, value) or _is_loose(table, row, value)
    if amount is None or label is None or not told:
        return None
    if unit is None or scale is None:
        return None
    explanation = _explanation(table, row)
    whole = amount.cover(label) if explanation is None else amount.cover(label).cover(explanation)
    return Figure(
        index=0,
        table=table.index,
        row=row.index,
        row_path=(*row.groups, row.label.text),
        column_path=path,
        value=(value.value or Decimal(0)) * (scale if value.scale == 1 else 1),
        unit=unit,
        printed=row.cells[column].text,
        scale=scale,
        year=value.year or _figure_year(table, row, path),
        measure=measure_of(path, (*row.groups, row.label.text)),
        is_total=row.is_total,
        section=_section(table.sections, amount.start),
        page=_page(reading, whole.start),
        page_end=_page(reading, whole.end - 1),
        span=amount.cover(label),
        amount=amount,
        label_span=label,
        explanation=explanation,
    )


def _is_told(table: _Table, path: tuple[str, ...], value: CellValue) -> bool:
    """Return whether something says what the amount is: a header, or a list that is of money."""
    if path:
        return True
    is_list = len(table.roles.amounts) == 1 and len(table.grid.rows) > 1
    return is_list and (value.unit in ("euro", "percent") or table.units.is_account)


def _is_loose(table: _Table, row: LabelledRow, value: CellValue) -> bool:
    """Return whether money stands in no column of the headers, as all amounts of its row do."""
    named = (c for c in table.roles.amounts if table.roles.paths[c] and c < len(row.cells))
    return value.unit == "euro" and not any(row.cells[c].text for c in named)


def _figure_year(table: _Table, row: LabelledRow, path: tuple[str, ...]) -> int | None:
    """Return the year that the headers, the row or else the table names; None for a period.

    The headers go first: "Kapitaallasten 2026" of what was bought in 2025.
    """
    if period_of(path) is not None:
        return None
    years = years_of(" ".join(path))
    if not years and table.roles.year is not None:
        years = years_of(row.year)
        return years[0] if len(years) == 1 else None
    if years:
        return years[-1] if len(years) == 1 else None
    above = (group_year(words) for words in reversed(row.groups))
    return next((year for year in above if year), table.year)


def _explanation(table: _Table, row: LabelledRow) -> Span | None:
    """Return the words of a row beside its label: the explanation and the words next to it.

    Other columns of words (an activity, a status) are in it as far as nothing of another kind
    stands between them in the text.
    """
    roles = table.roles
    if roles.explanation is None:
        return None
    whole = row.cells[roles.explanation].span
    kept = {roles.explanation}
    for column in roles.others:
        span = row.cells[column].span
        joined = span.cover(whole) if span and whole else span or whole
        apart = [c.span for i, c in enumerate(row.cells) if c.span and i not in (*kept, column)]
        if joined is not None and not any(joined.start <= s.start < joined.end for s in apart):
            whole, kept = joined, {*kept, column}
    return whole


def _page(reading: Reading, offset: int) -> int | None:
    if not reading.pages:
        return None
    starts = [page.span.start for page in reading.pages]
    return reading.pages[max(0, bisect_right(starts, offset) - 1)].number
