"""Tables in plain text, by tabs, pipes or spaces, or by rows that begin or end with amounts."""

from ingest.amount_lines import amount_grids
from ingest.delimited_lines import delimited_grids
from ingest.reading import Grid
from ingest.spaced_lines import spaced_grids
from ingest.span import Span
from ingest.text_lines import TextLine, text_lines
from ingest.trailing_lines import trailing_grids


def grids_from_lines(text: str) -> tuple[Grid, ...]:
    """Return the tables with amounts in a plain text, in the order of the text.

    The surest way of reading goes first and takes its lines away from the others: rows that begin
    with an amount under a header that says so, then drawn cells, then columns of white space, then
    amounts at the end of lines.
    """
    lines = text_lines(text)
    sure = (*amount_grids(text, lines), *delimited_grids(text, lines))
    grids = [grid for grid, _ in sure]
    rest = _outside(lines, [taken for _, taken in sure])
    trailing = trailing_grids(text, rest)
    rest = _outside(rest, [_extent(grid) for grid in trailing])
    return tuple(sorted((*grids, *trailing, *spaced_grids(rest)), key=_extent))


def _extent(grid: Grid) -> Span:
    spans = [cell.span for row in grid.rows for cell in row if cell.span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _outside(lines: tuple[TextLine, ...], taken: list[Span]) -> tuple[TextLine, ...]:
    """Return the lines, those under a table that was read replaced by blank ones."""
    return tuple(
        TextLine("", line.start)
        if any(span.start <= line.ink.start < span.end for span in taken)
        else line
        for line in lines
    )
