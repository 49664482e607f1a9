"""One printed line of a report with how it looks, from which headings and sentences are found."""

from dataclasses import dataclass

from ingest.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``span`` without the white space around it, never empty.

    ``page`` counts from 1 (None for formats without pages). ``size`` is the font size in points (0
    where unknown), ``bold`` whether all of it is bold, ``left`` and ``height`` where it starts on
    the page in points (None where unknown). ``apart`` says that there is white space above it as
    between paragraphs. ``whole`` says that a line is a whole paragraph, as in Word, not a row of
    print. ``level`` is the heading level that the file itself states (0 for a title). ``repeated``
    marks headers, footers, page numbers and headers of tables that come back, ``spread`` words with
    wide gaps between them, as in a table.
    """

    span: Span
    page: int | None = None
    size: float = 0.0
    bold: bool = False
    left: float | None = None
    height: float | None = None
    apart: bool = False
    whole: bool = False
    level: int | None = None
    repeated: bool = False
    spread: bool = False
