"""Looks an index over without changing it: what is damaged, left behind or of another version."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from ingest.errors import RaadsbronError, StoreMismatch, StoreMissing
from store.catalog import Catalog
from store.checksums import is_whole
from store.generation import (
    CATALOG_NAME,
    CHROMA_NAME,
    VECTORS_NAME,
    current_generation,
    leftovers,
)
from store.hit import PLACE_KINDS
from store.manifest import Manifest, read_manifest
from store.matrix_file import load_matrix
from store.packaged_model import model_cache_fault
from store.repair_hint import REPAIR
from store.settings import PACKAGED_MODEL, Settings
from store.vectors import CHROMA_FILE, VectorStore, chroma_keys

# The matrix is in half precision: numbers below 1 are off by at most 0.00025.
_CLOSE = 3e-4


class Fault(StrEnum):
    """What is wrong, by what it takes to put it right."""

    POINTER = "pointer"  # nothing says which generation answers
    MANIFEST = "manifest"  # of no use, or of another version of Raadsbron
    MODEL = "model"  # made by another model than is set
    CATALOG = "catalog"  # texts and figures are damaged
    VECTORS = "vectors"  # vectors are damaged; the texts are good
    LEFTOVER = "leftover"  # folders that nobody reads
    CACHE = "cache"  # the unpacked model is not whole


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; ``said`` is Dutch and ends in the command that repairs it."""

    fault: Fault
    said: str


def check_up(settings: Settings) -> tuple[Finding, ...]:
    """Return what is wrong with the index and the unpacked model, worst first; () where nothing is.

    A store without an index is not wrong. Reads every byte of the catalogue and the vectors.
    """
    store = settings.store
    findings = []
    name: str | None = None
    try:
        name = current_generation(store)
    except StoreMissing as error:
        findings.append(Finding(Fault.POINTER, str(error)))
    if name is not None:
        findings += _generation(store / name, settings)
    left = leftovers(store, name)
    if left:
        said = (
            f"In {store} staan {len(left)} mappen die niet meer antwoorden: "
            f"{', '.join(left)[:80]}. Ruim ze op met: {REPAIR}"
        )
        findings.append(Finding(Fault.LEFTOVER, said))
    cache = model_cache_fault(settings.cache) if settings.model == PACKAGED_MODEL else ""
    if cache:
        findings.append(Finding(Fault.CACHE, f"{cache} Herstel het met: {REPAIR}"))
    return tuple(findings)


def is_good(folder: Path, settings: Settings) -> bool:
    """Return whether the generation in ``folder`` is finished, whole and of these settings."""
    return not _generation(folder, settings)


def _generation(folder: Path, settings: Settings) -> list[Finding]:
    try:
        manifest = read_manifest(folder)
    except (OSError, StoreMismatch) as error:
        said = (
            str(error)
            if isinstance(error, StoreMismatch)
            else f"De index in {folder} is niet af of half weg: {error}. Herstel hem met: {REPAIR}"
        )
        return [Finding(Fault.MANIFEST, said)]
    if manifest.generation != folder.name:  # a copy that its maker did not finish
        said = f"De index in {folder} is niet afgemaakt. Herstel hem met: {REPAIR}"
        return [Finding(Fault.MANIFEST, said)]
    model, catalog = _model(manifest, settings), _catalog(folder, manifest)
    # What the vectors should be is known from the catalogue alone.
    return [*model, *catalog, *([] if catalog else _vectors(folder, manifest))]


def _model(manifest: Manifest, settings: Settings) -> list[Finding]:
    if manifest.setting == settings.model:
        return []
    said = (
        f"De index is gemaakt met het model '{manifest.setting}', maar ingesteld is "
        f"'{settings.model}'. Stel het oude model weer in, of maak de index opnieuw met: {REPAIR}"
    )
    return [Finding(Fault.MODEL, said)]


def _catalog(folder: Path, manifest: Manifest) -> list[Finding]:
    if is_whole(folder, CATALOG_NAME, manifest.checksums) and _is_sound(folder / CATALOG_NAME):
        return []
    said = (
        f"{CATALOG_NAME} in {folder} is weg of beschadigd: de teksten zijn niet te vertrouwen. "
        f"Herstel de index met: {REPAIR}"
    )
    return [Finding(Fault.CATALOG, said)]


def _vectors(folder: Path, manifest: Manifest) -> list[Finding]:
    bad = [] if is_whole(folder, VECTORS_NAME, manifest.checksums) else [VECTORS_NAME]
    if not _chroma_agrees(folder, manifest, compare=not bad):
        bad.append(CHROMA_NAME)
    if not bad:
        return []
    said = (
        f"Weg of beschadigd in {folder}: {' en '.join(bad)}; de teksten zijn goed. "
        f"Herstel de index met: {REPAIR}"
    )
    return [Finding(Fault.VECTORS, said)]


def _chroma_agrees(folder: Path, manifest: Manifest, *, compare: bool) -> bool:
    """Return whether Chroma has a vector per place, that of the matrix where that is good."""
    try:
        with Catalog(folder / CATALOG_NAME) as catalog:
            rows = catalog.unit_rows()
        keys, places = chroma_keys(rows), [i for i, row in enumerate(rows) if row[1] in PLACE_KINDS]
        with VectorStore(folder / CHROMA_NAME) as chroma:
            chroma.check_count(len(keys))
            found = chroma.get(keys, manifest.dimension)
        if not _is_sound(folder / CHROMA_NAME / CHROMA_FILE):
            return False
    except (RaadsbronError, sqlite3.Error):
        return False
    matrix = load_matrix(folder, len(rows), manifest.dimension) if compare else None
    return matrix is None or bool(np.allclose(found, matrix[places], atol=_CLOSE))


def _is_sound(catalog: Path) -> bool:
    """Return what SQLite says of its own file: an index without checksums has nothing else."""
    uri = f"{catalog.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as db:
            return db.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False
