"""Tables read by their drawn borders, for those whose letters alone do not fall into place."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.banded_boxes import banded_boxes
from ingest.broken_rows import without_breaks
from ingest.cell_value import parse_cell
from ingest.placed_words import Word
from ingest.reading import Cell, Grid
from ingest.row_cells import joined_cell, row_cells
from ingest.ruled_boxes import RuledBox, RuledCell, ruled_boxes
from ingest.ruled_header import Row, header_of_strip
from ingest.rules import Rules
from ingest.sound_rows import are_sound
from ingest.table_columns import Column
from ingest.table_lines import Line, Piece, piece_of, table_lines
from ingest.table_rows import OpenRow, row_gap, rows_by_height, table_rows

_MARK = re.compile(r"\*+\)?|\d\)")  # a footnote's, on a line of its own in an amount's cell
_YEAR = re.compile(r"(?:19|20)\d\d\*{0,2}")
_NUMBERED = re.compile(r"\d+[a-z]?[.)]\s")
_MOSTLY = 0.8  # of what stands in a column of amounts; the rest are remarks
# Of the width of a table: Word lays out columns anew on each page, up to 0.028 elsewhere.
_EDGE = 0.03
_FEW = 12  # words: a running header or a page number
_NEAR = 3.0  # points that a word may stick out of the table


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of one page: its header rows and the others; ``at_top`` when it opens the page."""

    box: RuledBox
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    words: tuple[Word, ...]
    at_top: bool
    at_end: bool


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A table and the words that stand in it."""

    grid: Grid
    words: frozenset[Word]


def ruled_grids(
    pages: tuple[tuple[Word, ...], ...], rules: tuple[Rules, ...]
) -> tuple[RuledGrid, ...]:
    """Return the tables with amounts that borders enclose.

    ``pages`` are the words of pages in order, ``rules`` the lines on each. A table whose cells hold
    two amounts that no row parts, or amounts without a label, is left out. One that goes on at the
    top of the next page is one grid.
    """
    runs: list[list[_Table]] = []
    for words, drawn in zip(pages, rules, strict=True):
        boxes = (*ruled_boxes(drawn), *banded_boxes(drawn, words))
        for box in sorted(boxes, key=lambda box: box.ys[0]):
            table = _table(box, words)
            goes_on = bool(runs) and _goes_on(runs[-1][-1], table)
            if goes_on and not _is_other(table, runs[-1][0]):
                runs[-1].append(_without_header(table, runs[-1][0]))
            else:
                runs.append([table])
    found = ((run, _grid(run)) for run in runs)
    return tuple(
        RuledGrid(grid, frozenset(word for table in run for word in table.words))
        for run, grid in found
        if grid is not None
    )


def _table(box: RuledBox, words: tuple[Word, ...]) -> _Table:
    inside = tuple(word for word in words if _is_inside(word, box))
    pieces = {cell: _pieces(cell, box, inside) for cell in box.cells}
    rows = [
        tuple((cell, pieces[cell]) for cell in box.cells if cell.top <= row <= cell.bottom)
        for row in range(len(box.ys) - 1)
    ]
    rows = _whole_rows([row for row in rows if any(held for _, held in row)])
    heads: Row = ()
    while rows and _is_title(rows[0], box) and not heads:
        strip = tuple(word for _, held in rows[0] for piece in held for word in piece.words)
        heads = header_of_strip(box, strip, above=False)
        rows = rows[1:]
    count = 0
    while count < len(rows) and _is_header(rows[count]):
        count += 1
    over = tuple(word for word in words if word.middle < box.ys[0])
    heads = heads or (() if count else header_of_strip(box, over, above=True))
    header = (*([heads] if heads else []), *rows[:count])
    inside = (*(word for _, held in heads for p in held for word in p.words), *inside)
    above = sum(word.middle < box.ys[0] and word not in inside for word in words)
    below = sum(word.middle > box.ys[-1] for word in words)
    return _Table(box, header, tuple(rows[count:]), inside, above < _FEW, below < _FEW)


def _whole_rows(rows: list[Row]) -> list[Row]:
    """Return rows with those made one over which both the label and an amount reach."""
    whole: list[Row] = []
    for row in rows:
        if whole and _reaches(whole[-1], row):
            known = {cell for cell, _ in whole[-1]}
            whole[-1] = (*whole[-1], *(held for held in row if held[0] not in known))
        else:
            whole.append(row)
    return whole


def _reaches(above: Row, row: Row) -> bool:
    """Return whether the first cell and one with an amount are in both rows."""
    both = [held for cell, held in row if any(cell == other for other, _ in above)]
    first = row[0][0] == above[0][0]
    return first and any(len(held) == 1 and held[0].is_value for held in both[1:])


def _is_inside(word: Word, box: RuledBox) -> bool:
    across = box.xs[0] - _NEAR <= word.x0 and word.x1 <= box.xs[-1] + _NEAR
    return across and box.ys[0] <= word.middle <= box.ys[-1]


def _pieces(cell: RuledCell, box: RuledBox, words: tuple[Word, ...]) -> tuple[Piece, ...]:
    """Return the lines of a cell; ``order`` counts the words of the table in stored order."""
    held = {
        word: order
        for order, word in enumerate(words)
        if box.xs[cell.left] <= (word.x0 + word.x1) / 2 < box.xs[cell.right + 1]
        and box.ys[cell.top] <= word.middle < box.ys[cell.bottom + 1]
    }
    lines = table_lines(tuple(held))
    alone = cell.left == cell.right
    if alone and held and parse_cell(" ".join(word.text for word in held)):
        return (piece_of(list(held), min(held.values())),)  # "€" on a line of its own
    return tuple(
        piece_of(list(run), held[run[0]])
        for line in lines
        for run in (
            [tuple(w for p in line.pieces for w in p.words)]
            if alone
            else [piece.words for piece in line.pieces]
        )
    )


def _is_title(row: Row, box: RuledBox) -> bool:
    """Return whether a row is one cell over all columns."""
    return len(row) == 1 and row[0][0].left == 0 and row[0][0].right == len(box.xs) - 2


def _is_header(row: Row) -> bool:
    """Return whether a row names columns: two cells or more, and no number but years."""
    filled = [" ".join(piece.text for piece in held) for _, held in row if held]
    values = (parse_cell(text) for text in filled if not _YEAR.fullmatch(text))
    stacked = any(sum(piece.is_number for piece in held) > 1 for _, held in row)
    number = any(value and value.value is not None for value in values)
    return len(filled) > 1 and not number and not stacked


def _goes_on(above: _Table, table: _Table) -> bool:
    """Return whether a table at the top of a page has the columns of the one that ended a page."""
    apart = above.words and table.words and above.words[-1].page + 1 == table.words[0].page
    edge = _EDGE * (above.box.xs[-1] - above.box.xs[0])
    same = len(above.box.xs) == len(table.box.xs) and all(
        abs(a - b) < edge for a, b in zip(above.box.xs, table.box.xs, strict=True)
    )
    return bool(apart) and same and above.at_end and table.at_top


def _is_other(table: _Table, first: _Table) -> bool:
    """Return whether a table has a header of its own: one that names all columns but one."""
    if not table.header or [*map(_printed, table.header)] == [*map(_printed, first.header)]:
        return False
    named = {n for c, held in table.header[-1] if held for n in range(c.left, c.right + 1)}
    return len(named) >= len(table.box.xs) - 2


def _without_header(table: _Table, first: _Table) -> _Table:
    """Return a table that goes on: rows like a header are rows, but for those that come back."""
    again = [_printed(row) for row in first.header]
    rows = [row for row in table.header if _printed(row) not in again]
    return replace(table, header=(), body=(*rows, *table.body))


def _printed(row: Row) -> str:
    return " ".join(piece.text for _, held in row for piece in held)


def _grid(run: list[_Table]) -> Grid | None:
    """Return the tables of a run as one grid, or None where their cells do not fall into place."""
    first = run[0]
    columns = _columns(run)
    rows: list[OpenRow] = []
    for table in run:
        for number, row in enumerate(table.body):
            split = _rows(row, columns, first.box.xs)
            if split is None:
                return None
            last = rows[-1] if rows and not number else None
            rows += without_breaks(last, split, columns)
    if not first.header or len(rows) < 2 or not any(column.is_amount for column in columns):
        return None
    if not are_sound(rows, columns):
        return None
    header = tuple(_header_cells(row, len(columns)) for row in first.header)
    body = tuple(row_cells(row, columns) for row in rows)
    used = [n for n in range(len(columns)) if any(row[n].text for row in body) or not n]
    cells = tuple(tuple(row[n] for n in used) for row in (*header, *body))
    return Grid(cells, len(header), spread=True)


def _columns(run: list[_Table]) -> tuple[Column, ...]:
    xs = run[0].box.xs
    rows = [row for table in run for row in table.body]
    held: list[list[Piece]] = [[] for _ in xs[1:]]
    for row in rows:
        for cell, pieces in row:
            for piece in pieces:
                held[_home(piece, cell, xs)].append(piece)
    return tuple(
        Column(left, max((p.x1 for p in pieces), default=right), _holds_amounts(pieces))
        for (left, right), pieces in zip(pairwise(xs), held, strict=True)
    )


def _home(piece: Piece, cell: RuledCell, xs: tuple[float, ...]) -> int:
    """Return the column of a piece: of a cell over several, words stand in the first one."""
    if cell.left == cell.right or not piece.is_value:
        return cell.left
    middle = (piece.x0 + piece.x1) / 2
    return next(
        i for i in range(cell.left, cell.right + 1) if middle < xs[i + 1] or i == cell.right
    )


def _holds_amounts(pieces: list[Piece]) -> bool:
    kept = [piece for piece in pieces if not _MARK.fullmatch(piece.text)]
    numbers = any(piece.is_number for piece in kept)
    return numbers and sum(piece.is_value for piece in kept) >= _MOSTLY * len(kept)


def _rows(row: Row, columns: tuple[Column, ...], xs: tuple[float, ...]) -> list[OpenRow] | None:
    """Return the rows between two borders: one, or several where a column holds more amounts."""
    whole = OpenRow()
    for cell, pieces in row:
        for piece in pieces:
            home = _home(piece, cell, xs)
            if not (columns[home].is_amount and _MARK.fullmatch(piece.text)):
                whole.add(home, piece)
    if not whole.cells:
        return []
    if are_sound([whole, OpenRow({0: []})], columns) and not _is_list(whole, columns):
        return [whole]
    kept = tuple(piece for held in whole.cells.values() for piece in held)
    lines = _lines(kept)
    for rows in (
        table_rows(kept, columns, row_gap(lines)),
        rows_by_height(lines, columns, row_gap(lines)),
    ):
        if are_sound([*rows, OpenRow({0: []})], columns):
            return rows
    return None


def _is_list(row: OpenRow, columns: tuple[Column, ...]) -> bool:
    """Return whether the first cell of words holds labels with numbers of their own below it."""
    first = next((n for n, column in enumerate(columns) if not column.is_amount), 0)
    return any(_NUMBERED.match(piece.text) for piece in row.cells.get(first, [])[1:])


def _lines(pieces: tuple[Piece, ...]) -> tuple[Line, ...]:
    """Return pieces as lines from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        if lines and abs(piece.middle - lines[-1][0].middle) <= 0.45 * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    ordered = [sorted(line, key=lambda p: p.x0) for line in lines]
    return tuple(
        Line(tuple(line), min(p.top for p in line), max(p.bottom for p in line)) for line in ordered
    )


def _header_cells(row: Row, width: int) -> tuple[Cell, ...]:
    cells = [Cell("", None)] * width
    for cell, pieces in row:
        for column in range(cell.left, cell.right + 1):
            cells[column] = joined_cell(list(pieces))
    return tuple(cells)
