"""Which reports a command answers from: folders named with it, the user's own, or the samples."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import BadInput, StoreMismatch, StoreMissing
from store.build import ingest
from store.ingest_result import Failure, IngestResult
from store.open_encoder import bulk_encoder
from store.progress import Progress
from store.samples import has_own_reports, index_samples
from store.settings import Settings
from store.upgrade import upgrade
from ui.terminal.ingest_lines import failed_lines

if TYPE_CHECKING:
    from store.encoder import Encoder

FOLDER_STORES = "mappen"
Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Archive:
    """An index that is up to date: where it lies, and what of it may answer.

    ``reports`` are the ids to search, None for all. ``failed`` are files that did not go in.
    """

    settings: Settings
    reports: frozenset[str] | None = None
    failed: tuple[Failure, ...] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """The reports that a command asks for: ``folders`` (none: what was ingested before).

    ``own_store`` says that the user named the store, and wants these folders in it.
    """

    folders: tuple[Path, ...]
    formats: tuple[str, ...]
    own_store: bool


def open_archive(settings: Settings, wanted: Wanted, tell: Tell) -> Archive:
    """Return the archive to answer from, indexed first where that is needed.

    Raises:
        BadInput: when none of the files in the folders could be read.
        RaadsbronError: when the index can't be made or used.
    """
    if wanted.folders:
        return _of_folders(settings, wanted, tell)
    if has_own_reports(settings):
        upgrade(settings, encoder_of(settings), tell)
        return Archive(settings)
    samples = index_samples(settings, encoder_of(settings), tell)
    return Archive(samples, is_sample=True)


def folder_settings(settings: Settings, wanted: Wanted) -> Settings:
    """Return settings whose store holds these folders and formats alone.

    Two folders never mix: without a store of the user's choice each lot gets a place by its paths.
    """
    if wanted.own_store:
        return settings
    paths = sorted(str(folder.resolve()) for folder in wanted.folders)
    key = hashlib.sha256("\n".join((*paths, "", *sorted(wanted.formats))).encode()).hexdigest()
    return replace(settings, store=settings.store / FOLDER_STORES / key[:12])


def encoder_of(settings: Settings) -> Callable[[], "Encoder"]:
    """Return a function that opens the encoder for reports: torch is loaded only when it is."""
    return lambda: bulk_encoder(settings)


def _of_folders(settings: Settings, wanted: Wanted, tell: Tell) -> Archive:
    chosen = folder_settings(settings, wanted)
    result = _indexed(chosen, wanted, tell)
    ids = frozenset((*result.added, *result.replaced, *result.unchanged))
    if not ids:
        raise BadInput(nothing_read(wanted.folders, result.failed))
    return Archive(chosen, ids, result.failed)


def _indexed(chosen: Settings, wanted: Wanted, tell: Tell) -> IngestResult:
    def run(*, rebuild: bool) -> IngestResult:
        return ingest(
            wanted.folders, chosen, encoder_of(chosen), formats=wanted.formats, prune=True,
            rebuild=rebuild, progress=tell,
        )  # fmt: skip

    try:
        return run(rebuild=False)
    except (StoreMismatch, StoreMissing):
        if wanted.own_store:  # it may hold other folders: only the user may throw those away
            raise
        return run(rebuild=True)


def nothing_read(folders: Sequence[Path], failed: tuple[Failure, ...]) -> str:
    """Return in Dutch that none of the files went in, with the reason of each."""
    names = ", ".join(map(str, folders))
    if not failed:
        return (
            f"In {names} staat geen rapport dat gelezen kan worden. Zet er PDF-, DOCX-, TXT- of "
            "MD-bestanden in, of kies andere met --formats."
        )
    return "\n".join((f"In {names} kon geen enkel rapport gelezen worden.", *failed_lines(failed)))
