"""Remembers which files could not be read (in full), so that they are not read at every ingest.

Kept beside the generations in ``readings.json``, under the write lock. It can be lost: then those
files are read once more.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.source import Source
from store.schema import SCHEMA_VERSION

_NAME = "readings.json"


@dataclass(frozen=True, slots=True)
class PastReading:
    """A file that was read with ``readers``: ``reason`` says why it could not be, in Dutch.

    Without a reason it became a report of which some pages were not read. ``path`` is absolute,
    ``sha256`` that of the bytes that were read.
    """

    path: str
    sha256: str
    readers: str
    reason: str | None


def readers_now(*, ocr: bool) -> str:
    """Return what decides how a file is read: the version of the readers, and whether they do OCR.

    >>> readers_now(ocr=True).endswith("+ocr")
    True
    """
    return f"{SCHEMA_VERSION}{'+ocr' if ocr else ''}"


def past_reading(past: Sequence[PastReading], source: Source, readers: str) -> PastReading | None:
    """Return how these bytes were read before by these readers, or None where they were not."""
    made = (str(source.path.absolute()), source.sha256, readers)
    return next((p for p in past if (p.path, p.sha256, p.readers) == made), None)


def read_past(store: Path) -> tuple[PastReading, ...]:
    """Return what was kept in ``store``; () where nothing was that can be understood."""
    try:
        kept = json.loads((store / _NAME).read_text(encoding="utf-8"))
        return tuple(PastReading(**entry) for entry in kept)
    except (OSError, ValueError, TypeError):
        return ()


def keep_past(store: Path, past: Sequence[PastReading]) -> None:
    """Write ``past`` where it differs from what is kept; the file is replaced in one step.

    Raises:
        OSError: when it can't be written.
    """
    ordered = sorted(past, key=lambda reading: reading.path)
    if tuple(ordered) == read_past(store):
        return
    draft = store / f"{_NAME}.new"
    text = json.dumps([asdict(reading) for reading in ordered], ensure_ascii=False, indent=1)
    draft.write_text(text + "\n", encoding="utf-8")
    draft.replace(store / _NAME)
