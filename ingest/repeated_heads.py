"""Finds the header of a table where it is printed again at the top of a next page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.line import Line
from ingest.reading import Grid, Reading
from ingest.span import Span


def mark_repeated_heads(reading: Reading, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with ``repeated`` set on headers of tables that come back on a next page.

    The lines of a header count where all of them stand, in any order and with nothing in between,
    at the top of a page that the table goes on to.
    """
    again = {index for grid in reading.grids for index in _again(reading, lines, grid)}
    return tuple(
        replace(line, repeated=True) if index in again else line for index, line in enumerate(lines)
    )


def _again(reading: Reading, lines: Sequence[Line], grid: Grid) -> Iterator[int]:
    whole, head = _span(grid, 0, len(grid.rows)), _span(grid, 0, grid.header_rows)
    if whole is None or head is None:
        return
    known = {_words(reading, line) for line in lines if _overlap(line.span, head)}
    for page in reading.pages:
        if whole.start < page.span.start < whole.end:
            top = [i for i, ln in enumerate(lines) if ln.page == page.number and not ln.repeated]
            count = next(
                (n for n, i in enumerate(top) if _words(reading, lines[i]) not in known), 0
            )
            if {_words(reading, lines[i]) for i in top[:count]} == known:
                yield from top[:count]


def _span(grid: Grid, first: int, end: int) -> Span | None:
    spans = [cell.span for row in grid.rows[first:end] for cell in row if cell.span]
    if not spans:
        return None
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _words(reading: Reading, line: Line) -> str:
    return " ".join(line.span.cut(reading.text).split())
