"""Where the file of a report lies, so that its page can be drawn."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ingest.errors import RaadsbronError
from ingest.report import Report
from store.generation import current_generation
from store.manifest import read_manifest
from store.settings import Settings


def report_file(report: Report, settings: Settings) -> Path | None:
    """Return the file that a report was read from, or None where it is gone or was changed.

    It is looked for in the folders that the index remembers, and its content must be what was read.
    """
    for path in _candidates(report, settings):
        if path.is_file() and _sha256(path, path.stat().st_mtime_ns) == report.sha256:
            return path
    return None


def _candidates(report: Report, settings: Settings) -> Iterator[Path]:
    """Yield the places where a file of that name may lie, the likeliest first."""
    folders = _folders(settings)
    for folder in folders:
        yield folder if folder.name == report.file_name else folder / report.file_name
    for folder in folders:
        if folder.is_dir():
            yield from (path for path in folder.rglob("*") if path.name == report.file_name)


def _folders(settings: Settings) -> tuple[Path, ...]:
    """Return what was ingested, as the manifest of the current generation names it."""
    try:
        generation = current_generation(settings.store)
        manifest = read_manifest(settings.store / generation) if generation else None
    except (OSError, RaadsbronError):
        return ()
    return tuple(Path(folder) for folder in manifest.folders) if manifest else ()


@lru_cache(maxsize=256)
def _sha256(path: Path, _modified: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
