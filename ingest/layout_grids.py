"""Tables of a PDF as grids, every cell tied to its characters in the stored text."""

from dataclasses import dataclass, field, replace

from ingest.broken_rows import without_breaks
from ingest.glyphs import Glyph
from ingest.page_halves import page_halves
from ingest.parted_marks import parted_marks
from ingest.placed_words import Word, placed_words
from ingest.reading import Cell, Grid
from ingest.report import Page
from ingest.row_cells import joined_cell, row_cells
from ingest.ruled_choice import ruled_choice
from ingest.rules import Rules
from ingest.sound_rows import are_sound
from ingest.table_columns import Column, table_columns
from ingest.table_header import HeaderCell, header_cells
from ingest.table_lines import Line, Piece, table_lines, without_running
from ingest.table_parts import Part, is_group_line, is_row, table_parts, trailing_header
from ingest.table_rows import OpenRow, row_gap, rows_by_height, table_rows

_NOTHING: tuple[tuple[Line, ...], ...] = ((), ())
_EDGE = 4.0  # points that the same column may lie elsewhere on the next page


@dataclass(slots=True)
class _Table:
    """A table while it is being read over pages."""

    header: tuple[Line, ...]
    columns: tuple[Column, ...]
    rows: list[OpenRow] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    open: bool = False  # whether its last row ends the page
    sure: bool = True
    guessed: bool = False  # whether rows were told by the height of their amounts


@dataclass(frozen=True, slots=True)
class PageGrids:
    """Tables, and pages (from 1, ascending): ``unsure`` are those whose table can't be trusted.

    On ``guessed`` pages a row was told by the height of its amounts alone: its label may be longer.
    """

    grids: tuple[Grid, ...]
    unsure: tuple[int, ...]
    guessed: tuple[int, ...]


def grids_from_glyphs(
    text: str,
    pages: tuple[Page, ...],
    glyphs: tuple[tuple[Glyph, ...], ...],
    rules: tuple[Rules, ...] = (),
) -> tuple[tuple[Grid, ...], tuple[int, ...]]:
    """Return the tables with amounts in a PDF and the pages whose table can't be trusted.

    ``text`` is the stored text, ``glyphs`` come from `ingest.glyphs.read_glyphs`, one tuple a page,
    ``rules`` from `ingest.rules.read_rules`. The pages (from 1, ascending) are those of tables
    whose cells did not fall into place, by their letters or by their borders: two amounts in one
    cell, or amounts that no order of rows explains. They give no grid.
    """
    drawn = rules or (Rules(),) * len(pages)
    words = tuple(
        placed_words(text, page, letters, lines.down)
        for page, letters, lines in zip(pages, glyphs, drawn, strict=True)
    )
    found = _grids_of_words(words)
    suspect = frozenset((*found.unsure, *found.guessed))
    ruled = ruled_choice(words, drawn, found.grids, suspect)
    if not ruled:
        return found.grids, found.unsure
    taken = frozenset(word for table in ruled for word in table.words)
    rest = tuple(tuple(word for word in page if word not in taken) for page in words)
    found = _grids_of_words(rest)
    both = (*found.grids, *(table.grid for table in ruled))
    return tuple(sorted(both, key=_start)), found.unsure


def _grids_of_words(words: tuple[tuple[Word, ...], ...]) -> PageGrids:
    lines = tuple(table_lines(half) for halves in page_halves(words) for half in halves)
    return grids_of_pages(without_running(lines))


def _start(grid: Grid) -> int:
    return min(cell.span.start for row in grid.rows for cell in row if cell.span)


def grids_of_pages(pages: tuple[tuple[Line, ...], ...]) -> PageGrids:
    """Return the tables with amounts, from the lines of each page or half page."""
    tables: list[_Table] = []
    waiting = _NOTHING
    for lines in pages:
        waiting = _read_page(lines, tables, waiting)
    unsure = {n for table in tables if not table.sure and _is_money(table) for n in table.pages}
    # A page whose table can't be trusted gives no figures at all: what looks like another table on
    # it may well be the rest of that one.
    sure = [table for table in tables if table.sure and not table.pages & unsure]
    guessed = {n for table in sure if table.guessed for n in table.pages}
    return PageGrids(
        tuple(_grid(table) for table in sure), tuple(sorted(unsure)), tuple(sorted(guessed))
    )


def _read_page(
    lines: tuple[Line, ...], tables: list[_Table], waiting: tuple[tuple[Line, ...], ...]
) -> tuple[tuple[Line, ...], ...]:
    """Add the tables of one page; its first lines may go on with a table of the page before.

    ``waiting`` is a header at the foot of the page before with the groups below it, as is what is
    returned for this page.
    """
    start = 0
    if tables and tables[-1].open:
        start = _continue(tables[-1], lines)
        tables[-1].open = start == len(lines) and start > 0
    parts = table_parts(lines[start:])
    for part in parts:
        header, body = _with_waiting(part, lines, waiting if start == 0 else _NOTHING)
        table = _Table(header, table_columns(header, body), open=part.at_end)
        _add_rows(table, body)
        tables.append(table)
    at_end = bool(parts and parts[-1].at_end) or start == len(lines)
    return _NOTHING if at_end else trailing_header(lines[start:])


