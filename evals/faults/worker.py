"""The process that is harmed: `python -m evals.faults.worker OPERATION FOLDER MODEL CACHE`.

It prints a line at each step, so that whoever kills it knows what had been acknowledged.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.faults.place import NAMES, Place, State
from ingest.errors import RaadsbronError
from store.vectors import VectorStore

ONLY = "only-"
"""Before the name of a report: the operation that ingests it alone, beside other processes."""

ROUNDS = 2  # the first warms up and is timed, the second is the one to kill


def main(arguments: Sequence[str]) -> int:
    """Return 0 when all steps were done, 2 when an error of ours was said."""
    operation, folder, model, cache = arguments
    place = Place(Path(folder), model, Path(cache))
    with TemporaryDirectory() as aside, VectorStore(Path(aside) / "chroma", create=True):
        pass  # loads Chroma, so that both rounds take as long
    try:
        for number in range(1, ROUNDS + 1):
            before(operation, place, number)
            _say(f"start {number}")
            ACTIONS.get(operation, ACTIONS["incremental"])(place)
            _say(f"done {number}")
    except RaadsbronError as error:
        _say(f"error {error}")
        return 2
    return 0


def before(operation: str, place: Place, number: int) -> None:
    """Bring ``place`` to where ``operation`` starts in this round."""
    if operation == "full":
        shutil.rmtree(place.settings.store, ignore_errors=True)
        place.write(number)
    elif operation == "prune":
        place.write(0)
        place.ingest()
        (place.reports / f"{NAMES[-1]}.md").unlink()
    elif operation.startswith(ONLY):
        place.write(number, (operation.removeprefix(ONLY),))
    else:
        place.write(number)


def states(operation: str, number: int) -> tuple[State, State]:
    """Return what the index says before and after ``operation`` in this round."""
    full = tuple((name, number) for name in NAMES)
    if operation == "full":
        return (), full
    if operation == "prune":
        old = tuple((name, 0) for name in NAMES)
        return old, old[:-1]
    return tuple((name, number - 1) for name in NAMES), full


ACTIONS: dict[str, Callable[[Place], object]] = {
    "full": lambda place: place.ingest(),
    "incremental": lambda place: place.ingest(),
    "prune": lambda place: place.ingest(prune=True),
    "re-index": lambda place: place.ingest(rebuild=True),
}


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
