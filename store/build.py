"""Brings the index up to date with folders of reports."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import BadInput, RaadsbronError, StoreMismatch, StoreMissing
from ingest.find import FORMATS, Found, find_files
from ingest.limits import OCR_LIMITS
from ingest.ocr_engine import check_ocr
from ingest.read import DEFAULT, read_reports
from ingest.report import Health, Report
from ingest.source import Source
from store.catalog import Catalog, Known
from store.checksums import check_catalog
from store.encoder import Encoder
from store.generation import CATALOG_NAME, clean, current_generation
from store.group_progress import GroupProgress
from store.incoming import Incoming, together
from store.ingest_result import Failure, IngestResult
from store.manifest import Manifest, read_manifest, rebuild_command
from store.past_readings import PastReading, keep_past, read_past, readers_now
from store.plan import Before, Plan, make_plan
from store.progress import Progress, Stage, Tell
from store.settings import Settings
from store.update import Update
from store.write_lock import write_lock

# Seconds that another writer gets: a report of 12 pages takes seconds, a budget of 300 minutes.
DEFAULT_WAIT = 600.0

_Outcome = tuple[Source, Report | Failure]


def ingest(  # noqa: PLR0913 - the options of one command
    folders: Sequence[Path],
    settings: Settings,
    encoder: Encoder | Callable[[], Encoder],
    *,
    formats: tuple[str, ...] = FORMATS,
    prune: bool = False,
    rebuild: bool = False,
    progress: Tell | None = None,
    wait: float = DEFAULT_WAIT,
) -> IngestResult:
    """Read what is new or changed in ``folders`` into the index, and return what was done.

    Reports of other folders stay. ``prune`` takes out reports whose file is gone; ``rebuild`` makes
    the index anew from these folders alone. ``encoder`` may be a function that opens it: it is
    called only when there is something to encode. ``wait`` is how many seconds another writer gets.

    Raises:
        BadInput: when a folder or format does not exist.
        StoreBusy: when another process still writes after ``wait`` seconds.
        StoreMismatch: when the index is of another model or schema; ``rebuild`` makes it anew.
        StoreMissing: when the index is damaged.
        RaadsbronError: when the index can't be written, the old one goes on answering; or when text
            recognition is switched on and not installed.
    """
    started = time.monotonic()
    tell = progress or _silent
    if not folders:
        message = "Er is geen map genoemd om in te lezen. Geef een map met rapporten."
        raise BadInput(message)
    if settings.ocr:
        check_ocr()
    store = settings.store
    try:
        places = tuple(sorted({folder.absolute() for folder in folders}))
        with write_lock(store, wait, lambda: tell(Progress(Stage.WAIT))):
            found = find_files(places, formats)
            old = None if rebuild else _current(settings)
            clean(store, _pointed_at(store))
            before = Before(() if rebuild else read_past(store), readers_now(ocr=settings.ocr))
            plan = make_plan(found.sources, _known(store, old), places, before)
            with Update(settings, encoder, old) as update:
                written = _carry_out(plan, update, tell, prune=prune, ocr=settings.ocr)
                generation = update.finish([str(place) for place in places])
            keep_past(store, _past(before, plan, written))
            clean(store, generation or _pointed_at(store))
    except (OSError, sqlite3.Error) as error:
        raise RaadsbronError(_unwritable(store, error)) from error
    failed = (*_refused(found), *written.failed)
    return _result(plan, written.reports, failed, generation, prune=prune, started=started)


@dataclass(frozen=True, slots=True)
class _Written:
    """``unread`` are the files that were not read, with the reason, or in part, with None."""

    reports: tuple[str, ...]
    failed: tuple[Failure, ...]
    unread: tuple[tuple[Source, str | None], ...]


def _carry_out(plan: Plan, update: Update, tell: Tell, *, prune: bool, ocr: bool) -> _Written:
    """Put in what can be read; a report whose new file can't be read keeps its old version."""
    for report_id in plan.vanished if prune else ():
        update.remove(report_id)
    reports: list[str] = []
    unread: list[tuple[Source, str | None]] = list(plan.refused)
    counts = GroupProgress(tell, len(plan.read))
    for group in together(_read(plan.read, ocr=ocr)):
        unread += _not_whole(group)
        found = [(source, outcome) for source, outcome in group if isinstance(outcome, Report)]
        counts.skip(len(group) - len(found))
        if found:
            counts.begin(found)
            update.add([_incoming(*one, plan) for one in found], counts.encoded)
            counts.end()
            reports += (source.report_id for source, _ in found)
    counts.save()
    failed = tuple(_failure(source, reason, plan) for source, reason in unread if reason)
    return _Written(tuple(sorted(reports)), failed, tuple(unread))


