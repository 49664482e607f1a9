"""A file that may become a report."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, with the other files of the same name that are not read.

    ``report_id`` is the stem, made unique among the sources that were found together. ``copies``
    are file names. ``size`` is in bytes; ``sha256`` is of the file's bytes, in hex.
    """

    path: Path
    stem: str
    format: str  # pdf, docx, txt, md
    copies: tuple[str, ...]
    size: int
    report_id: str
    sha256: str
