"""Turns one file into a report; runs in the reading process, see `ingest.sandbox`."""

from dataclasses import replace

from ingest.contents_list import mark_contents
from ingest.errors import UnreadableReport
from ingest.figures import find_figures
from ingest.front_matter import find_front_matter
from ingest.health_notices import health_notices
from ingest.limits import Limits
from ingest.line import Line
from ingest.lost_tables import with_lost_tables
from ingest.page_bodies import with_bodies
from ingest.passages import find_passages
from ingest.reading import Reading
from ingest.repeated_heads import mark_repeated_heads
from ingest.report import Report
from ingest.sections import find_sections
from ingest.sentences import find_sentences
from ingest.source import Source

_STARTS = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "docx",
    b"\xd0\xcf\x11\xe0": "een oud Word- of Office-bestand, of een DOCX met een wachtwoord",
}
_PDF_HEAD = 1024  # bytes: a PDF may have a few before its mark


def parse_report(source: Source, limits: Limits) -> Report:
    """Return the report that ``source`` holds, with sections, figures, sentences and passages.

    Raises:
        UnreadableReport: with the name of the file, what was found and expected, and the next step.
    """
    _check(source, limits)
    reading, lines = _read(source, limits)
    _check_length(reading, source, limits)
    lines = mark_repeated_heads(reading, lines)
    reading = replace(reading, pages=with_bodies(reading.pages, lines))
    lines = mark_contents(reading.text, lines)
    sections = find_sections(reading.text, lines, reading.grids)
    front = find_front_matter(reading, lines, source.stem)
    figures = find_figures(reading, sections, front.year)
    reading = with_lost_tables(reading, figures)
    return Report(
        id=source.report_id,
        title=front.title,
        kind=front.kind,
        date=front.date,
        year=front.year,
        municipality=front.municipality,
        file_name=source.path.name,
        format=source.format,
        sha256=source.sha256,
        copies=source.copies,
        text=reading.text,
        pages=reading.pages,
        sections=sections,
        passages=find_passages(reading, lines, sections),
        sentences=find_sentences(reading, lines, sections, figures),
        figures=figures,
        notices=(*reading.notices, *health_notices(reading.pages)),
        version=front.version,
        origins=front.origins,
    )


def _check(source: Source, limits: Limits) -> None:
    """Raise when size or first bytes tell that the file can't be what its name says."""
    name = source.path.name
    try:
        size = source.path.stat().st_size
        with source.path.open("rb") as file:
            head = file.read(_PDF_HEAD)
    except OSError as error:
        message = f"{name} is niet te openen ({type(error).__name__}). Controleer de rechten."
        raise UnreadableReport(message) from error
    if size == 0:
        message = f"{name} is leeg (0 bytes). Haal het bestand opnieuw op."
        raise UnreadableReport(message)
    if size > limits.size:
        message = (
            f"{name} is {size // 1024**2} MB; gelezen wordt tot {limits.size // 1024**2} MB. "
            "Splits het of verklein de afbeeldingen."
        )
        raise UnreadableReport(message)
    found = next((kind for start, kind in _STARTS.items() if head.startswith(start)), None)
    if source.format == "pdf" and b"%PDF-" in head:
        found = "pdf"
    if source.format in ("pdf", "docx") and found != source.format:
        message = (
            f"{name} is geen {source.format.upper()}, al heet het zo; gevonden: "
            f"{found or 'iets anders'}. Sla het opnieuw op als PDF of DOCX."
        )
        raise UnreadableReport(message)


def _check_length(reading: Reading, source: Source, limits: Limits) -> None:
    if len(reading.text) > limits.characters:
        message = (
            f"{source.path.name} heeft {len(reading.text)} tekens; gelezen wordt tot "
            f"{limits.characters}. Splits het bestand."
        )
        raise UnreadableReport(message)


def _read(source: Source, limits: Limits) -> tuple[Reading, tuple[Line, ...]]:
    """Only the reader that is needed is imported: the process starts faster."""
    if source.format == "pdf":
        from ingest.read_pdf import read_pdf  # noqa: PLC0415

        return read_pdf(source.path, limits)
    if source.format == "docx":
        from ingest.read_docx import read_docx  # noqa: PLC0415

        return read_docx(source.path, limits)
    from ingest.read_text import read_text  # noqa: PLC0415

    return read_text(source.path, limits, markdown=source.format == "md")
