"""The parts of a page that hold a table with amounts: header lines and body lines."""

import re
from dataclasses import dataclass

from ingest.scale import scale_of
from ingest.table_lines import Line, Piece
from ingest.touching_words import names_cells

_YEAR = re.compile(r"(?:19|20)\d\d\*{0,2}")
_LEADER = re.compile(r"\.{4,}|(?:\. ){4,}")  # a table of contents leads to its page numbers by dots
_CAPTION = re.compile(r"(?:Tabel|Figuur|Grafiek|Bron|Bijlage)\b|\*|NB\b|Toelichting\b(?! en)")
_PROSE_WORDS = 9  # a piece of so many words that crosses columns is a sentence, not a cell
_MAX_HEADER_LINES = 16
_HEAD_WORDS = 4  # "Begroting 2025 na wijziging"; a sentence is longer
_GROUP_WORDS = 5  # "Baten", "Programma 2 Wonen en ruimte"
_FOOT_GROUPS = 2  # a group, and one in it; more lines are text
_HEADER_GAP = 2.6  # of a line height, between the lines of a header and the first row
_BODY_GAP = 4.0
_HEAD_LINES = 4  # the rest of a header of two lines, a group and one in it, the first row


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one table on one page, and whether they begin or end that page."""

    header: tuple[Line, ...]
    body: tuple[Line, ...]
    at_top: bool
    at_end: bool


def table_parts(lines: tuple[Line, ...]) -> tuple[Part, ...]:
    """Return the tables of a page (running lines left out), from top to bottom."""
    groups = _groups(lines)
    parts = []
    floor = 0
    for first, last in groups:
        top = _header_start(lines, first, floor)
        header, body = _split_header(lines[top:first], lines[first : last + 1])
        parts.append(Part(header, body, top == 0, last == len(lines) - 1))
        floor = last + 1
    return tuple(parts)


def trailing_header(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the header at the foot of a page whose rows begin on the next page, or ().

    With it come the groups below it that have no row on this page.
    """
    end = len(lines)
    while end > len(lines) - _FOOT_GROUPS and end > 0 and is_group_line(lines[end - 1]):
        end -= 1
    start = end
    while start > 0 and _heads(lines[start - 1], []) and not is_row(lines[start - 1]):
        start -= 1
    if start == end or end - start > _MAX_HEADER_LINES:
        return (), ()
    return lines[start:end], lines[end:]


def is_group_line(line: Line) -> bool:
    """Return whether a line may name a group of rows: a few words by themselves, no sentence."""
    words = line.pieces[0].words
    named = len(line.pieces) == 1 and len(words) <= _GROUP_WORDS
    return named and not line.pieces[0].is_value and not line.text.endswith((".", ":", ";", ","))


