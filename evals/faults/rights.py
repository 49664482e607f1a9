"""Folders that may not be written or read, as an ordinary user sees them: root ignores modes."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place, State
from evals.faults.process import run
from ingest.errors import RaadsbronError

_NOBODY = 65534  # the user that Linux keeps for processes without rights
_MODES = {
    "read-only index": ("index", 0o555, 0o444, True),
    "index that may not be read": ("index", 0o000, 0o000, False),
    "reports that may not be read": ("rapporten", 0o555, 0o000, True),
}
"""What is closed, the mode of its folders and files, and whether the index still answers."""


def take_rights(folder: Path, model: str, cache: Path) -> Iterator[Outcome]:
    """Yield one outcome for each thing that is closed."""
    for number, fault in enumerate(_MODES):
        place = Place(folder / f"rights-{number}", model, cache)
        place.write(1)
        place.ingest()
        expected = place.write(2)
        _open_up(place)
        before = place.generation.name
        _close(place, fault)
        arguments = ("-m", "evals.faults.rights", fault, str(place.folder), model, str(cache))
        code, printed = run(arguments)
        tried = Try(note=printed[-500:]) if code else Try(**json.loads(printed.splitlines()[-1]))
        _open_up(place)
        kept = place.generation.name == before
        place.ingest()
        mended = kept and place.state() == expected
        found = replace(tried, mended=mended, left=place.left())
        yield Outcome("rights", fault, (found,))


def main(arguments: Sequence[str]) -> None:
    """Answer and ingest without rights, and print a `Try` as JSON."""
    fault, folder, model, cache = arguments
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    place = Place(Path(folder), model, Path(cache))
    said = []
    state: State = ()
    try:
        state = place.state()
    except RaadsbronError as error:
        said.append(str(error))
    try:
        place.ingest()
    except RaadsbronError as error:
        said.append(str(error))
    told = len(said) == (1 if _MODES[fault][3] else 2) and all("rechten" in line for line in said)
    answered = all(number == 1 for _, number in state) and bool(state)
    tried = {"answered": answered, "told": told, "note": " / ".join(said)}
    sys.stdout.write(json.dumps(tried) + "\n")


def _open_up(place: Place) -> None:
    for path in (place.folder, *place.folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _close(place: Place, fault: str) -> None:
    name, folders, files, _ = _MODES[fault]
    top = place.folder / name
    for path in sorted((top, *top.rglob("*")), reverse=True):
        path.chmod(folders if path.is_dir() else files)


if __name__ == "__main__":
    main(sys.argv[1:])
