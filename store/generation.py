"""Generations: immutable index folders, and the pointer to the one that answers."""

import os
import secrets
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import StoreMissing
from store.repair_hint import REPAIR_HINT

POINTER_NAME = "CURRENT"
CATALOG_NAME = "catalog.sqlite"
VECTORS_NAME = "vectors.npy"
UNITS_NAME = "units.npy"
CHROMA_NAME = "chroma"
_PREFIX = "gen-"
_TRASH = "old-"
_DRAFT = ".new"  # of the pointer, until it takes its place


def current_generation(store: Path) -> str | None:
    """Return the name of the generation that answers, or None where nothing was indexed yet.

    Reads one small file: cheap enough to ask before every question.

    Raises:
        StoreMissing: when the pointer names no generation, or one that is not there.
    """
    try:
        name = (store / POINTER_NAME).read_text(encoding="utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = (
            f"De index in {store} is niet te lezen: {error.strerror or error}. Geef uzelf "
            "leesrechten op die map, of kies een andere met --store."
        )
        raise StoreMissing(message) from error
    if not name.startswith(_PREFIX) or not (store / Path(name).name).is_dir():
        message = (
            f"De index in {store} is beschadigd: {POINTER_NAME} wijst naar '{name[:60]}' en die is "
            f"er niet. {REPAIR_HINT}"
        )
        raise StoreMissing(message)
    return Path(name).name


def new_generation(store: Path, copy_of: str | None = None, without: tuple[str, ...] = ()) -> Path:
    """Return a fresh generation folder, empty or a copy of another; nothing points to it yet.

    Files are copied, not linked: SQLite writes in place. ``without`` are names that are left out.
    """
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    folder = store / f"{_PREFIX}{moment}-{secrets.token_hex(3)}"
    if copy_of is None:
        folder.mkdir(mode=0o700)
        return folder
    try:
        shutil.copytree(store / copy_of, folder, ignore=shutil.ignore_patterns(*without))
    except BaseException:  # a full disk: leave nothing half behind
        discard(folder)
        raise
    return folder


def publish(folder: Path) -> None:
    """Make the finished generation in ``folder`` the one that answers, at once and for good.

    Everything is on disk before the pointer moves, so that a power cut leaves the old one or the
    new one.
    """
    for root, _, names in os.walk(folder):
        for name in names:
            _sync(Path(root) / name)
        _sync(Path(root))
    point_at(folder)


def point_at(folder: Path) -> None:
    """Let the pointer name the generation in ``folder``, which is on disk already."""
    pointer = folder.parent / POINTER_NAME
    draft = pointer.with_suffix(_DRAFT)
    with draft.open("w", encoding="utf-8") as file:
        file.write(folder.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(pointer)
    _sync(folder.parent)


def leftovers(store: Path, keep: str | None) -> tuple[str, ...]:
    """Return the names of what `clean` would look at in ``store``, sorted."""
    if not store.is_dir():
        return ()
    found = (path.name for path in store.iterdir() if path.name.startswith((_PREFIX, _TRASH)))
    return tuple(sorted(name for name in found if name != keep))


def clean(store: Path, keep: str | None) -> None:
    """Delete what no longer answers: old generations without readers, and half-made ones.

    Call it with the write lock held. A generation that a reader has open stays until the next call.
    """
    (store / POINTER_NAME).with_suffix(_DRAFT).unlink(missing_ok=True)
    for folder in sorted(store.iterdir()):
        if folder.name == keep or not folder.is_dir():
            continue
        if folder.name.startswith(_TRASH):
            shutil.rmtree(folder, ignore_errors=True)
        elif folder.name.startswith(_PREFIX) and not _has_reader(folder):
            discard(folder)


def discard(folder: Path) -> None:
    """Delete one generation that nothing points to.

    It is renamed first, so that nobody opens half of one.
    """
    trash = folder.with_name(_TRASH + folder.name)
    try:
        folder.rename(trash)
    except OSError:  # a reader on Windows; the next call tries again
        return
    shutil.rmtree(trash, ignore_errors=True)


def _has_reader(folder: Path) -> bool:
    """Return whether someone has the catalogue open; readers hold a shared lock on it."""
    catalog = folder / CATALOG_NAME
    if not catalog.exists():
        return False
    uri = f"{catalog.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)) as db:
            db.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:  # half-written by a writer that was killed
        return False
    return False


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # Windows can't open a folder
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
