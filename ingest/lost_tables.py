"""Tables that were found and gave no figures: their pages are marked, so that this is no secret."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cell_value import parse_cell
from ingest.measure import years_of
from ingest.reading import Cell, Grid, Reading
from ingest.report import Figure, Health, Page
from ingest.scale import is_money
from ingest.span import Span
from ingest.table_roles import Roles, table_roles

_MONEY = ".,€%"  # a number without any of these counts only below a header of money or of a year
_AMOUNTS = 3  # fewer are no table whose reader must be warned
_WORSE = frozenset((Health.READ, Health.OCR))  # what a lost table is worse than


def with_lost_tables(reading: Reading, figures: Sequence[Figure]) -> Reading:
    """Return the reading with the pages marked whose table gave no figure at all.

    Nothing told its columns apart, or what its amounts are in. A format without pages gets a
    notice instead.
    """
    known = {figure.amount for figure in figures}
    lost = [spans for grid in reading.grids if (spans := _lost(grid, known))]
    if not lost:
        return reading
    if not reading.pages:
        count = f"{len(lost)} tabellen zijn" if len(lost) > 1 else "Een tabel is"
        notice = f"{count} niet betrouwbaar gelezen, er zijn geen bedragen uit overgenomen."
        return replace(reading, notices=(*reading.notices, notice))
    pages = tuple(
        replace(page, health=Health.TABLE_LOST) if _is_lost(page, lost) else page
        for page in reading.pages
    )
    return replace(reading, pages=pages)


def _lost(grid: Grid, known: set[Span]) -> tuple[Span, ...]:
    """Return the amounts of a grid of which none became a figure, or those in a column without.

    Of a grid with figures they are those in rows of which nobody can tell the unit, too.
    """
    cells = {cell.span for row in grid.rows for cell in row if cell.span}
    amounts = tuple(_amounts(grid))
    if known & cells:  # headers that were given to the wrong columns leave others without
        roles = table_roles(grid) if grid.header_rows else None
        unheaded = _amounts(grid, _unheaded(roles)) if roles else ()
        amounts = tuple(span for span in unheaded if span not in known)
        rows = tuple(_unread_rows(grid, roles, known)) if roles else ()
        if rows:
            return (*rows, *amounts)
    return () if len(amounts) < _AMOUNTS else amounts


def _unheaded(roles: Roles) -> frozenset[int]:
    """Return the columns of amounts without headers of their own: without any, or with another's.

    Numbers left of the labels are codes.
    """
    twins = (c for c, path in enumerate(roles.paths) if path and roles.paths.count(path) > 1)
    unheaded = (c for c in roles.amounts if not roles.paths[c])
    return frozenset((*unheaded, *twins))


def _unread_rows(grid: Grid, roles: Roles, known: set[Span]) -> Iterator[Span]:
    """Yield the numbers below headers of rows with a label that gave no figure at all."""
    headed = [column for column in roles.amounts if roles.paths[column]]
    for row in grid.rows[grid.header_rows :]:
        cells = [row[column] for column in headed if column < len(row)]
        values = [cell.span for cell in cells if cell.span and _is_number(cell)]
        if row[roles.label].text and not known & {cell.span for cell in cells if cell.span}:
            yield from values


def _is_number(cell: Cell) -> bool:
    value = parse_cell(cell.text)
    return value is not None and value.value is not None


def _amounts(grid: Grid, columns: frozenset[int] | None = None) -> Iterator[Span]:
    """Yield the amounts of money, percentages and years, those in ``columns`` alone where given."""
    for row in grid.rows[grid.header_rows :]:
        for column, cell in enumerate(row):
            value = parse_cell(cell.text)
            if value is None or value.value is None or cell.span is None:
                continue
            if columns is not None and column not in columns:
                continue
            if set(cell.text) & set(_MONEY) or _measures(grid, column):
                yield cell.span


def _measures(grid: Grid, column: int) -> bool:
    """Return whether the headers of a column say that it holds money, or what a year brought."""
    heads = (row[column].text for row in grid.rows[: grid.header_rows] if column < len(row))
    head = " ".join(heads)
    return is_money(head) or bool(years_of(head))


def _is_lost(page: Page, lost: Sequence[tuple[Span, ...]]) -> bool:
    inside = any(page.span.start <= span.start < page.span.end for spans in lost for span in spans)
    return inside and page.health in _WORSE
