"""The nouns of a read report: pages, sections, passages, sentences and figures.

Everything points into ``Report.text`` by `Span`; the text is never altered after reading, so that a
quote is always what the report says. Indexes (``section``, ``figure``, ...) count from 0 into the
tuple of that name on the same report. Pages count from 1, as a PDF viewer does.
"""

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.row_wholes import is_within
from ingest.span import Span


class Health(StrEnum):
    """How well a page was read."""

    READ = "read"
    EMPTY = "empty"  # nothing to read: no text and no picture
    NO_TEXT = "no_text"  # a picture of a page (a scan), without a text layer
    GARBLED = "garbled"  # text without a character map
    OVER_LIMITS = "over_limits"  # too large or too slow to read
    HIDDEN_TEXT = "hidden_text"  # holds text that a reader of the page can't see
    TABLE_UNSURE = "table_unsure"  # read, but a table on it is not: no figures from it
    TABLE_LOST = "table_lost"  # read, but one of its tables is not; figures of the others hold
    OCR = "ocr"  # read by text recognition: letters and figures may be misread


@dataclass(frozen=True, slots=True)
class Page:
    """One page: PDF page ``number`` from 1, the printed ``label`` where it differs.

    ``body`` runs from its first to its last line that is no header, footer or page number; None
    where it has no such line.
    """

    number: int
    span: Span
    label: str | None = None
    health: Health = Health.READ
    body: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or unnumbered heading and all under it.

    ``number`` is as printed without a trailing dot ("2.6"), ``level`` from 1; ``span`` runs from
    the heading to the next heading of the same or a higher level, sub-sections included. ``parent``
    is the index of the enclosing section.
    """

    index: int
    number: str | None
    title: str
    level: int
    parent: int | None
    heading: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of prose of some 800 characters, the unit that is shown as "closest" text."""

    index: int
    span: Span
    section: int | None
    page: int | None
    page_end: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item, label line or heading line: what a text answer is cut from.

    ``figure`` is the index of the budget row whose explanation holds it. ``bullet`` is the printed
    list mark ("•", "-", "1.", "o") and is not part of ``span``; None for running prose.
    """

    index: int
    span: Span
    section: int | None
    figure: int | None
    bullet: str | None
    page: int | None
    page_end: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a table with all that says what it is.

    ``value`` is in full units (euros, not thousands: ``scale`` is applied), ``printed`` is the cell
    as it stands. ``row_path`` goes from the group to the row ("Lasten", "Jeugdhulp"),
    ``column_path`` likewise ("2024", "Begroot"). ``is_total`` marks subtotals and totals, which are
    never added to their parts; ``row`` counts the rows of ``table``, both from 0 in the report.
    ``span`` is what is quoted: from the amount to the end of the label, or from the label to the
    amount, whichever the table prints. ``explanation`` is the text cell of the row, if any.
    """

    index: int
    table: int
    row: int
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    value: Decimal
    unit: str  # euro, percent, count, number (bare), or as printed: "minuten"
    printed: str
    scale: int  # 1, 1000 or 1000000
    year: int | None
    measure: str | None  # inzet, begroot, realisatie, verschil, lasten, baten, saldo
    is_total: bool
    section: int | None
    page: int | None
    page_end: int | None
    span: Span
    amount: Span
    label_span: Span
    explanation: Span | None

    @property
    def label(self) -> str:
        """Return the row's own label, lines joined."""
        return self.row_path[-1] if self.row_path else ""

    @property
    def is_counted(self) -> bool:
        """Return whether a sum takes the amount: no total, and not within another ("waarvan")."""
        return not self.is_total and not any(map(is_within, self.row_path))


class Place(StrEnum):
    """Where something that a report says about itself was found."""

    TEXT = "text"
    FILE_NAME = "file_name"
    FILE_TITLE = "file_title"  # the title that the file itself carries


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the ``field`` of a `Report` (its title, date, version, ...) was found.

    ``span`` is given for `Place.TEXT` only and counts in ``Report.text``.
    """

    field: str
    place: Place
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read from one file.

    ``id`` is the file's stem. ``date`` is the day it is dated (ISO, or None), ``year`` the year it
    is about. ``copies`` are the names of files of the same stem that were not read. ``notices`` say
    in Dutch what could not be read. ``version`` tells versions of one report apart ("concept",
    "vastgesteld", "versie 2"), None where nothing says which it is. ``origins`` say where title,
    kind, date, year, municipality and version were found, each at most once.
    """

    id: str
    title: str
    kind: str | None  # raadsbrief, voortgangsrapportage, begroting, jaarrekening, ...
    date: str | None
    year: int | None
    municipality: str | None
    file_name: str
    format: str  # pdf, docx, txt, md
    sha256: str
    copies: tuple[str, ...]
    text: str
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    notices: tuple[str, ...]
    version: str | None = None
    origins: tuple[Origin, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the stored characters under ``span``, raw."""
        return span.cut(self.text)

    def parts(self, span: Span) -> tuple[Span, ...]:
        """Return ``span`` without the headers, footers and page numbers that its pages part it by.

        What goes on over a page without them, or stands on one page, is one part.
        """
        bodies = [page.body for page in self.pages if page.body and _overlap(page.span, span)]
        found: list[Span] = []
        for body in bodies if len(bodies) > 1 else ():
            start, end = max(body.start, span.start), min(body.end, span.end)
            if start >= end:
                continue
            if found and not self.text[found[-1].end : start].strip():
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
        return tuple(found) or (span,)

    def flowing(self, span: Span) -> str:
        """Return the words under ``span`` on one line, what its pages part it by left out."""
        return " ".join(word for part in self.parts(span) for word in self.quote(part).split())

    def page_at(self, offset: int) -> int | None:
        """Return the page number (from 1) of a character; None for formats without pages."""
        if not self.pages:
            return None
        starts = [page.span.start for page in self.pages]
        return self.pages[max(0, bisect_right(starts, offset) - 1)].number

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that holds a character, or None before the first one."""
        holding = [s for s in self.sections if s.span.start <= offset < s.span.end]
        return max(holding, key=lambda s: (s.level, s.index), default=None)

    def section_path(self, index: int | None) -> tuple[Section, ...]:
        """Return the sections around ``index`` from the outermost to itself; () for None."""
        path: list[Section] = []
        while index is not None:
            path.append(self.sections[index])
            index = self.sections[index].parent
        return tuple(reversed(path))

    def numbered_section(self, index: int | None) -> Section | None:
        """Return the innermost section with a number at or around ``index``, or None."""
        return next((s for s in reversed(self.section_path(index)) if s.number), None)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