def _groups(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Return first and last line of each run of lines that rows of amounts hold together."""
    groups: list[tuple[int, int]] = []
    first = seed = -1
    for index, line in enumerate(lines):
        if first >= 0 and _ends(lines, seed, index):
            # A number in a header ("Programma 1") looks like a row; the header goes on below it.
            if seed > first or not (_is_numbered(lines[seed]) and _is_header_of(line, lines[seed])):
                groups.append((first, _last_row(lines, seed, index)))
            first = -1
        if is_row(line):
            first = index if first < 0 else first
            seed = index
    if first >= 0:
        groups.append((first, _last_row(lines, seed, len(lines))))
    return groups


def _is_numbered(line: Line) -> bool:
    """Return whether all numbers of a line are of one or two digits, as in "Programma 1"."""
    return all(len(piece.text) <= 2 for piece in line.pieces if piece.is_number)


def is_row(line: Line) -> bool:
    """Return whether a line holds an amount beside something else, and not only years."""
    if len(line.pieces) < 2 or _LEADER.search(line.text):
        return False
    return any(piece.is_number and not is_year(piece) for piece in line.pieces)


def is_year(piece: Piece) -> bool:
    """Return whether a piece is a bare year, as headers hold them."""
    return bool(_YEAR.fullmatch(piece.text))


def _ends(lines: tuple[Line, ...], seed: int, index: int) -> bool:
    """Return whether the table with a row at ``seed`` does not go on at ``index``."""
    line, row = lines[index], lines[seed]
    if line.top - lines[index - 1].bottom > _BODY_GAP * line.height:
        return True
    if _is_caption(line) or _is_header_of(line, row) or _opens_another(lines, index):
        return True
    return not is_row(line) and any(_is_prose(piece, row) for piece in line.pieces)


def _opens_another(lines: tuple[Line, ...], index: int) -> bool:
    """Return whether a line has words over two amounts or more of the row that follows it.

    The columns of a next table seldom lie under those of the table before.
    """
    below = next((line for line in lines[index + 1 :][:_HEAD_LINES] if is_row(line)), None)
    amounts = sum(piece.is_number for piece in below.pieces) if below else 0
    return below is not None and amounts > 1 and _is_header_of(lines[index], below)


def _is_caption(line: Line) -> bool:
    """Return whether a line names a table or remarks on it; one with columns is a header too."""
    return len(line.pieces) <= 2 and bool(_CAPTION.match(line.text))


def _is_prose(piece: Piece, row: Line) -> bool:
    return len(piece.words) >= _PROSE_WORDS and _crosses(piece, row) and not names_cells(piece, row)


def _crosses(piece: Piece, row: Line) -> bool:
    """Return whether a piece lies over two or more cells of ``row``."""
    return sum(piece.x0 < cell.x1 and cell.x0 < piece.x1 for cell in row.pieces) >= 2


def _is_header_of(line: Line, row: Line) -> bool:
    """Return whether a line has words where ``row`` has amounts: a next header starts there."""
    amounts = [piece for piece in row.pieces if piece.is_number]
    over = [
        piece
        for piece in line.pieces
        if (not piece.is_value or is_year(piece))
        and any(piece.x0 < a.x1 and a.x0 < piece.x1 for a in amounts)
    ]
    if is_row(line) or len(line.pieces) < 2:
        return False
    if sum(is_year(piece) for piece in line.pieces) >= 2:
        return True
    return bool(over) and len(over) >= min(2, len(amounts))


def _last_row(lines: tuple[Line, ...], seed: int, stop: int) -> int:
    """Return the last line before ``stop`` that still belongs to the last row, at ``seed``."""
    last = seed
    row = lines[seed]
    # Amounts may stand half-way down a label, on a line of their own.
    labelled = Line((*lines[max(seed - 1, 0)].pieces, *row.pieces), row.top, row.bottom)
    for index in range(seed + 1, stop):
        line = lines[index]
        close = line.top - lines[index - 1].bottom <= 0.8 * line.height
        if scale_of(line.text):
            break  # "Kosten (x € 1.000)" is the caption of the next table
        if not close or any(_crosses(piece, row) for piece in line.pieces):
            break
        if not all(_lies_under_text(piece, labelled) for piece in line.pieces):
            break
        last = index
    return last


def _lies_under_text(piece: Piece, row: Line) -> bool:
    return any(
        piece.x0 < cell.x1 and cell.x0 < piece.x1 for cell in row.pieces if not cell.is_value
    )


def _header_start(lines: tuple[Line, ...], first: int, floor: int) -> int:
    """Return the first line of the header above the row ``first``."""
    top = first
    while top > max(floor, first - _MAX_HEADER_LINES):
        line = lines[top - 1]
        room = _HEADER_GAP * line.height * (2 if len(line.pieces) > 2 else 1)
        if lines[top].top - line.bottom > room or _is_caption(line):
            break
        if any(_is_prose(piece, lines[first]) for piece in line.pieces):
            break
        top -= 1
    return top


def _split_header(
    above: tuple[Line, ...], rows: tuple[Line, ...]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the header and the body: group rows may stand between the header and the first row."""
    left = min(piece.x0 for line in rows for piece in line.pieces)
    cells = [p for line in rows if len(line.pieces) > 1 for p in line.pieces if p.is_value]
    heads = [_heads(line, cells) or _is_wide_head(line, left) for line in above]
    for index in range(1, len(above)):
        # The last line of a tall header cell stands alone, and not always over an amount.
        room = above[index].top - above[index - 1].bottom
        follows = heads[index - 1] and room < 0.7 * above[index].height
        heads[index] = heads[index] or (follows and not _is_heading(above[index], left))
    if not any(heads):
        return (), rows
    end = len(heads) - heads[::-1].index(True)
    start = end
    for index in reversed(range(end)):
        if _is_heading(above[index], left):
            if index + 1 < len(above) and _is_loose(above[index], above[index + 1]):
                break
        elif heads[index]:
            start = index
    return above[start:end], above[end:] + rows


def _heads(line: Line, cells: list[Piece]) -> bool:
    """Return whether a line heads columns: two cells or more, or one over the amounts.

    Numbers do not count, but for years and small ones ("Kwartaal 1").
    """
    words = [p for p in line.pieces if not p.is_number or is_year(p) or len(p.text) <= 2]
    if len(line.pieces) > 1:
        return bool(words)
    return any(_touch(piece, cell) for piece in words for cell in cells)


def _is_wide_head(line: Line, left: float) -> bool:
    """Return whether a line is one header with a year, over columns right of the labels."""
    named = len(line.pieces) == 1 and re.search(r"\b(?:19|20)\d\d\b", line.text)
    return bool(named) and not _is_heading(line, left) and len(line.pieces[0].words) <= _HEAD_WORDS


def _touch(piece: Piece, cell: Piece) -> bool:
    """Return whether a piece stands over a cell; a header may be as far off as it is high."""
    slack = 0.5 * piece.height
    return piece.x0 - slack < cell.x1 and cell.x0 < piece.x1 + slack


def _is_loose(line: Line, below: Line) -> bool:
    """Return whether there is room between two lines, more than between lines of one cell."""
    return below.top - line.bottom > 0.35 * line.height


def _is_heading(line: Line, left: float) -> bool:
    """Return whether a line is one piece at the left edge: a heading above the table."""
    return len(line.pieces) == 1 and line.pieces[0].x0 < left + line.height
