"""Which uploaded files are taken, and under which name; what a visitor sends is never trusted."""

import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.find import FORMATS

MOST_MEGABYTES = 25
"""Of one file: six times the largest real report. `.streamlit/config.toml` has the same number."""

MOST_FILES = 10
"""At once: what a visitor sends waits in memory until it is read."""

_LONGEST_NAME = 200  # bytes: file systems take 255, and a suffix comes behind
_NOT_IN_NAMES = frozenset('<>:"|?*')  # Windows; slashes of both kinds were cut at before
# Windows opens a device for these, whatever comes behind.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
)
_STARTS = {"pdf": (b"%PDF-", 1024), "docx": (b"PK\x03\x04", 4)}  # within so many bytes


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as a visitor sent it: ``name`` is whatever the browser said."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that may be read, under a name that is no path."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken; ``reason`` is Dutch and says what to do."""

    name: str
    reason: str


def taken(offered: Offered) -> Taken | Refused:
    """Return the file under a safe name, or why it is not taken.

    >>> taken(Offered("../../etc/Nota 2024.PDF", b"%PDF-1.7 ...")).name
    'Nota 2024.pdf'
    >>> taken(Offered("nota.exe", b"MZ")).reason
    'Dit soort bestand wordt niet gelezen. Kies een PDF, DOCX, TXT of MD.'
    """
    name = safe_name(offered.name)
    suffix = name.rpartition(".")[2]
    reason = _reason(name, suffix, offered.data)
    return Refused(name or "bestand zonder naam", reason) if reason else Taken(name, offered.data)


def safe_name(given: str) -> str:
    r"""Return the last part of a name without what a file system or a reader stumbles over.

    The suffix is in small letters; "" where no name is left.

    >>> safe_name("C:\\map\\.verborgen\u202e.txt"), safe_name("a/../..")
    ('verborgen.txt', '')
    >>> safe_name("nul.pdf"), safe_name("Wat kost het?.docx")
    ('_nul.pdf', 'Wat kost het_.docx')
    """
    last = unicodedata.normalize("NFC", given.replace("\\", "/").rpartition("/")[2])
    # Category C: control characters, marks that turn the direction of writing, half surrogates.
    seen = "".join("" if unicodedata.category(sign)[0] == "C" else sign for sign in last)
    clean = "".join("_" if sign in _NOT_IN_NAMES else sign for sign in seen)
    path = PurePosixPath(" ".join(clean.split()).lstrip(".~ "))
    short = path.stem.encode()[:_LONGEST_NAME].decode(errors="ignore")
    stem, suffix = short.rstrip(". "), path.suffix.lower()
    if not stem:
        return ""
    device = stem.partition(".")[0].lower() in _DEVICES
    return f"{'_' if device else ''}{stem}{suffix[:10]}"


def _reason(name: str, suffix: str, data: bytes) -> str:
    """Return why a file is not taken, "" where it is."""
    if suffix not in FORMATS:
        return "Dit soort bestand wordt niet gelezen. Kies een PDF, DOCX, TXT of MD."
    if not data:
        return "Het bestand is leeg. Controleer het en probeer het opnieuw."
    if len(data) > MOST_MEGABYTES * 1024**2:
        return f"Het bestand is groter dan {MOST_MEGABYTES} MB. Splits het of maak het kleiner."
    start, within = _STARTS.get(suffix, (b"", 0))
    if start not in data[:within]:
        return (
            f"De naam eindigt op {suffix}, maar het is geen {suffix.upper()}-bestand. Sla het "
            "opnieuw op vanuit het programma waarin het gemaakt is."
        )
    return ""
