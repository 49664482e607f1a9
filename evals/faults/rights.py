"""Folders and files that may not be written or read, by a process that modes do stop."""

import ctypes
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import NAMES, Place, State
from evals.faults.process import run
from ingest.errors import RaadsbronError

_PR_CAPBSET_DROP = 24
_RIGHTS_OF_ROOT = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: modes do not stop who has them
_BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Closed:
    """``what`` is closed in a place: the mode of its folders, and of its files.

    ``answers``: the index still answers. ``goes_on``: the ingest puts in what it may read.
    """

    what: str
    folders: int
    files: int
    answers: bool = True
    goes_on: bool = False


_FAULTS = {
    "read-only index": Closed("index", 0o555, 0o444),
    "index that may not be read": Closed("index", 0o000, 0o000, answers=False),
    "reports that may not be read": Closed("rapporten", 0o555, 0o000),
    "one report that may not be read": Closed(f"rapporten/{NAMES[0]}.md", 0, 0, goes_on=True),
}


def take_rights(folder: Path, model: str, cache: Path) -> Iterator[Outcome]:
    """Yield one outcome for each thing that is closed."""
    for number, (fault, closed) in enumerate(_FAULTS.items()):
        place = Place(folder / f"rights-{number}", model, cache)
        place.write(1)
        place.ingest()
        expected = place.write(2)
        before = place.generation.name
        _close(place, closed)
        arguments = ("-m", "evals.faults.rights", fault, str(place.folder), model, str(cache))
        code, printed = run(arguments)
        tried = Try(note=printed[-500:]) if code else Try(**json.loads(printed.splitlines()[-1]))
        _open_up(place)
        kept = closed.goes_on or place.generation.name == before
        place.ingest()
        mended = kept and place.state() == expected
        found = replace(tried, mended=mended, left=place.left())
        yield Outcome("rights", fault, (found,))


def main(arguments: Sequence[str]) -> None:
    """Answer and ingest without rights, and print a `Try` as JSON."""
    if os.getuid() == 0 and arguments[-1] != _BOUND:
        _start_bound(arguments)
    fault, folder, model, cache = arguments[:4]
    closed = _FAULTS[fault]
    place = Place(Path(folder), model, Path(cache))
    said = []
    state: State = ()
    try:
        state = place.state()
    except RaadsbronError as error:
        said.append(str(error))
    try:
        said += [failure.reason for failure in place.ingest().failed]
    except RaadsbronError as error:
        said.append(str(error))
    told = len(said) >= (1 if closed.answers else 2) and all("rechten" in line for line in said)
    answered = state == tuple((name, 1) for name in NAMES)
    if closed.goes_on:
        answered &= place.state() == ((NAMES[0], 1), *((name, 2) for name in NAMES[1:]))
    tried = {"answered": answered, "told": told, "note": " / ".join(said)}
    sys.stdout.write(json.dumps(tried) + "\n")


def _start_bound(arguments: Sequence[str]) -> None:
    """Start this process anew, without the rights by which root passes over modes."""
    library = ctypes.CDLL(None, use_errno=True)
    for right in _RIGHTS_OF_ROOT:
        if library.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl PR_CAPBSET_DROP")
    again = (sys.executable, "-m", "evals.faults.rights", *arguments, _BOUND)
    os.execv(sys.executable, again)


def _open_up(place: Place) -> None:
    place.folder.chmod(0o755)
    for folder in (place.settings.store, place.reports):
        folder.chmod(0o755)
        for path in sorted(folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def _close(place: Place, closed: Closed) -> None:
    top = place.folder / closed.what
    for path in sorted((top, *top.rglob("*")), reverse=True):
        path.chmod(closed.folders if path.is_dir() else closed.files)


if __name__ == "__main__":
    main(sys.argv[1:])
