"""A report becomes rows of SQLite and is read back as an equal object."""

import json
import sqlite3
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from ingest.report import Figure, Health, Origin, Page, Passage, Place, Report, Section, Sentence
from ingest.span import Span

Row = tuple[object, ...]


def write_report(db: sqlite3.Connection, report: Report, folder: str) -> None:
    """Write ``report`` and its parts; ``folder`` is where its file was found."""
    meta = (report.id, report.title, report.kind, report.date, report.year, report.municipality)
    file = (report.file_name, report.format, report.sha256)
    rest = (_to_json(report.copies), _to_json(report.notices), folder, report.text)
    said = (report.version, _origins_to_json(report.origins))
    _insert(db, "report", [(*meta, *file, *rest, *said)])
    _insert_parts(db, "page", report.id, map(_page_row, report.pages))
    _insert_parts(db, "section", report.id, map(_section_row, report.sections))
    _insert_parts(db, "passage", report.id, map(_passage_row, report.passages))
    _insert_parts(db, "sentence", report.id, map(_sentence_row, report.sentences))
    _insert_parts(db, "figure", report.id, map(_figure_row, report.figures))


def read_report(db: sqlite3.Connection, report_id: str) -> Report | None:
    """Return the report as it was written, or None where there is none of that id."""
    row = db.execute(
        "SELECT title, kind, date, year, municipality, file_name, format, sha256, copies, notices,"
        " text, version, origins FROM report WHERE id = ?",
        (report_id,),
    ).fetchone()
    if row is None:
        return None
    title, kind, date, year, municipality, file_name, format_, sha256, copies, notices = row[:10]
    text, version, origins = row[10:]
    return Report(
        id=report_id,
        title=title,
        kind=kind,
        date=date,
        year=year,
        municipality=municipality,
        file_name=file_name,
        format=format_,
        sha256=sha256,
        copies=from_json(copies),
        text=text,
        pages=tuple(map(_page, _parts(db, "page", report_id))),
        sections=tuple(map(_section, _parts(db, "section", report_id))),
        passages=tuple(map(_passage, _parts(db, "passage", report_id))),
        sentences=tuple(map(_sentence, _parts(db, "sentence", report_id))),
        figures=tuple(map(_figure, _parts(db, "figure", report_id))),
        notices=from_json(notices),
        version=version,
        origins=_origins(origins),
    )


@lru_cache(maxsize=20_000)  # the paths of a table's columns come back in every row
def from_json(text: str) -> tuple[str, ...]:
    """Return the strings of a JSON list."""
    return tuple(json.loads(text))


def _to_json(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _origins_to_json(origins: tuple[Origin, ...]) -> str:
    spans = [(o.span.start, o.span.end) if o.span is not None else None for o in origins]
    named = [(o.field, o.place.value) for o in origins]
    return json.dumps([[*name, span] for name, span in zip(named, spans, strict=True)])


def _origins(text: str) -> tuple[Origin, ...]:
    return tuple(
        Origin(field, Place(place), Span(*span) if span else None)
        for field, place, span in json.loads(text)
    )


def _insert_parts(db: sqlite3.Connection, table: str, report_id: str, rows: Iterable[Row]) -> None:
    _insert(db, table, [(report_id, index, *row) for index, row in enumerate(rows)])


def _insert(db: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # nosec B608 - our own tables


def _parts(db: sqlite3.Connection, table: str, report_id: str) -> list[Row]:
    query = f"SELECT * FROM {table} WHERE report_id = ? ORDER BY position"  # nosec B608 - as above
    return db.execute(query, (report_id,)).fetchall()


def _page_row(page: Page) -> Row:
    body = (None, None) if page.body is None else (page.body.start, page.body.end)
    return (page.number, page.span.start, page.span.end, page.label, page.health.value, *body)


def _page(row: tuple) -> Page:  # type: ignore[type-arg]
    _, _, number, start, end, label, health, body_start, body_end = row
    body = None if body_start is None else Span(body_start, body_end)
    return Page(number, Span(start, end), label, Health(health), body)


def _section_row(section: Section) -> Row:
    heading, span = section.heading, section.span
    named = (section.number, section.title, section.level, section.parent)
    return (*named, heading.start, heading.end, span.start, span.end)


def _section(row: tuple) -> Section:  # type: ignore[type-arg]
    _, index, number, title, level, parent, heading_start, heading_end, start, end = row
    heading = Span(heading_start, heading_end)
    return Section(index, number, title, level, parent, heading, Span(start, end))


def _passage_row(passage: Passage) -> Row:
    place = (passage.section, passage.page, passage.page_end)
    return (passage.span.start, passage.span.end, *place)


def _passage(row: tuple) -> Passage:  # type: ignore[type-arg]
    _, index, start, end, section, page, page_end = row
    return Passage(index, Span(start, end), section, page, page_end)


def _sentence_row(sentence: Sentence) -> Row:
    place = (sentence.section, sentence.figure, sentence.bullet, sentence.page, sentence.page_end)
    return (sentence.span.start, sentence.span.end, *place)


def _sentence(row: tuple) -> Sentence:  # type: ignore[type-arg]
    _, index, start, end, section, figure, bullet, page, page_end = row
    return Sentence(index, Span(start, end), section, figure, bullet, page, page_end)


def _figure_row(figure: Figure) -> Row:
    paths = (_to_json(figure.row_path), _to_json(figure.column_path))
    value = (str(figure.value), figure.unit, figure.printed, figure.scale)
    meaning = (figure.year, figure.measure, int(figure.is_total))
    place = (figure.section, figure.page, figure.page_end)
    explanation = figure.explanation
    spans = (
        *(figure.span.start, figure.span.end),
        *(figure.amount.start, figure.amount.end),
        *(figure.label_span.start, figure.label_span.end),
        *((None, None) if explanation is None else (explanation.start, explanation.end)),
    )
    return (figure.table, figure.row, *paths, *value, *meaning, *place, *spans)


def _figure(row: tuple) -> Figure:  # type: ignore[type-arg]
    _, index, table, row_number, row_path, column_path, value, unit, printed, scale = row[:10]
    year, measure, is_total, section, page, page_end = row[10:16]
    start, end, amount_start, amount_end, label_start, label_end, *explanation = row[16:]
    return Figure(
        index=index,
        table=table,
        row=row_number,
        row_path=from_json(row_path),
        column_path=from_json(column_path),
        value=Decimal(value),
        unit=unit,
        printed=printed,
        scale=scale,
        year=year,
        measure=measure,
        is_total=bool(is_total),
        section=section,
        page=page,
        page_end=page_end,
        span=Span(start, end),
        amount=Span(amount_start, amount_end),
        label_span=Span(label_start, label_end),
        explanation=None if explanation[0] is None else Span(*explanation),
    )
