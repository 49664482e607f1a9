"""Tables in plain text: columns by tabs, pipes or spaces, or rows that begin or end with amounts."""

from ingest.amount_lines import amount_grids
from ingest.reading import Grid
from ingest.span import Span
from ingest.text_lines import TextLine, text_lines


def grids_from_lines(text: str) -> tuple[Grid, ...]:
    """Return the tables with amounts in a plain text, in the order of the text."""
    lines = text_lines(text)
    found: list[tuple[Grid, Span]] = list(amount_grids(text, lines))
    return tuple(grid for grid, _ in sorted(found, key=lambda pair: pair[1]))


def _outside(lines: tuple[TextLine, ...], taken: list[Span]) -> tuple[TextLine, ...]:
    return tuple(
        line for line in lines if not any(span.start <= line.start < span.end for span in taken)
    )
