"""The store that a run answers from: built once for these files, this model and this code."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from evals.kept_encoder import KeptEncoder
from ingest.errors import BadInput
from store.build import ingest
from store.progress import Progress
from store.settings import Settings

KEPT = 6  # stores of earlier runs: two archives in three formats
READY = "ready"
_CODE = Path(__file__).resolve().parent.parent


def built_store(
    folders: Sequence[Path],
    settings: Settings,
    formats: tuple[str, ...],
    progress: Callable[[Progress], None] | None = None,
) -> Settings:
    """Return ``settings`` with a store that holds exactly the reports of ``folders``.

    The store lies in the cache under a hash of the files, the formats, the model and the code that
    reads and indexes, so that a second run builds nothing and a changed reader is never missed.

    Raises:
        BadInput: when a folder is not there or none of the files could be read.
    """
    place = settings.cache / "evals" / archive_key(folders, settings.model, formats)
    built = replace(settings, store=place)
    if (place / READY).exists():
        (place / READY).touch()
        return built
    result = ingest(folders, built, lambda: KeptEncoder(settings), formats=formats, prune=True,
                    progress=progress)  # fmt: skip
    if not (result.added or result.replaced or result.unchanged):
        names = ", ".join(map(str, folders))
        reasons = "; ".join(f"{failure.file_name}: {failure.reason}" for failure in result.failed)
        message = f"{names}: none of the files could be read as {', '.join(formats)}: {reasons}"
        raise BadInput(message)
    (place / READY).touch()
    _forget(place.parent)
    return built


def archive_key(folders: Sequence[Path], model: str, formats: Sequence[str]) -> str:
    """Return 16 hexadecimal digits that change with any file, the model, formats or code.

    Raises:
        BadInput: when a folder is not there.
    """
    digest = hashlib.sha256("|".join((model, *formats)).encode())
    for folder in folders:
        if not folder.is_dir():
            message = f"{folder}: no such folder; give --reports a folder with reports"
            raise BadInput(message)
        for path in sorted(p for p in folder.iterdir() if p.is_file()):
            digest.update(path.name.encode() + path.read_bytes())
    digest.update(_code_digest())
    return digest.hexdigest()[:16]


@cache
def _code_digest() -> bytes:
    # Once: this process goes on with the code that it loaded, whatever is edited meanwhile.
    digest = hashlib.sha256()
    for layer in ("ingest", "store"):
        for path in sorted((_CODE / layer).glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def _forget(folder: Path) -> None:
    stores = sorted(folder.glob(f"*/{READY}"), key=lambda path: path.stat().st_mtime)
    for old in stores[:-KEPT]:
        shutil.rmtree(old.parent, ignore_errors=True)
