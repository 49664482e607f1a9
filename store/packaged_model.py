"""Turns the packaged weights into a folder that `SentenceTransformer` opens, once for a cache."""

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import BadInput, StoreBusy
from store.packaged_layout import write_model
from store.packaged_weights import PACKAGED_NAME, read_weights, weights_path

_FORMAT = 1  # of the folder: raised when what `write_model` writes changes
_MANIFEST = "manifest.json"  # written last: a folder without one is half a folder
_BUILDING = "building-"
_LOCK_SECONDS = 300.0  # building took 6 s on two busy cores; a laptop's slow disk gets the rest


def packaged_model_folder(cache: Path) -> Path:
    """Return the folder with the packaged model, built into `cache` when no good one is there.

    A folder is good when every file is as its manifest says. It appears by one rename, under a lock
    that dies with its process: two processes at once, or a kill half-way, leave a good model or
    none. Building takes about 6 s.

    Raises:
        BadInput: the weights aren't installed, or the cache can't be written.
        StoreBusy: another process has been building for minutes.
    """
    source = weights_path()
    folder = model_folder(cache, source)
    if _is_good(folder):
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f"{PACKAGED_NAME}.lock", timeout=_LOCK_SECONDS):
            if not _is_good(folder):  # another process may have built it while this one waited
                _build(source, folder)
    except Timeout as error:
        message = (
            f"Another process has been building the model in {cache} for {_LOCK_SECONDS:.0f} s. "
            "Next step: wait for it, or stop it, and try again."
        )
        raise StoreBusy(message) from error
    except OSError as error:
        message = (
            f"The model can't be written to {cache}: {error}. Expected a folder with 600 MB free. "
            "Next step: make room, or let RAADSBRON_CACHE name another folder."
        )
        raise BadInput(message) from error
    return folder


def model_cache_fault(cache: Path) -> str:
    """Return in Dutch what is wrong with the built model in ``cache``, "" where nothing is.

    A model that was never built is not wrong: it is built when reports are read in.

    Raises:
        BadInput: the weights aren't installed.
    """
    folder = model_folder(cache)
    if not folder.exists() or _is_good(folder):
        return ""
    return f"Het uitgepakte model in {folder} is niet heel."


def model_folder(cache: Path, source: Path | None = None) -> Path:
    """Return where the model is built: other weights, other folder."""
    return cache / f"{PACKAGED_NAME}-v{_FORMAT}-{_sha256(source or weights_path())[:12]}"


def _is_good(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return bool(manifest) and all(
            _is_same(folder / name, entry["bytes"], entry["sha256"], entry["written"])
            for name, entry in manifest.items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _is_same(path: Path, size: int, sha256: str, written: int) -> bool:
    """Return whether the file is the one that was written; summing 470 MB takes 0.6 s or more.

    So the sum is made only where the time of writing differs: a copy, or a file that was touched.
    """
    status = path.stat()
    if status.st_size != size:
        return False
    return status.st_mtime_ns == written or _sha256(path) == sha256


def _build(source: Path, folder: Path) -> None:
    for stale in folder.parent.glob(f"{_BUILDING}*"):  # killed half-way: the lock is ours, so
        shutil.rmtree(stale, ignore_errors=True)  # nobody is at work in it
    building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder.parent))
    try:
        write_model(read_weights(source), building / "model")
        _write_manifest(building / "model")
        if folder.exists():
            folder.replace(building / "broken")
        (building / "model").replace(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write_manifest(folder: Path) -> None:
    manifest = {
        path.relative_to(folder).as_posix(): {
            "bytes": path.stat().st_size,
            "sha256": _sha256(path),
            "written": path.stat().st_mtime_ns,
        }
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    (folder / _MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    for name in (*manifest, _MANIFEST):
        _to_disk(folder / name)


def _to_disk(path: Path) -> None:
    """Wait until the file survives a power cut: the rename must not overtake its contents."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
