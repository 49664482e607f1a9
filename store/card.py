"""What a list of reports shows of each one, without its text."""

from dataclasses import dataclass

from ingest.report import Health


@dataclass(frozen=True, slots=True)
class ReportCard:
    """One report of the archive: the fields of `ingest.report.Report` without its contents.

    ``pages`` and ``figures`` are counts; ``pages`` is 0 for formats without pages. ``healths`` has
    how many pages were read in which way, most frequent first, ``READ`` included.
    """

    id: str
    title: str
    kind: str | None
    date: str | None
    year: int | None
    municipality: str | None
    file_name: str
    format: str
    sha256: str
    copies: tuple[str, ...]
    pages: int
    figures: int
    notices: tuple[str, ...]
    healths: tuple[tuple[Health, int], ...]
    version: str | None = None
