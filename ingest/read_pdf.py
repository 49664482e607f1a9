"""Reads a PDF into stored text, pages, lines and tables."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import IO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdfium2 import PdfiumError

from ingest.errors import UnreadableReport
from ingest.furniture import mark_repeated
from ingest.glyphs import Glyph, read_glyphs
from ingest.layout_grids import grids_from_glyphs
from ingest.limits import Limits
from ingest.line import Line
from ingest.page_health import is_garbled, text_health
from ingest.pdf_page import PageText, read_page
from ingest.printed_numbers import printed_numbers
from ingest.reading import Grid, Reading
from ingest.reading_order import in_reading_order
from ingest.report import Health, Page
from ingest.rules import Rules, read_rules
from ingest.scan_look import looks_scanned
from ingest.span import Span
from ingest.time_limit import TooSlow, time_limit

_USABLE = (Health.READ, Health.HIDDEN_TEXT, Health.TABLE_UNSURE, Health.OCR)
_NOTHING = PageText("", (), hides=False, picture=0.0)
_COVERED = 0.8  # share of the page that the picture of a scan covers
_STAMP = 120  # letters: "Ontvangen", a date and a number; the page number; a link to the file
_FOR_OCR = 0.8  # of the time for a file that text recognition may take; the rest is for its tables


@dataclass(frozen=True, slots=True)
class _Read:
    """One page as read, with its health."""

    page: PageText
    health: Health


def read_pdf(path: Path, limits: Limits) -> tuple[Reading, tuple[Line, ...]]:
    """Return what a PDF holds: its stored text is pypdf's plain text, pages joined by a newline.

    Columns of text that the file holds line by line, from side to side, stand one after the other.
    Text that a reader of the page can't see is left out. A page that is broken or over its limits
    is empty and named in the notices; a garbled page keeps its text but has no lines.

    Where ``limits`` say so a page that is a picture or garbled is read by text recognition.

    Raises:
        UnreadableReport: broken, locked with a password, too many pages, or no page with text.
    """
    started = time.monotonic()
    with path.open("rb") as file:
        reader = _open(file, path.name)
        count = _page_count(reader, path.name, limits)
        reads = [_read_page(reader, number, path, limits) for number in range(1, count + 1)]
        labels = _labels(reader, count)
        title = _title(reader)
    if limits.recognises:
        until = started + _FOR_OCR * limits.seconds
        reads = [_recognised(read, n, path, limits, until) for n, read in enumerate(reads, 1)]
    _check(reads, path.name)
    glyphs = _glyphs(path, reads)
    reads, glyphs = _ordered(path, reads, glyphs)
    text, pages = _join(reads, labels)
    lines = mark_repeated(text, _shift(reads, pages))
    pages = pages if any(labels) else _with_printed(pages, printed_numbers(text, lines))
    grids, unsure = _grids(path, text, pages, reads, glyphs)
    pages = tuple(
        replace(page, health=Health.TABLE_UNSURE)
        if page.number in unsure and page.health in (Health.READ, Health.OCR)
        else page
        for page in pages
    )
    return Reading(text, pages, grids, (), title), lines


def _glyphs(path: Path, reads: Sequence[_Read]) -> tuple[tuple[Glyph, ...], ...] | None:
    """Return the letters of each page, those of our own text recognition where there are any.

    None where pdfium, which places them, can't read the file.
    """
    drawn = tuple(read.page.glyphs for read in reads)
    numbers = _placed_by_pdfium(reads)
    if not numbers:
        return drawn
    try:
        given = read_glyphs(path, numbers)
    except PdfiumError:
        return None
    if len(given) != len(reads):
        return None
    return tuple(own or found for own, found in zip(drawn, given, strict=True))


def _placed_by_pdfium(reads: Sequence[_Read]) -> tuple[int, ...]:
    return tuple(n for n, r in enumerate(reads, 1) if r.health in _USABLE and not r.page.glyphs)


def _ordered(
    path: Path, reads: list[_Read], glyphs: tuple[tuple[Glyph, ...], ...] | None
) -> tuple[list[_Read], tuple[tuple[Glyph, ...], ...] | None]:
    """Return the pages, and their letters, with columns that are stored line by line put right."""
    if glyphs is None:
        return reads, None
    ordered, letters = list(reads), list(glyphs)
    for number in _placed_by_pdfium(reads):
        read = reads[number - 1]
        rules = partial(_page_rules, path, number)
        found = in_reading_order(read.page, number, glyphs[number - 1], rules)
        if found is not None:
            ordered[number - 1] = replace(read, page=found.page)
            letters[number - 1] = found.glyphs
    return ordered, tuple(letters)


def _page_rules(path: Path, number: int) -> Rules:
    return read_rules(path, (number,))[0]


def _grids(
    path: Path,
    text: str,
    pages: tuple[Page, ...],
    reads: Sequence[_Read],
    glyphs: tuple[tuple[Glyph, ...], ...] | None,
) -> tuple[tuple[Grid, ...], tuple[int, ...]]:
    """Return the tables, and the pages whose table is unsure; without pdfium there are none."""
    numbers = _placed_by_pdfium(reads)
    if glyphs is None:
        return (), numbers
    lines = dict(zip(numbers, read_rules(path, numbers), strict=True)) if numbers else {}
    rules = tuple(lines.get(page.number, Rules()) for page in pages)
    return grids_from_glyphs(text, pages, glyphs, rules)


def _open(file: IO[bytes], name: str) -> PdfReader:
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableReport(_locked(name))
    except UnreadableReport:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableReport(_locked(name)) from error
    except Exception as error:
        raise UnreadableReport(_broken(name, error)) from error
    return reader


def _page_count(reader: PdfReader, name: str, limits: Limits) -> int:
    try:
        count = len(reader.pages)
    except Exception as error:
        raise UnreadableReport(_broken(name, error)) from error
    if count > limits.pages:
        most = limits.pages
        message = f"{name} heeft {count} bladzijden; gelezen wordt tot {most}. Splits het bestand."
        raise UnreadableReport(message)
    if count == 0:
        message = f"{name} heeft geen bladzijden. Sla het rapport opnieuw op als PDF."
        raise UnreadableReport(message)
    return count


def _locked(name: str) -> str:
    return f"{name} is met een wachtwoord beveiligd. Sla het op zonder wachtwoord."


def _broken(name: str, error: Exception) -> str:
    return (
        f"{name} is beschadigd: het is niet als PDF te openen ({type(error).__name__}). "
        "Haal het bestand opnieuw op of sla het opnieuw op als PDF."
    )


def _read_page(reader: PdfReader, number: int, path: Path, limits: Limits) -> _Read:
    try:
        with time_limit(limits.page_seconds, limits.page_wait):
            page = read_page(reader.pages[number - 1], number, path)
            health = text_health(
                page.text, picture=page.picture, hides=page.hides, recognised=page.recognised
            )
            if health is Health.READ and _is_stamp(page) and looks_scanned(path, number):
                health = Health.NO_TEXT
            return _Read(page, health)
    except (TooSlow, MemoryError, RecursionError):
        return _Read(_NOTHING, Health.OVER_LIMITS)
    except Exception:
        return _Read(_NOTHING, Health.OVER_LIMITS)


def _is_stamp(page: PageText) -> bool:
    """Tell whether a page is a picture but for a line or two: a scan with a stamp, or a cover."""
    return page.picture >= _COVERED and len("".join(page.text.split())) < _STAMP


def _recognised(read: _Read, number: int, path: Path, limits: Limits, until: float) -> _Read:
    """Return page ``number`` as text recognition reads it, or as it was where that finds nothing.

    After ``until`` (as of `time.monotonic`) the rest of a long scan stays unread, and is said to.
    """
    if read.health not in (Health.NO_TEXT, Health.GARBLED) or time.monotonic() > until:
        return read
    from ingest.ocr_page import recognise  # noqa: PLC0415 - an extra that need not be there

    try:
        found = recognise(path, number, limits.ocr_seconds)
    except (RuntimeError, OSError, PdfiumError, MemoryError):
        return read
    if found is None or is_garbled(found.text):
        return read
    page = replace(
        read.page, text=found.text, lines=found.lines, glyphs=found.glyphs, recognised=True
    )
    return _Read(page, Health.OCR)


def _check(reads: Sequence[_Read], name: str) -> None:
    """Raise with the reason that most pages have when no page can be read."""
    if any(read.health in _USABLE for read in reads):
        return
    counts = Counter(read.health for read in reads if read.health is not Health.EMPTY)
    worst = max(counts, key=lambda health: (counts[health], health), default=Health.EMPTY)
    reasons = {
        Health.EMPTY: "is leeg: op geen bladzijde staat tekst. Controleer het bestand.",
        Health.NO_TEXT: "is een scan zonder tekst. Maak er met tekstherkenning (OCR) een "
        "doorzoekbare PDF van, of gebruik het oorspronkelijke bestand.",
        Health.GARBLED: "heeft tekst zonder tekentabel: er zijn geen letters uit te lezen. Sla het "
        "oorspronkelijke bestand opnieuw op als PDF, of gebruik tekstherkenning (OCR).",
        Health.OVER_LIMITS: "is beschadigd of te zwaar: geen enkele bladzijde is te lezen. Sla het "
        "opnieuw op als PDF.",
    }
    message = f"{name} {reasons[worst]}"
    raise UnreadableReport(message)


def _join(reads: Sequence[_Read], labels: Sequence[str | None]) -> tuple[str, tuple[Page, ...]]:
    """Return the stored text and its pages; a page's span holds the newline behind it."""
    pages: list[Page] = []
    start = 0
    for index, read in enumerate(reads):
        end = start + len(read.page.text) + (index < len(reads) - 1)
        pages.append(Page(index + 1, Span(start, end), labels[index], read.health))
        start = end
    return "\n".join(read.page.text for read in reads), tuple(pages)


def _shift(reads: Sequence[_Read], pages: Sequence[Page]) -> tuple[Line, ...]:
    """Return the lines of the readable pages with spans in the stored text."""
    return tuple(
        replace(line, span=Span(page.span.start + line.span.start, page.span.start + line.span.end))
        for read, page in zip(reads, pages, strict=True)
        if read.health in _USABLE
        for line in read.page.lines
    )


def _labels(reader: PdfReader, count: int) -> tuple[str | None, ...]:
    """Return the printed label of each page where it differs from its number."""
    nothing: tuple[str | None, ...] = (None,) * count
    try:
        if "/PageLabels" not in reader.root_object:
            return nothing
        labels = reader.page_labels
    except Exception:
        return nothing
    if len(labels) != count:
        return nothing
    return tuple(
        label if label and label != str(index + 1) else None for index, label in enumerate(labels)
    )


def _with_printed(pages: tuple[Page, ...], printed: Mapping[int, str]) -> tuple[Page, ...]:
    return tuple(replace(page, label=printed.get(page.number)) for page in pages)


def _title(reader: PdfReader) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, TypeError, AttributeError, KeyError):
        return None
    return " ".join(str(title).split()) or None if title else None
