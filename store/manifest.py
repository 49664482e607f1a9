"""What a generation says about itself in ``manifest.json``."""

import json
import zlib
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ingest.errors import StoreMismatch
from store.repair_hint import REPAIR, REPAIR_HINT
from store.schema import SCHEMA_VERSION

MANIFEST_NAME = "manifest.json"
_CHECK_NAME = "manifest.crc"
"""Holds the CRC-32 of the manifest, which tells of the other files whether they are whole."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which model and schema made a generation, and from which folders.

    ``model`` is the name that the encoder gives itself, ``setting`` the one that was configured;
    ``created`` is ISO time in UTC; ``reports`` and ``units`` are counts.
    ``places`` counts the passages and headings, whose vectors Chroma keeps, and ``deleted`` those
    that were taken out since its files were new; ``checksums``
    are those of `store.checksums`, none in an index of before they were kept.
    """

    generation: str
    schema: int
    model: str
    setting: str
    dimension: int
    created: str
    reports: int
    units: int
    folders: tuple[str, ...]
    deleted: int = 0
    places: int = 0
    checksums: tuple[tuple[str, int], ...] = ()

    def write(self, folder: Path) -> None:
        """Write this as ``manifest.json`` in ``folder``."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"
        (folder / MANIFEST_NAME).write_text(text, encoding="utf-8")
        (folder / _CHECK_NAME).write_text(f"{zlib.crc32(text.encode())}\n", encoding="ascii")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the generation in ``folder``.

    Raises:
        OSError: when it isn't there.
        StoreMismatch: when it is of another schema, or can't be understood.
    """
    data = (folder / MANIFEST_NAME).read_bytes()
    try:
        found = json.loads(data)
        schema = found["schema"]
        folders = tuple(found["folders"])
        if schema == SCHEMA_VERSION:
            return _manifest(found, folders, data, folder)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = (
            f"De index in {folder} is beschadigd: {MANIFEST_NAME} is niet te lezen. {REPAIR_HINT}"
        )
        raise StoreMismatch(message) from error
    message = (
        f"De index in {folder} heeft schema {schema}, deze versie van Raadsbron verwacht "
        f"{SCHEMA_VERSION}. Maak de index opnieuw met: {REPAIR} (of: {rebuild_command(folders)})"
    )
    raise StoreMismatch(message)


def _manifest(
    found: dict[str, Any], folders: tuple[str, ...], data: bytes, folder: Path
) -> Manifest:
    """Return the manifest in ``data``.

    Raises:
        ValueError: when a byte of it is not as it was written, or a moment is none.
    """
    check = folder / _CHECK_NAME
    # An index of before this was kept has none.
    if check.exists() and int(check.read_bytes()) != zlib.crc32(data):
        message = "not the bytes that were written"
        raise ValueError(message)
    datetime.fromisoformat(found["created"])
    sums = tuple((str(name), int(crc)) for name, crc in found.get("checksums", ()))
    return Manifest(**{**found, "folders": folders, "checksums": sums})


def older_folders(folder: Path) -> tuple[str, ...] | None:
    """Return the folders that an index of an older version was made from, None where it is not one.

    Raises:
        StoreMismatch: when a newer version of Raadsbron made it.
    """
    try:
        found = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        schema, folders = int(found["schema"]), tuple(map(str, found["folders"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if schema > SCHEMA_VERSION:
        message = (
            f"De index in {folder} is van een nieuwere versie van Raadsbron (schema {schema}, deze "
            f"kent {SCHEMA_VERSION}). Werk Raadsbron bij, of kies een andere index met --store."
        )
        raise StoreMismatch(message)
    return folders if schema < SCHEMA_VERSION else None


def check_model(manifest: Manifest, name: str, dimension: int) -> None:
    """Do nothing when the index was made by this encoder.

    Raises:
        StoreMismatch: when its name or dimension differs; the message says how to rebuild.
    """
    if (manifest.model, manifest.dimension) == (name, dimension):
        return
    message = (
        f"De index is gemaakt met het model {manifest.model} ({manifest.dimension} getallen), maar "
        f"ingesteld is {name} ({dimension}). Bouw de index opnieuw met: "
        f"{rebuild_command(manifest.folders)} of stel het oude model weer in."
    )
    raise StoreMismatch(message)


def rebuild_command(folders: tuple[str, ...]) -> str:
    """Return the command that makes the index anew from the folders that it was made from.

    >>> rebuild_command(("rapporten 2024", "brieven"))
    'raadsbron ingest --rebuild "rapporten 2024" brieven'
    >>> rebuild_command(())
    'raadsbron ingest --rebuild MAP'
    """
    quoted = (f'"{folder}"' if " " in folder else folder for folder in folders or ("MAP",))
    return f"raadsbron ingest --rebuild {' '.join(quoted)}"
