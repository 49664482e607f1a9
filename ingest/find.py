"""Finds the files that can be read as reports, and those that look like reports but can't."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import BadInput
from ingest.source import Source

FORMATS = ("pdf", "docx", "txt", "md")
"""What can be read, best first: of files with one stem in one folder the first is the report."""

# Documents that people keep beside reports: worth a message, where a script or picture is not.
_DOCUMENTS = frozenset(
    "doc docm dot dotx odt rtf pages xls xlsx ods csv ppt pptx odp html htm xml eml msg".split()
)

_CLOSED = "kan niet geopend worden"
_GONE = (FileNotFoundError, NotADirectoryError)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was found but will not be read; ``reason`` is Dutch, with the next step."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the folders: sources in the order of folders and paths, and what was refused."""

    sources: tuple[Source, ...]
    refused: tuple[Refused, ...]


def find_sources(folders: Sequence[Path], formats: tuple[str, ...] = FORMATS) -> tuple[Source, ...]:
    """Return the reports in ``folders`` (or files), in order of folder and path.

    Files of one stem in one folder are one report: the first of `FORMATS` that ``formats`` allows.
    A stem that occurs again in another folder gets that folder's name behind it: "nota (2023)".

    Raises:
        BadInput: when a folder does not exist or a format is unknown.
    """
    return find_files(folders, formats).sources


def find_files(folders: Sequence[Path], formats: tuple[str, ...] = FORMATS) -> Found:
    """Return the same sources as `find_sources`, and the files that were refused with the reason.

    A file or a folder inside that this user may not open is refused; all others are found.

    Raises:
        BadInput: when a folder does not exist or a format is unknown.
    """
    _check(folders, formats)
    sources: list[Source] = []
    refused: list[Refused] = []
    for folder in folders:
        paths = tuple(_files(folder, refused))
        refused += _refusals(folder, paths)
        readable = [p for p in paths if _format(p) in FORMATS and not _leads_away(p, folder)]
        for found in _sources(readable, formats):
            if isinstance(found, Source):
                sources.append(found)
            else:
                refused.append(found)
    return Found(_unique(sources), tuple(refused))


def _check(folders: Sequence[Path], formats: tuple[str, ...]) -> None:
    for name in formats:
        if name not in FORMATS:
            message = f"Formaat {name!r} is onbekend. Kies uit: {', '.join(FORMATS)}."
            raise BadInput(message)
    for folder in folders:
        try:
            folder.stat()
        except OSError as error:
            what = "bestaat niet" if isinstance(error, _GONE) else f"{_CLOSED}: {error.strerror}"
            message = f"{folder} {what}. Geef een map of bestand dat er is en dat u mag lezen."
            raise BadInput(message) from None


def _files(folder: Path, refused: list[Refused]) -> Iterator[Path]:
    """Yield files in a fixed order, without hidden and temporary ones; links are not followed.

    Folders that can't be opened are put in ``refused``.
    """
    if not folder.is_dir():
        yield folder
        return

    def closed(error: OSError) -> None:
        refused.append(_closed(Path(error.filename), error))

    for place, inner, names in os.walk(folder, onerror=closed, followlinks=False):
        inner[:] = sorted(name for name in inner if not _is_hidden(name))
        yield from (Path(place) / name for name in sorted(names) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "~"))


def _format(path: Path) -> str:
    return path.suffix.lower().lstrip(".")


def _leads_away(path: Path, folder: Path) -> bool:
    return folder.is_dir() and os.path.islink(path)  # noqa: PTH114 - Path's raises without rights


def _refusals(folder: Path, paths: Iterable[Path]) -> Iterator[Refused]:
    for path in paths:
        if _leads_away(path, folder):
            reason = (
                f"{path.name} is een snelkoppeling en wordt niet gevolgd. "
                "Zet het bestand zelf in de map."
            )
            yield Refused(path, reason)
        elif _format(path) in _DOCUMENTS or (path == folder and _format(path) not in FORMATS):
            kind = _format(path) or "zonder achtervoegsel"
            reason = (
                f"{path.name} is van een soort die niet gelezen wordt ({kind}); verwacht: pdf, "
                "docx, txt of md. Sla het op als PDF of DOCX."
            )
            yield Refused(path, reason)


def _sources(paths: Sequence[Path], formats: tuple[str, ...]) -> Iterator[Source | Refused]:
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in paths:
        groups.setdefault((path.parent, path.stem), []).append(path)
    for (_, stem), group in groups.items():
        ranked = sorted(group, key=lambda path: (FORMATS.index(_format(path)), path.name))
        chosen = next((path for path in ranked if _format(path) in formats), None)
        if chosen is not None:
            copies = tuple(path.name for path in ranked if path != chosen)
            yield _source(chosen, unicodedata.normalize("NFC", stem), copies)


def _source(path: Path, stem: str, copies: tuple[str, ...]) -> Source | Refused:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            return Refused(path, f"{path.name} is geen gewoon bestand. Zet het rapport zelf neer.")
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return _closed(path, error)
    return Source(path, stem, _format(path), copies, status.st_size, stem, digest)


def _closed(path: Path, error: OSError) -> Refused:
    reason = (
        f"{path.name} {_CLOSED}: {error.strerror}. Geef de gebruiker die inleest leesrechten en "
        "lees opnieuw in. Wat er eerder van is ingelezen, blijft in de index."
    )
    return Refused(path, reason)


def _unique(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give every source an id of its own; a file that was named twice counts once."""
    taken: set[str] = set()
    seen: set[Path] = set()
    result: list[Source] = []
    for source in sources:
        path = source.path.resolve()
        if path in seen:
            continue
        seen.add(path)
        report_id = source.stem
        if report_id in taken:
            report_id = f"{source.stem} ({path.parent.name})"
        number = 2
        while report_id in taken:
            report_id = f"{source.stem} ({path.parent.name} {number})"
            number += 1
        taken.add(report_id)
        result.append(replace(source, report_id=report_id))
    return tuple(result)
