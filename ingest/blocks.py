"""Joins printed lines into blocks: paragraphs, list items, cells and single lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.line import Line
from ingest.list_mark import list_mark
from ingest.span import Span
from ingest.table_caption import is_caption

_END = re.compile(r"[.!?:;…][\"'’”»)\]]*$")
_AMOUNT = re.compile(r"^[€$(+-]*\d{1,3}(?:\.\d{3})+(?:,\d+)?\)?$|€")
_LABEL = 8  # words; longer is a sentence that ends in a number
_NUMBERS = re.compile(r"[-–+(]*[€$]?\s*-?\d[\d.,%]*\)?")
_ROLE = re.compile(
    r"^(?=.{0,90}$).*\b(?:secretaris|burgemeester|griffier|voorzitter|wethouder|directeur)\s*,$",
    re.IGNORECASE,
)
ASIDE = 4  # times the size of the print: columns of tables lie further apart, indents do not
_WIDE = 0.8  # of the width of its neighbours: a line that long was broken because the page ended


@dataclass(frozen=True, slots=True)
class Block:
    """Text that belongs together: ``span`` without the mark ``bullet``, page furniture still in it.

    ``holes`` are the headers, footers and page numbers inside it.
    """

    span: Span
    bullet: str | None
    holes: tuple[Span, ...]


def find_blocks(text: str, lines: Sequence[Line], *, in_cell: bool = False) -> tuple[Block, ...]:
    """Return the blocks that ``lines`` form, in order; repeated lines end up in none or in holes.

    ``lines`` are one run of text: no heading or table between them. ``in_cell`` tells that they
    are a cell of a table: a line with numbers in it is then no row of figures.
    """
    blocks: list[Block] = []
    current: list[Line] = []
    holes: list[Span] = []
    width = _width(lines)
    for line in lines:
        if line.repeated:
            holes.append(line.span)
        elif (
            current
            and _goes_on(text, current, line, width)
            and not (in_cell and _is_other_cell(current[-1], line))
            and (in_cell or not _is_row(text, current[-1], line))
        ):
            current.append(line)
        else:
            blocks += _block(text, current, holes)
            current, holes = [line], []
    blocks += _block(text, current, holes)
    return tuple(blocks)


def _block(text: str, lines: Sequence[Line], holes: Sequence[Span]) -> Iterator[Block]:
    if not lines:
        return
    span = Span(lines[0].span.start, lines[-1].span.end)
    inside = tuple(hole for hole in holes if hole.start > span.start and hole.end < span.end)
    mark = list_mark(span.cut(text))
    if mark is None:
        yield Block(span, None, inside)
    else:
        yield Block(Span(span.start + mark[1], span.end), mark[0], inside)


def _width(lines: Sequence[Line]) -> int:
    """Return the length in characters of the longer lines, those that fill the column."""
    lengths = sorted(len(line.span) for line in lines if not line.repeated and not line.whole)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _goes_on(text: str, current: Sequence[Line], line: Line, width: int) -> bool:
    """Tell whether ``line`` continues the paragraph or item that ends in ``current``."""
    above = current[-1]
    printed, before = line.span.cut(text), above.span.cut(text)
    if _ROLE.search(before) and list_mark(printed) is None:
        return True  # "de secretaris, de burgemeester," and the names below it are one
    if is_caption(before) and len(current) == 1 and not printed[0].islower():
        return False
    if _is_new(text, current, line):
        return False
    if before.count("(") > before.count(")") or before[-1] in "-," or printed[0].islower():
        return True
    if line.page != above.page:
        return not _END.search(before)
    return len(before) + _first_word(printed) >= _WIDE * width and not _is_short(before, width)


def _is_new(text: str, current: Sequence[Line], line: Line) -> bool:
    """Tell whether how ``line`` is set says that something new starts."""
    above = current[-1]
    return (
        line.whole
        or above.whole
        or is_caption(line.span.cut(text))
        or list_mark(line.span.cut(text)) is not None
        or (line.spread and above.spread)  # two rows of words in columns
        or (line.apart and line.page == above.page)
        or _other_look(line, above)
        or _outdented(text, current, line)
    )


def _is_other_cell(above: Line, line: Line) -> bool:
    """Tell whether a row goes on over a page with a cell further to the left: its label."""
    if line.page == above.page or line.left is None or above.left is None:
        return False
    return line.left < above.left - ASIDE * line.size + 1.0


def _is_short(before: str, width: int) -> bool:
    return bool(_END.search(before)) and len(before) < 0.6 * width


def _first_word(printed: str) -> int:
    return 1 + len(printed.split(maxsplit=1)[0])


def _other_look(line: Line, above: Line) -> bool:
    return line.bold != above.bold and abs(line.size - above.size) > 0.2 * (above.size or 1)


def _outdented(text: str, current: Sequence[Line], line: Line) -> bool:
    """Tell whether ``line`` stands back at the margin of the list item above it."""
    first = current[0]
    if line.left is None or first.left is None or list_mark(first.span.cut(text)) is None:
        return False
    return (
        line.page == first.page
        and line.left <= first.left + 2
        and not line.span.cut(text)[0].islower()
    )


def _is_row(text: str, above: Line, line: Line) -> bool:
    before = above.span.cut(text)
    if before.count("(") > before.count(")"):
        return False
    return any(
        is_figures(ln.span.cut(text), spread=ln.spread or ln.left is None) for ln in (above, line)
    )


def is_figures(printed: str, *, spread: bool) -> bool:
    """Return whether a line is a row of a table: words with amounts behind them, or only numbers.

    ``spread`` tells that the words stand in columns; without it only a line of numbers is a row.

    >>> is_figures("Dronten 44.261", spread=True), is_figures("Dronten 44.261", spread=False)
    (True, False)
    >>> is_figures("sinds het najaar van 2025.", spread=True)
    False
    """
    words = printed.split()
    numbers = 0
    while numbers < len(words) and _NUMBERS.fullmatch(words[-1 - numbers]):
        numbers += 1
    if numbers == 0:
        return False
    if numbers == len(words):
        return numbers > 1 or bool(_AMOUNT.search(printed))
    return (
        spread
        and len(words) - numbers <= _LABEL
        and (numbers > 1 or bool(_AMOUNT.search(words[-1])))
    )
