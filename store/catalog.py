"""The SQLite side of one generation: reports, units and full text."""

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.report import Health, Report
from store.card import ReportCard
from store.contexts import UnitText
from store.hit import PLACE_KINDS, Unit, UnitKind
from store.layout import Layout, lay_out
from store.layout_form import read_layout, write_layout
from store.matches import find_matches
from store.rows import from_json, read_report, write_report
from store.schema import PART_TABLES, TABLES
from store.terms import index_terms, words

# Reports kept in memory by a reader; a report of 300 pages is some 10 MB as objects.
_CACHED_REPORTS = 32
_FOR_OCR = (Health.NO_TEXT.value, Health.GARBLED.value)


@dataclass(frozen=True, slots=True)
class Known:
    """What tells whether a file must be read again; ``scanned`` where it has pages for OCR."""

    report_id: str
    file_name: str
    sha256: str
    copies: tuple[str, ...]
    folder: str
    scanned: bool = False


class Catalog:
    """One ``catalog.sqlite``, for one writer or for the threads of one reader.

    A reader holds a read transaction as long as it is open, and that lock keeps the generation from
    being cleaned away; it ends with the process, also at kill -9.
    """

    def __init__(self, path: Path, *, write: bool = False) -> None:
        mode = "rwc" if write else "ro"
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        self._lock = threading.RLock()
        self._removed = False
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        self.report = lru_cache(maxsize=_CACHED_REPORTS)(self._report)
        try:
            self._begin(write=write)
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file; what a writer did not commit is lost."""
        with self._lock:
            self._db.close()

    # ---- writing

    def create(self) -> None:
        """Make the tables of an empty file."""
        self._db.execute("COMMIT")
        self._db.executescript(TABLES)
        self._db.execute("BEGIN")

    def add(self, report: Report, folder: str, texts: Iterable[UnitText]) -> None:
        """Write one report with its units and words; it must not be there yet."""
        write_report(self._db, report, folder)
        body = write_layout(lay_out(report))
        self._db.execute("INSERT INTO layout VALUES (?, ?)", (report.id, body))
        counts: Counter[str] = Counter()
        for text in texts:
            unit, terms = text.unit, index_terms(text.indexed)
            row = self._db.execute(
                "INSERT INTO unit (report_id, kind, position, terms) VALUES (?, ?, ?, ?)",
                (unit.report_id, unit.kind.value, unit.index, terms),
            )
            for table in _full_text(unit.kind):
                sql = f"INSERT INTO {table} (rowid, terms) VALUES (?, ?)"  # nosec B608 - our own
                self._db.execute(sql, (row.lastrowid, terms))
            if unit.kind is not UnitKind.PASSAGE:
                counts.update(set(words(text.own)))
        ordered = sorted(counts.items())
        self._db.executemany(
            "INSERT INTO report_word VALUES (?, ?, ?)", [(report.id, *pair) for pair in ordered]
        )
        self._db.executemany(
            "INSERT INTO vocabulary VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET units = units + excluded.units",
            ordered,
        )

    def remove(self, report_id: str) -> None:
        """Delete one report and all its parts; unknown ids change nothing."""
        self._removed = True
        for row, kind, terms in self._all(
            "SELECT id, kind, terms FROM unit WHERE report_id = ?", (report_id,)
        ):
            for table in _full_text(UnitKind(kind)):
                sql = f"INSERT INTO {table} ({table}, rowid, terms) VALUES ('delete', ?, ?)"  # nosec B608
                self._db.execute(sql, (row, terms))
        self._db.execute(
            "UPDATE vocabulary SET units = vocabulary.units - said.units FROM report_word AS said"
            " WHERE said.report_id = ? AND said.word = vocabulary.word",
            (report_id,),
        )
        for table in PART_TABLES:
            sql = f"DELETE FROM {table} WHERE report_id = ?"  # nosec B608 - our own table names
            self._db.execute(sql, (report_id,))
        self._db.execute("DELETE FROM report WHERE id = ?", (report_id,))

    def commit(self) -> None:
        """Make all changes last.

        After a removal the file is written anew: SQLite and its full text keep deleted bytes.
        """
        if self._removed:
            self._db.execute("DELETE FROM vocabulary WHERE units <= 0")
            for table in _full_text(UnitKind.PASSAGE):
                sql = f"INSERT INTO {table} ({table}) VALUES ('optimize')"  # nosec B608 - our own
                self._db.execute(sql)
        self._db.execute("COMMIT")
        if self._removed:
            self._db.execute("VACUUM")
            self._removed = False
        self._db.execute("BEGIN")

    # ---- reading

    def known(self) -> tuple[Known, ...]:
        """Return what is known of each report's file, sorted by report id."""
        rows = self._all("SELECT id, file_name, sha256, copies, folder FROM report ORDER BY id")
        scans = self._all("SELECT DISTINCT report_id FROM page WHERE health IN (?, ?)", _FOR_OCR)
        scanned = {report_id for (report_id,) in scans}
        return tuple(
            Known(i, name, sha, from_json(c), folder, i in scanned)
            for i, name, sha, c, folder in rows
        )

    def report_ids(self) -> tuple[str, ...]:
        """Return the ids of all reports, sorted."""
        return tuple(i for (i,) in self._all("SELECT id FROM report ORDER BY id"))

    def unit_rows(self, report_id: str | None = None) -> list[tuple[str, str, int]]:
        """Return (report id, kind, index) of every unit (of one report), as `Unit` sorts."""
        where, values = ("", ()) if report_id is None else (" WHERE report_id = ?", (report_id,))
        sql = f"SELECT report_id, kind, position FROM unit{where} ORDER BY 1, 2, 3"  # nosec B608
        return self._all(sql, values)

    def cards(self) -> tuple[ReportCard, ...]:
        """Return a card per report, sorted by id."""
        healths: dict[str, list[tuple[Health, int]]] = {}
        for report_id, health, number in self._all(
            "SELECT report_id, health, COUNT(*) FROM page GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2"
        ):
            healths.setdefault(report_id, []).append((Health(health), number))
        rows = self._all(
            "SELECT id, title, kind, date, year, municipality, file_name, format, sha256, copies,"
            " notices, (SELECT COUNT(*) FROM figure WHERE report_id = id), version"
            " FROM report ORDER BY id"
        )
        return tuple(_card(row, tuple(healths.get(row[0], ()))) for row in rows)

    def layout(self, report_id: str) -> Layout | None:
        """Return what was worked out of a report, None where there is none of that id."""
        rows = self._all("SELECT body FROM layout WHERE report_id = ?", (report_id,))
        return read_layout(rows[0][0]) if rows else None

    def vocabulary(self) -> Mapping[str, int]:
        """Return in how many sentences, figures and headings each word form stands."""
        return dict(self._all("SELECT word, units FROM vocabulary ORDER BY word"))

    def matches(
        self, query: str, kinds: frozenset[UnitKind], reports: frozenset[str] | None, k: int
    ) -> tuple[tuple[Unit, float], ...]:
        """Return what `store.matches.find_matches` finds here."""
        return find_matches(self._all, query, kinds, reports, k)

    def _report(self, report_id: str) -> Report | None:
        with self._lock:
            return read_report(self._db, report_id)

    def _all(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def _begin(self, *, write: bool) -> None:
        if write:
            # The generation is copied or thrown away as a whole, so a journal on disk buys nothing;
            # files are synced once, before the pointer moves.
            self._db.execute("PRAGMA journal_mode = MEMORY")
            self._db.execute("PRAGMA synchronous = OFF")
            self._db.execute("BEGIN")
            return
        self._db.execute("BEGIN")
        self._db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()


def _full_text(kind: UnitKind) -> tuple[str, ...]:
    """Return the full-text tables that hold units of a kind."""
    return ("unit_terms", "place_terms") if kind in PLACE_KINDS else ("unit_terms",)


def _card(row: tuple, healths: tuple[tuple[Health, int], ...]) -> ReportCard:  # type: ignore[type-arg]
    report_id, title, kind, date, year, municipality, file_name, format_, sha256 = row[:9]
    copies, notices, figures, version = row[9:]
    return ReportCard(
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
        pages=sum(number for _, number in healths),
        figures=figures,
        notices=from_json(notices),
        healths=healths,
        version=version,
    )
