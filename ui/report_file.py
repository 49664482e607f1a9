"""Where the file of a report lies, so that its page can be drawn."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from ingest.report import Report


def report_file(report: Report, folders: Sequence[str]) -> Path | None:
    """Return the file that a report was read from, None where it is gone, changed or closed to us.

    ``folders`` are those that the index remembers; the file's content must be what was read.
    """
    for path in _candidates(report.file_name, tuple(Path(folder) for folder in folders)):
        try:
            if path.is_file() and _sha256(path, path.stat().st_mtime_ns) == report.sha256:
                return path
        except OSError:  # no right to read it: the page shows the stored text instead
            continue
    return None


def _candidates(name: str, folders: Sequence[Path]) -> Iterator[Path]:
    """Yield the places where a file of that name may lie, the likeliest first."""
    for folder in folders:
        yield folder if folder.name == name else folder / name
    for folder in folders:
        if os.path.isdir(folder):  # noqa: PTH112 - Path's raises without rights
            yield from (path for path in sorted(folder.rglob("*")) if path.name == name)


@lru_cache(maxsize=256)
def _sha256(path: Path, _modified: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
