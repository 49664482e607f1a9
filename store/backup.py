"""Saves an index in one file and puts it back, while others read and write."""

import secrets
import shutil
import sqlite3
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

from ingest.errors import BadInput, RaadsbronError, StoreMismatch, StoreMissing
from store.build import DEFAULT_WAIT
from store.catalog import Catalog
from store.checksums import CHECKED, check_catalog, is_whole
from store.generation import (
    CATALOG_NAME,
    VECTORS_NAME,
    clean,
    current_generation,
    new_generation,
    publish,
)
from store.manifest import MANIFEST_NAME, Manifest, read_manifest
from store.matrix_file import load_matrix
from store.renew import renew_chroma
from store.write_lock import write_lock

_PARTS = (CATALOG_NAME, VECTORS_NAME, MANIFEST_NAME)
"""What is saved. Chroma's files are made anew from the vectors: no foreign ones are ever opened."""

_ATTEMPTS = 5  # the generation may be cleaned between its name and its first file


def backup(store: Path, file: Path) -> Manifest:
    """Write the generation that answers to ``file``, a zip, and return its manifest.

    A generation never changes, and an open catalogue keeps it from being cleaned: the copy is whole
    whatever is read in meanwhile. ``file`` appears when it is complete, readable by its owner.

    Raises:
        StoreMissing: when there is no index, or it is damaged.
        BadInput: when ``file`` can't be written.
    """
    for attempt in range(_ATTEMPTS):
        name = current_generation(store)
        if name is None:
            message = f"Er is nog geen index in {store} om te bewaren."
            raise StoreMissing(message)
        try:
            manifest = read_manifest(store / name)
            check_catalog(store / name, manifest)
            with Catalog(store / name / CATALOG_NAME):  # holds the generation here
                _write_zip(store / name, file)
        except (FileNotFoundError, StoreMissing, sqlite3.Error):
            if attempt + 1 < _ATTEMPTS and current_generation(store) != name:
                continue
            raise
        return manifest
    raise AssertionError


def restore(store: Path, file: Path, wait: float = DEFAULT_WAIT) -> Manifest:
    """Make the index in ``file`` the one that answers in ``store``, and return its manifest.

    It becomes a new generation, checked before it takes the place of the old one.

    Raises:
        BadInput: when ``file`` is no copy of an index.
        StoreMismatch: when a version of Raadsbron with another schema made it.
        StoreBusy: when another process still writes after ``wait`` seconds.
        RaadsbronError: when the store can't be written.
    """
    with write_lock(store, wait):
        folder = new_generation(store)
        try:
            manifest = _unpack(file, folder)
            publish(folder)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            message = (
                f"{file} kon niet worden teruggezet in {store}: {error}. Is de schijf vol, of mist "
                "u schrijfrechten? De vorige index blijft antwoorden."
            )
            raise RaadsbronError(message) from error
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        clean(store, folder.name)
    return manifest


def _write_zip(folder: Path, file: Path) -> None:
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        draft.touch(mode=0o600)  # the texts of the reports are in it
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for name in _PARTS:
                packed.write(folder / name, name)
        draft.replace(file)
    except FileNotFoundError:
        if file.absolute().parent.is_dir():  # then it is the generation that went
            raise
        raise BadInput(_unwritable(file, "die map is er niet")) from None
    except OSError as error:
        raise BadInput(_unwritable(file, error.strerror or str(error))) from error
    finally:
        draft.unlink(missing_ok=True)


def _unpack(file: Path, folder: Path) -> Manifest:
    """Fill ``folder`` from the zip and return its manifest, which has the folder's name."""
    try:
        with zipfile.ZipFile(file) as packed:
            if sorted(packed.namelist()) != sorted(_PARTS):
                raise BadInput(_no_backup(file))
            _check_room(sum(part.file_size for part in packed.infolist()), file, folder)
            for name in _PARTS:  # these names alone, so that nothing lands elsewhere
                with packed.open(name) as source, (folder / name).open("wb") as target:
                    shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadInput(_no_backup(file)) from error
    except FileNotFoundError as error:
        message = f"{file} is er niet. Geef het bestand dat raadsbron backup maakte."
        raise BadInput(message) from error
    manifest = replace(_saved(folder, file), generation=folder.name)
    _check(folder, manifest, file)
    manifest.write(folder)
    return manifest


def _saved(folder: Path, file: Path) -> Manifest:
    """Return the manifest that was saved; one of another schema is said to be that."""
    try:
        return read_manifest(folder)
    except StoreMismatch as error:
        if isinstance(error.__cause__, Exception):  # not to be understood, or not as it was written
            raise BadInput(_no_backup(file)) from error
        raise


def _check_room(needed: int, file: Path, folder: Path) -> None:
    """Refuse what the disk can't hold before it is full; a small zip can unpack to any size."""
    free = shutil.disk_usage(folder).free
    if needed > free:
        message = (
            f"{file} is uitgepakt {needed >> 20} MB en op de schijf van {folder.parent} is "
            f"{free >> 20} MB vrij. Maak ruimte, of kies met --store een map op een andere schijf."
        )
        raise BadInput(message)


def _check(folder: Path, manifest: Manifest, file: Path) -> None:
    """Make Chroma's files, where texts and vectors are as they were saved."""
    if not all(is_whole(folder, name, manifest.checksums) for name in CHECKED):
        raise BadInput(_no_backup(file))
    try:
        with Catalog(folder / CATALOG_NAME) as catalog:
            rows = catalog.unit_rows()
    except sqlite3.Error as error:
        raise BadInput(_no_backup(file)) from error
    if load_matrix(folder, len(rows), manifest.dimension) is None:
        raise BadInput(_no_backup(file))
    renew_chroma(folder, manifest.dimension)


def _no_backup(file: Path) -> str:
    return (
        f"{file} is geen hele kopie van een index. Geef een bestand dat raadsbron backup maakte; "
        "de vorige index blijft antwoorden."
    )


def _unwritable(file: Path, why: str) -> str:
    return f"{file} kan niet worden geschreven: {why}. Kies een map waarin u mag schrijven."
