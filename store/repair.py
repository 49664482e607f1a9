"""Puts an index right: from what is left of it, else from the reports themselves."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from ingest.errors import RaadsbronError, StoreMismatch, StoreMissing
from store.build import DEFAULT_WAIT, ingest
from store.catalog import Catalog
from store.checkup import Fault, Finding, check_up, is_good
from store.encoder import Encoder
from store.generation import CATALOG_NAME, clean, current_generation, leftovers, point_at
from store.incoming import Incoming, together
from store.manifest import older_folders, read_manifest, rebuild_command
from store.packaged_model import packaged_model_folder
from store.progress import Tell
from store.settings import Settings
from store.update import Update
from store.write_lock import write_lock

OpenEncoder = Callable[[], Encoder]


def repair(
    settings: Settings,
    open_encoder: OpenEncoder,
    wait: float = DEFAULT_WAIT,
    progress: Tell | None = None,
) -> tuple[str, ...]:
    """Repair what `store.checkup.check_up` finds, and return in Dutch what was done.

    The least that helps: point at a whole generation, make vectors anew from the kept texts, or
    read the reports anew. Nothing is deleted before there is something good in its place.

    Raises:
        StoreBusy: when another process still writes after ``wait`` seconds.
        StoreMismatch: when a newer version of Raadsbron made the index.
        RaadsbronError: when it can't be repaired; the message says what can be done.
    """
    findings = check_up(settings)
    faults = {finding.fault for finding in findings}
    done = []
    if Fault.CACHE in faults:
        packaged_model_folder(settings.cache)
        done.append("Het uitgepakte model is opnieuw gemaakt.")
    if Fault.POINTER in faults:
        done.append(_find_pointer(settings, wait))
        faults = {finding.fault for finding in check_up(settings)}
    if faults & {Fault.MANIFEST, Fault.CATALOG}:
        done.append(_read_anew(settings, open_encoder, findings, wait, progress))
    elif faults & {Fault.MODEL, Fault.VECTORS}:
        done.append(_encode_anew(settings, open_encoder, wait))
    done += _clean(settings, wait)
    return tuple(done)


def _find_pointer(settings: Settings, wait: float) -> str:
    """Point at the newest whole generation."""
    store = settings.store
    with write_lock(store, wait):
        for name in sorted(leftovers(store, None), reverse=True):
            if is_good(store / name, settings):
                point_at(store / name)
                return f"De index antwoordt weer uit {name}."
    message = (
        f"In {store} is geen hele index meer om naar te wijzen. Zet een kopie terug met: "
        f"raadsbron restore BESTAND, of lees de rapporten opnieuw in met: {rebuild_command(())}"
    )
    raise StoreMissing(message)


def _encode_anew(settings: Settings, open_encoder: OpenEncoder, wait: float) -> str:
    """Make the vectors anew from the texts in the catalogue, which are good."""
    store = settings.store
    with write_lock(store, wait):
        name = current_generation(store) or ""
        folders = read_manifest(store / name).folders
        with (
            Catalog(store / name / CATALOG_NAME) as old,
            Update(settings, open_encoder, None) as new,
        ):
            stored = ((known, old.report(known.report_id)) for known in old.known())
            for group in together(stored):
                whole = [Incoming(one, known.folder) for known, one in group if one is not None]
                new.add(whole, lambda _: None)
            made = new.finish(folders)
    return f"De vectoren zijn opnieuw gemaakt uit de bewaarde teksten ({made})."


def _read_anew(
    settings: Settings,
    open_encoder: OpenEncoder,
    findings: tuple[Finding, ...],
    wait: float,
    progress: Tell | None,
) -> str:
    """Read the reports anew from their folders; the old index stays until that has worked."""
    name = current_generation(settings.store) or ""
    folders, reports = _origin(settings.store / name)
    there = tuple(folder for folder in folders if folder.is_dir())
    gone = [path.name for path in reports if not path.exists()]
    if not there or gone or len(there) < len(folders):
        why = (
            f"deze rapporten staan niet meer in hun map: {', '.join(gone)[:200]}"
            if gone
            else "de mappen met rapporten zijn niet (meer) te vinden"
        )
        message = (
            f"{findings[0].said} Dat lukt niet vanzelf: {why}. Zet ze terug, of zet een kopie van "
            f"de index terug met: raadsbron restore BESTAND, of lees in wat er is met: "
            f"{rebuild_command(tuple(map(str, there)))}"
        )
        raise RaadsbronError(message)
    result = ingest(there, settings, open_encoder, rebuild=True, wait=wait, progress=progress)
    count = len(result.added)
    return f"{count} rapporten zijn opnieuw ingelezen uit {', '.join(map(str, there))}."


def _origin(folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the folders and files that the generation in ``folder`` was made from, where known."""
    try:
        folders = older_folders(folder)
        folders = read_manifest(folder).folders if folders is None else folders
    except (OSError, StoreMismatch) as error:
        if isinstance(error, StoreMismatch) and "nieuwere versie" in str(error):
            raise
        folders = ()
    try:
        with Catalog(folder / CATALOG_NAME) as catalog:
            files = tuple(Path(k.folder) / k.file_name for k in catalog.known())
    except (OSError, sqlite3.Error):
        files = ()
    places = tuple(map(Path, folders)) or tuple(sorted({path.parent for path in files}))
    return places, files


def _clean(settings: Settings, wait: float) -> list[str]:
    store = settings.store
    if not store.is_dir():
        return []
    with write_lock(store, wait):
        try:
            current = current_generation(store)
        except StoreMissing:
            return []
        before = leftovers(store, current)
        clean(store, current)
        left = leftovers(store, current)
    if len(before) == len(left):
        return []
    return [f"{len(before) - len(left)} oude mappen zijn opgeruimd."]