def _not_whole(group: Sequence[_Outcome]) -> Iterator[tuple[Source, str | None]]:
    """Yield the files that were not read, with the reason, and those read in part, with None."""
    for source, outcome in group:
        if isinstance(outcome, Failure):
            yield source, outcome.reason
        elif any(page.health in (Health.NO_TEXT, Health.GARBLED) for page in outcome.pages):
            yield source, None


def _incoming(source: Source, report: Report, plan: Plan) -> Incoming:
    folder = str(source.path.absolute().parent)
    return Incoming(report, folder, replaces=source.report_id in plan.changed)


def _failure(source: Source, reason: str, plan: Plan) -> Failure:
    failure = Failure(source.path.name, reason)
    return _kept(failure) if source.report_id in plan.changed else failure


def _past(before: Before, plan: Plan, written: _Written) -> tuple[PastReading, ...]:
    """Return what is to be remembered: what was not read now, and all of files not looked at."""
    now = {
        str(source.path.absolute()): PastReading(
            str(source.path.absolute()), source.sha256, before.readers, reason
        )
        for source, reason in written.unread
    }
    read = {str(source.path.absolute()) for source in plan.read}
    kept = (p for p in before.past if p.path not in now and p.path not in read)
    there = (p for p in kept if os.path.exists(p.path))  # noqa: PTH110 - Path's raises without rights
    return (*there, *now.values())


def _read(sources: tuple[Source, ...], *, ocr: bool) -> Iterator[_Outcome]:
    """Yield each source with its report, or with the reason why there is none."""
    if not sources:  # reading starts processes
        return
    for source, outcome in read_reports(sources, OCR_LIMITS if ocr else DEFAULT):
        if isinstance(outcome, Report):
            yield source, _storable(source, outcome)
        else:
            yield source, Failure(source.path.name, str(outcome))


def _storable(source: Source, report: Report) -> Report | Failure:
    """Return the report, or a failure when its text can't be written as UTF-8."""
    try:
        report.text.encode("utf-8")
    except UnicodeEncodeError as error:
        reason = (
            f"{source.path.name} bevat op plaats {error.start} een teken dat niet bestaat. Sla het "
            "bestand opnieuw op vanuit het programma waarin het gemaakt is."
        )
        return Failure(source.path.name, reason)
    return report


def _kept(failure: Failure) -> Failure:
    """Return the failure, saying that the version that was read before still answers."""
    reason = f"{failure.reason} De eerder ingelezen versie blijft in de index."
    return Failure(failure.file_name, reason)


def _result(  # noqa: PLR0913 - one field each
    plan: Plan,
    reports: tuple[str, ...],
    failed: tuple[Failure, ...],
    generation: str,
    *,
    prune: bool,
    started: float,
) -> IngestResult:
    return IngestResult(
        added=tuple(i for i in reports if i not in plan.changed),
        replaced=tuple(i for i in reports if i in plan.changed),
        unchanged=plan.unchanged,
        removed=plan.vanished if prune else (),
        missing=() if prune else plan.vanished,
        failed=tuple(sorted(failed, key=lambda failure: (failure.file_name, failure.reason))),
        generation=generation,
        seconds=time.monotonic() - started,
    )


def _refused(found: Found) -> tuple[Failure, ...]:
    return tuple(Failure(refused.path.name, refused.reason) for refused in found.refused)


def _current(settings: Settings) -> Manifest | None:
    """Return the manifest of the generation that answers, None where there is none.

    Raises:
        StoreMismatch: when another model is configured than the one that made it.
        StoreMissing: when it is damaged.
    """
    name = current_generation(settings.store)
    if name is None:
        return None
    manifest = read_manifest(settings.store / name)
    if manifest.setting != settings.model:
        message = (
            f"De index in {settings.store} is gemaakt met het model '{manifest.setting}', maar "
            f"ingesteld is '{settings.model}'. Bouw de index opnieuw met: "
            f"{rebuild_command(manifest.folders)} of stel het oude model weer in."
        )
        raise StoreMismatch(message)
    # A copy would carry the damage on.
    check_catalog(settings.store / name, manifest, every_byte=True)
    return manifest


def _known(store: Path, old: Manifest | None) -> tuple[Known, ...]:
    if old is None:
        return ()
    with Catalog(store / old.generation / CATALOG_NAME) as catalog:
        return catalog.known()


def _pointed_at(store: Path) -> str | None:
    """Return the generation that answers, None where there is none or the pointer is damaged."""
    try:
        return current_generation(store)
    except StoreMissing:
        return None


def _unwritable(store: Path, error: Exception) -> str:
    reason: object = error
    if isinstance(error, shutil.Error):  # of a copy: a list of (from, to, reason)
        reason = error.args[0][0][-1]
    return (
        f"De index in {store} kon niet worden bijgewerkt: {str(reason)[:300]}. Is de schijf "
        "vol, of mist u schrijfrechten? De vorige index blijft antwoorden; probeer het daarna "
        "opnieuw."
    )


def _silent(_: Progress) -> None:
    """Show nothing."""
