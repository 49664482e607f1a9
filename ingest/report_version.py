"""Finds which version of a report a file is, and where that stands."""

import re
from collections.abc import Iterator, Sequence

from ingest.line import Line
from ingest.report import Origin, Place
from ingest.version_words import version_of, without_version

_HEAD = 4000  # characters from the start that a cover or first page takes
_LINES = 60
_STAMP = 40  # characters of a line that holds a stamp and nothing more
_DECIDED = re.compile(
    r"(?:aldus\s+)?vastgesteld\s+(?:door|in|bij|op|d\.?d\.?)\b[^.]{3,90}$", re.IGNORECASE
)
_STATUS = re.compile(r"(?:status|versie)\s*:", re.IGNORECASE)
_FILLING = frozenset("status d.d. dd van de het op door raad college datum".split())


def find_version(
    text: str, lines: Sequence[Line], title: tuple[str, Origin], stem: str
) -> tuple[str, Origin] | None:
    """Return the version and where it was found: in the title, on the first page, in the file name.

    On the page a line counts that says nothing else ("CONCEPT", "Status: definitief", "Vastgesteld
    door de raad op 3 juli 2025"): a report that speaks of a concept is none. A number may stand
    elsewhere than the rest of the version, whose place is returned.
    """
    found = tuple(_found(text, lines, title, stem))
    if not found:
        return None
    status = next((v for v in found if not v[0].startswith("versie ")), None)
    number = next((v[0] for v in found if "versie " in v[0]), "")
    number = number[number.find("versie ") :]
    if status is None:
        return found[0]
    version, origin = status
    return (version if "versie " in version or not number else f"{version} {number}"), origin


def _found(
    text: str, lines: Sequence[Line], title: tuple[str, Origin], stem: str
) -> Iterator[tuple[str, Origin]]:
    """Yield the versions that the places name, the surest place first."""
    printed, origin = title
    if version := version_of(printed):
        yield version, Origin("version", origin.place, origin.span)
    for line in lines[:_LINES]:
        if line.span.start > _HEAD:
            break
        if version := stamped_version(line.span.cut(text)):
            yield version, Origin("version", Place.TEXT, line.span)
    if version := version_of(" ".join(re.split(r"[-_\s]+", stem))):
        yield version, Origin("version", Place.FILE_NAME)


def stamped_version(line: str) -> str | None:
    """Return the version that a line of its own names, or None.

    >>> stamped_version("CONCEPT"), stamped_version("Status: definitief")
    ('concept', 'vastgesteld')
    >>> stamped_version("Vastgesteld door de raad op 3 juli 2025"), stamped_version("Versie 2.0")
    ('vastgesteld', 'versie 2.0')
    >>> stamped_version("Het concept is in juni besproken.") is None
    True
    """
    if _DECIDED.match(line):
        return "vastgesteld"
    if len(line) > _STAMP:
        return None
    version = version_of(line)
    if version is None:
        return None
    rest = [word for word in without_version(_STATUS.sub(" ", line)).split() if word.isalpha()]
    return version if all(word in _FILLING for word in rest) else None
