"""Fills an archive up to 100,000 passages and more: its generated reports over again, in SQL.

Reading and storing so many reports takes half an hour. Here rows are copied as they are, with
another name of a municipality and another year of the same length, so that every span stays where
it was. Vectors get noise. What that takes says nothing of indexing.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection

import numpy as np

from evals.bench.filler import place_names
from store.catalog import Catalog
from store.checksums import checksums
from store.encoder import Vectors
from store.generation import (
    CATALOG_NAME,
    UNITS_NAME,
    VECTORS_NAME,
    current_generation,
    new_generation,
    publish,
)
from store.hit import PLACE_KINDS, Rows
from store.manifest import read_manifest
from store.matrix import count_of
from store.matrix_file import load_units, map_matrix, new_matrix, save_units
from store.renew import renew_chroma
from store.schema import PART_TABLES

_NOISE = 0.3  # beside a vector of length 1: a cosine of 0.96 between a row and its copies
_FIRST_YEAR, _YEARS = 2010, 17
_REPORT_BITS = 35
_LOCAL = (1 << _REPORT_BITS) - 1  # the part of a packed unit that is not its report


@dataclass(frozen=True, slots=True)
class _Copied:
    """A report and its copy; ``place`` and ``year`` are (before, after)."""

    report_id: str
    copy_id: str
    place: tuple[str, str]
    year: tuple[str, str]


def copy_reports(store: Path, passages: int) -> int:
    """Put in copies of the generated reports in ``store``; return how many ``passages`` came.

    Raises:
        StoreMissing: when there is no index.
    """
    name = current_generation(store) or ""
    manifest = read_manifest(store / name)
    folder = new_generation(store, name, without=(VECTORS_NAME, UNITS_NAME))
    with Catalog(folder / CATALOG_NAME, write=True) as catalog:
        before, db = catalog.report_ids(), catalog._db
        made, copied = 0, []
        for one in _plan(db):
            copied.append(one)
            made += _copy(db, one)
            if made >= passages:
                break
        db.execute("DELETE FROM vocabulary")
        db.execute("INSERT INTO vocabulary SELECT word, SUM(units) FROM report_word GROUP BY word")
        catalog.commit()
        after = catalog.report_ids()
    old = load_units(store / name, manifest.units)
    rows = map_matrix(store / name, manifest.units, manifest.dimension)
    if old is None or rows is None:
        message = f"{store / name}: no vectors to copy; build the archive with growth first"
        raise ValueError(message)
    source = {one.copy_id: one.report_id for one in copied}
    packed = _write_vectors(folder, (before, old, rows), after, source)
    renew_chroma(folder, manifest.dimension)
    replace(
        manifest,
        generation=folder.name,
        reports=len(after),
        units=len(packed),
        places=count_of(packed, PLACE_KINDS),
        checksums=checksums(folder),
    ).write(folder)
    publish(folder)
    return made


def _plan(db: Connection) -> Iterator[_Copied]:
    """Yield copies of each generated report in turn, for ever other places and years.

    They are numbered on from those that are there, whole rounds at a time.
    """
    rows = db.execute("SELECT id, municipality, year FROM report ORDER BY id").fetchall()
    filler = [row for row in rows if re.fullmatch(r"filler-\d{6}", row[0])]
    made = (re.fullmatch(r"filler-\d{6}-(\d+)", row[0]) for row in rows)
    number = max((int(found[1]) for found in made if found), default=0)
    while True:
        number += 1
        for at, (report_id, place, year) in enumerate(filler):
            alike = [name for name in place_names() if len(name) == len(place or "")]
            other = alike[(7 * number + at) % len(alike)] if alike else place or "-"
            then = str(_FIRST_YEAR + (number + at) % _YEARS)
            yield _Copied(
                report_id, f"{report_id}-{number}", (place or "-", other), (str(year or "-"), then)
            )


def _copy(db: Connection, one: _Copied) -> int:
    """Copy the rows of a report; return its passages."""
    title = _moved("title", one)
    digest = hashlib.sha256(one.copy_id.encode()).hexdigest()
    db.execute(
        f"INSERT INTO report SELECT ?, {title}, kind, NULL, ?, ?, ?, format, ?, copies, notices,"  # nosec B608
        f" folder, {_moved('text', one)}, version, '[]' FROM report WHERE id = ?",
        (one.copy_id, int(one.year[1]), one.place[1], f"{one.copy_id}.md", digest, one.report_id),
    )
    for table in PART_TABLES:
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        names = [name for name in names if name not in ("id", "report_id")]
        taken = ", ".join(_moved(n, one) if n in _TEXTS else n for n in names)
        into = f"INSERT OR IGNORE INTO {table} (report_id, {', '.join(names)})"
        sql = f"{into} SELECT ?, {taken} FROM {table}"  # nosec B608 - our own names
        db.execute(f"{sql} WHERE report_id = ?", (one.copy_id, one.report_id))
    chosen = "SELECT id, terms FROM unit WHERE report_id = ?"
    db.execute(f"INSERT INTO unit_terms (rowid, terms) {chosen}", (one.copy_id,))
    places = f"{chosen} AND kind IN ('passage', 'heading')"
    db.execute(f"INSERT INTO place_terms (rowid, terms) {places}", (one.copy_id,))
    counted = "SELECT COUNT(*) FROM passage WHERE report_id = ?"
    return int(db.execute(counted, (one.copy_id,)).fetchone()[0])


# The columns in which a place or a year may stand.
_TEXTS = ("title", "text", "terms", "body", "row_path", "column_path", "word")


def _moved(column: str, one: _Copied) -> str:
    """Return the SQL that puts place and year of the copy into a column of plain names."""
    pairs = [one.place, (one.place[0].lower(), one.place[1].lower()), one.year]
    for before, after in pairs:
        column = f"replace({column}, '{before}', '{after}')"
    return column


def _write_vectors(
    folder: Path,
    old: tuple[Sequence[str], Rows, Vectors],
    reports: Sequence[str],
    source: dict[str, str],
) -> Rows:
    """Write the units and rows of ``reports`` from those of before; return the units."""
    before, packed, rows = old
    number = {report: at for at, report in enumerate(before)}
    edges = np.searchsorted(packed, np.arange(len(before) + 1, dtype=np.int64) << _REPORT_BITS)
    spans = [number[source.get(report, report)] for report in reports]
    parts = [packed[edges[at] : edges[at + 1]] & _LOCAL for at in spans]
    units = np.concatenate([part | at << _REPORT_BITS for at, part in enumerate(parts)])
    made = new_matrix(folder, len(units), rows.shape[1])
    chance, end = np.random.default_rng(0), 0
    for report, at, part in zip(reports, spans, parts, strict=True):
        row = np.asarray(rows[edges[at] : edges[at + 1]], dtype=np.float32)
        if report in source:
            noise = chance.standard_normal(row.shape, dtype=np.float32)
            row = row + _NOISE / np.sqrt(row.shape[1]) * noise
            row /= np.linalg.norm(row, axis=1, keepdims=True)
        made[end : end + len(part)] = row
        end += len(part)
    save_units(folder, units)
    return units
