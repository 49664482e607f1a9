"""Several processes in one store at once: writers beside writers, a reader beside a writer."""

import time
from collections.abc import Iterator
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import NAMES, Place, State
from evals.faults.process import start
from evals.faults.worker import ROUNDS
from ingest.errors import RaadsbronError, StoreBusy
from store.write_lock import write_lock


def crowd(folder: Path, model: str, cache: Path) -> Iterator[Outcome]:
    """Yield an outcome for two writers, for one that will not wait, and for a reader."""
    yield Outcome("two at once", "both ingest", (_two_writers(folder, model, cache),))
    yield Outcome("two at once", "one will not wait", (_impatient(folder, model, cache),))
    yield Outcome("two at once", "reader during writer", (_reader(folder, model, cache),))


def _two_writers(folder: Path, model: str, cache: Path) -> Try:
    """Two ingests of one store, each with reports of its own: the second waits for the first."""
    one = Place(folder / "one", model, cache)
    two = Place(folder / "two", model, cache)
    one.folder.mkdir()
    two.folder.mkdir()
    one.settings.store.mkdir()
    (two.folder / "index").symlink_to(one.settings.store, target_is_directory=True)
    started = [
        start(("-m", "evals.faults.worker", f"only-{name}", str(place.folder), model, str(cache)))
        for place, name in ((one, NAMES[0]), (two, NAMES[1]))
    ]
    said = [process.printed() for process in started]
    left = [line for process in started for line in process.orphans()]
    expected = tuple((name, ROUNDS) for name in NAMES[:2])
    found = one.after((expected,))
    return Try(
        True, found.answered, False, found.mended and all(f"done {ROUNDS}" in s for s in said),
        (*found.left, *left), f"{said} {found.note}",
    )  # fmt: skip


def _impatient(folder: Path, model: str, cache: Path) -> Try:
    """An ingest that may not wait is told that another is at work."""
    place = Place(folder / "busy", model, cache)
    old = place.write(1)
    place.ingest()
    new = place.write(2)
    note = ""
    with write_lock(place.settings.store, 0):
        try:
            place.ingest(wait=0)
        except StoreBusy as error:
            note = str(error)
        answered = place.state() == old
    place.ingest()
    told = "Een ander proces schrijft" in note and "opnieuw" in note
    return Try(True, answered, told, place.state() == new, place.left(), note)


def _reader(folder: Path, model: str, cache: Path) -> Try:
    """Every read beside a writer is of one whole round."""
    place = Place(folder / "read", model, cache)
    place.write(0)
    place.ingest()
    arguments = ("-m", "evals.faults.worker", "incremental", str(place.folder), model, str(cache))
    process = start(arguments)
    seen: set[State] = set()
    note = ""
    while process.is_alive():
        try:
            seen.add(place.state())
        except (RaadsbronError, ValueError) as error:
            note = str(error)
            break
        time.sleep(0.01)
    process.kill()
    allowed = {tuple((name, number) for name in NAMES) for number in range(ROUNDS + 1)}
    found = place.after((tuple((name, ROUNDS) for name in NAMES),))
    answered = found.answered and not note and seen <= allowed
    return Try(
        len(seen) > 1, answered, False, found.mended, found.left, note or f"{len(seen)} seen"
    )