def _with_waiting(
    part: Part, lines: tuple[Line, ...], waiting: tuple[tuple[Line, ...], ...]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return header and body of a table at the top of a page, with what waited at the foot before.

    Groups above its first row are lines of the body, where its header is on the page before.
    """
    header, groups = waiting
    if not part.at_top or not header:
        return part.header, part.body
    if not part.header:
        above = lines[: lines.index(part.body[0])]
        inside = tuple(line for line in above if is_group_line(line))
        return header, (*groups, *inside, *part.body)
    again = [_plain(line.text) for line in part.header] == [_plain(line.text) for line in header]
    return part.header, (*groups, *part.body) if again else part.body


def _continue(table: _Table, lines: tuple[Line, ...]) -> int:
    """Add the lines at the top of a page that go on with ``table``; return how many."""
    start = _repeated_header(table, lines)
    end = start
    while end < len(lines) and _fits(table, lines, end):
        end += 1
    while end > start and not _goes_on(table, lines[end - 1]):
        end -= 1
    body = lines[start:end]
    if not body:
        return 0
    _add_rows(table, body)
    return end


def _goes_on(table: _Table, line: Line) -> bool:
    """Return whether a line shows that the table goes on: a short line at the left does not."""
    return is_row(line) or line.pieces[0].x0 > table.columns[0].x1


def _repeated_header(table: _Table, lines: tuple[Line, ...]) -> int:
    """Return how many lines at the top of the page repeat the header of the table."""
    known = {_plain(line.text) for line in table.header}
    count = 0
    while count < len(lines) and _plain(lines[count].text) in known:
        count += 1
    return count


def _plain(text: str) -> str:
    return "".join(text.lower().split())


def _fits(table: _Table, lines: tuple[Line, ...], index: int) -> bool:
    """Return whether a line is one of the table: each piece lies in one of its columns."""
    line = lines[index]
    if index and line.top - lines[index - 1].bottom > 2.0 * line.height:
        return False
    return all(_fits_column(table.columns, piece, is_row(line)) for piece in line.pieces)


def _fits_column(columns: tuple[Column, ...], piece: Piece, beside: bool) -> bool:
    """Return whether a piece lies in one column; a label ``beside`` amounts may be the longest."""
    over = [c for c in columns if c.overlap(piece.x0, piece.x1) > 0]
    if len(over) != 1:
        return False
    column = over[0]
    if column.is_amount:
        return piece.is_value
    if column is columns[0]:
        fits = beside or piece.x1 < column.x1 + 2 * piece.height
        return abs(piece.x0 - column.x0) < _EDGE and fits
    return piece.x0 > column.x0 - _EDGE


def _add_rows(table: _Table, body: tuple[Line, ...]) -> None:
    body = tuple(
        replace(line, pieces=tuple(q for p in line.pieces for q in parted_marks(p, table.columns)))
        for line in body
    )
    pieces = tuple(piece for line in body for piece in line.pieces)
    carried = table.rows[-1] if table.rows else None
    rows = table_rows(pieces, table.columns, row_gap(body), carried)
    if not are_sound(rows, table.columns):
        other = rows_by_height(body, table.columns, row_gap(body))
        table.guessed = carried is None and are_sound(other, table.columns)
        rows = other if table.guessed else rows
    table.rows.extend(without_breaks(carried, rows, table.columns))
    table.pages.update(piece.page for piece in pieces)
    table.sure = table.sure and are_sound(table.rows, table.columns)


def _is_money(table: _Table) -> bool:
    """Return whether amounts as money is printed stand in the table, not only small numbers.

    Numbers in a drawing or a table of contents make no table whose reader must be warned.
    """
    pieces = [piece for row in table.rows for cell in row.cells.values() for piece in cell]
    return sum(p.is_number and any(sign in p.text for sign in ".,€%") for p in pieces) >= 3


def _grid(table: _Table) -> Grid:
    header = _header_rows(header_cells(table.header, table.columns))
    body = [row_cells(row, table.columns) for row in table.rows]
    return Grid((*header, *body), len(header), spread=True)


def _header_rows(headers: tuple[tuple[HeaderCell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Return header rows: the n-th header of each column, blank where a column has fewer."""
    depth = max((len(cells) for cells in headers), default=0)
    return tuple(
        tuple(joined_cell(list(cells[n].pieces) if n < len(cells) else []) for cells in headers)
        for n in range(depth)
    )
