"""What an ingest must do: which files to read, and which reports stay, go or are replaced."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.source import Source
from store.catalog import Known
from store.past_readings import PastReading, past_reading


@dataclass(frozen=True, slots=True)
class Plan:
    """``read`` are the sources to read, sorted by report id; the others are report ids, sorted.

    ``read`` holds new files and changed ones (``changed`` has the ids of the latter). ``vanished``
    are reports whose file is gone from the folders at hand. ``refused`` are files that could not be
    read before and have not changed since, with the reason; ``changed`` holds their ids as well.
    """

    read: tuple[Source, ...]
    changed: frozenset[str]
    unchanged: tuple[str, ...]
    vanished: tuple[str, ...]
    refused: tuple[tuple[Source, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What the readers of now (``readers``) did with files before; see `store.past_readings`."""

    past: tuple[PastReading, ...] = ()
    readers: str = ""

    def of(self, source: Source) -> PastReading | None:
        """Return how a file was read, None where it was not or has changed."""
        return past_reading(self.past, source, self.readers)


def make_plan(
    sources: Sequence[Source],
    known: Sequence[Known],
    folders: Sequence[Path],
    before: Before | None = None,
) -> Plan:
    """Return what to do with ``sources``, given what the index knows; reads no file's content.

    ``before`` tells what text recognition and the other readers could not read already.
    """
    before = before or Before()
    by_id = {entry.report_id: entry for entry in known}
    named = _with_own_ids(sources, by_id)
    fresh = tuple(s for s in named if not _is_same(s, by_id.get(s.report_id), before))
    refused = tuple((s, past.reason) for s in fresh if (past := before.of(s)) and past.reason)
    settled = {source.report_id for source, _ in refused}
    read = tuple(source for source in fresh if source.report_id not in settled)
    met = {source.report_id for source in named}
    vanished = tuple(
        entry.report_id
        for entry in known
        if entry.report_id not in met and _in_scope(entry, folders) and not _is_there(entry)
    )
    return Plan(
        read=read,
        changed=frozenset(s.report_id for s in fresh if s.report_id in by_id),
        unchanged=tuple(s.report_id for s in named if s not in fresh),
        vanished=tuple(sorted(vanished)),
        refused=refused,
    )


def _with_own_ids(sources: Iterable[Source], known: dict[str, Known]) -> tuple[Source, ...]:
    """Return the sources sorted by id, an id that another folder's report has made different."""
    named = []
    for source in sorted(sources, key=lambda s: (s.report_id, str(s.path))):
        report_id = source.report_id
        number = 1
        while _is_another(source, known.get(report_id)):
            behind = source.path.parent.name + (f" {number}" if number > 1 else "")
            report_id = f"{source.stem} ({behind})"
            number += 1
        named.append(replace(source, report_id=report_id))
    return tuple(sorted(named, key=lambda source: source.report_id))


def _is_another(source: Source, entry: Known | None) -> bool:
    """Return whether a known report of this id is another report, in a folder that still has it."""
    if entry is None or source.sha256 == entry.sha256:
        return False
    elsewhere = Path(entry.folder) != source.path.absolute().parent
    return elsewhere and _is_there(entry)


def _is_same(source: Source, entry: Known | None, before: Before) -> bool:
    """Tell that a file is in the index as it is, and no reader of now would get more out of it."""
    if entry is None:
        return False
    if entry.scanned and before.readers.endswith("+ocr") and before.of(source) is None:
        return False
    found = (source.sha256, source.path.name, source.copies)
    return found == (entry.sha256, entry.file_name, entry.copies)


def _in_scope(entry: Known, folders: Sequence[Path]) -> bool:
    path = _path(entry)
    return any(path == folder or folder in path.parents for folder in folders)


def _is_there(entry: Known) -> bool:
    """Tell whether the file is still there; one in a folder that may not be opened counts as so."""
    try:
        _path(entry).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:  # no right to look, which is no reason to take a report out
        return True
    return True


def _path(entry: Known) -> Path:
    return Path(entry.folder) / entry.file_name
