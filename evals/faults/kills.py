"""Kill -9 at random moments of an ingest."""

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place
from evals.faults.process import Running, start
from evals.faults.worker import ACTIONS, ROUNDS, states

_SEED = 2024
_SPREAD = 1.05  # of the time that the first round took: some kills come just after the end


def kill_ingests(folder: Path, model: str, cache: Path, kills: int) -> Iterator[Outcome]:
    """Yield an outcome for each way to ingest, ``kills`` times each, with processes of our own."""
    moment = random.Random(_SEED)
    for operation in ACTIONS:
        tries = []
        for number in range(kills):
            place = Place(folder / f"{operation}-{number}", model, cache)
            tries.append(_kill(operation, place, moment.uniform(0.0, _SPREAD)))
            shutil.rmtree(place.folder, ignore_errors=True)
        yield Outcome("kill -9 of an ingest", operation, tuple(tries))


def _kill(operation: str, place: Place, share: float) -> Try:
    arguments = ("-m", "evals.faults.worker", operation, str(place.folder), place.model)
    process = start((*arguments, str(place.cache)))
    seconds = _seconds_of_a_round(process)
    time.sleep(share * seconds)
    printed = process.kill()
    old, new = states(operation, ROUNDS)
    done = f"done {ROUNDS}" in printed
    found = place.after((new,) if done else (old, new), struck=not done)
    return replace(found, left=(*found.left, *process.orphans()))


def _seconds_of_a_round(process: Running) -> float:
    """Wait until the last round starts, and return how long the one before took."""
    started = ended = time.monotonic()
    while (line := process.line()) and line != f"start {ROUNDS}":
        if line.startswith("start"):
            started = time.monotonic()
        elif line.startswith("done"):
            ended = time.monotonic()
    return ended - started
