"""What a reader takes from one file, before sections, tables and sentences are found in it."""

from dataclasses import dataclass

from ingest.report import Page
from ingest.span import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text with lines joined, and where it stands in the stored text.

    A cell that is empty in print has no ``span``. A cell that runs over a page is one cell.
    """

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Grid:
    """One table as printed: rows of equally many cells, header rows included, top to bottom.

    A table that runs over pages is one grid, its repeated header left out. ``spread`` tells that a
    header over several columns stands in each of them, so that a blank one is blank.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The stored text of one file, its pages and its tables.

    ``text`` is pypdf's plain text with pages joined by a newline for a PDF, columns in order;
    ``pages`` is empty for formats without pages. ``notices`` say in Dutch what could not be read.
    """

    text: str
    pages: tuple[Page, ...]
    grids: tuple[Grid, ...]
    notices: tuple[str, ...]
    meta_title: str | None = None  # the title that the file itself carries, if any
