"""Raadsbron beside what people would build: every step of each in a process of its own, in turn."""

import importlib.util
import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.bench.child import ROOT, Child, run_child
from evals.bench.step import STACKS

COLD = "Hoeveel ging er naar sport?"
EXTRA = ("bm25s", "txtai")
"""Stacks whose package, of the same name, comes with the extra "peers"."""

_STEP = ("-m", "evals.bench.step")
_NOT_FOUND = 1  # exit code of ``raadsbron ask`` where the reports don't say it

# None where a stack has no such figure: bm25s encodes nothing.
Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure: the median over the rounds of each stack, and the median of Raadsbron's ratios.

    A ratio is taken within one round and is below 1 where Raadsbron needs less. None stands where a
    stack was not installed, or has no such figure.
    """

    name: str
    raadsbron: float | None
    textbook: float | None
    bm25s: float | None
    txtai: float | None
    to_textbook: float | None
    to_bm25s: float | None
    to_txtai: float | None


def compare_peers(
    folder: Path, questions: Sequence[str], rounds: int, tell: Callable[[str], None]
) -> tuple[Compared, ...]:
    """Return what each stack that is installed took for the PDFs of ``folder``, in turn.

    Raises:
        RaadsbronError: when a step of one of them failed.
    """
    missing = missing_peers()
    if missing:
        tell(
            f"{' and '.join(missing)} left out: not installed. Next step: pip install -e '.[peers]'"
        )
    stacks = tuple(name for name in STACKS if name not in missing)
    measured: dict[str, list[Figures]] = {name: [] for name in STACKS}
    for number in range(rounds):
        for name in stacks if number % 2 == 0 else reversed(stacks):
            tell(f"round {number + 1} of {rounds}: {name}")
            with tempfile.TemporaryDirectory() as place:
                measured[name].append(_measure(name, folder, questions, Path(place) / "store"))
    return tuple(compared(name, measured) for name in measured[STACKS[0]][0])


def missing_peers() -> tuple[str, ...]:
    """Return the stacks of the extra "peers" whose package is not installed."""
    return tuple(name for name in EXTRA if importlib.util.find_spec(name) is None)


def compared(name: str, measured: Mapping[str, Sequence[Figures]]) -> Compared:
    """Return the measure ``name`` from the rounds of each stack, an empty list where it is missing.

    >>> rounds = {"raadsbron": [{"s": 1.0}, {"s": 3.0}, {"s": 2.0}], "textbook": [], "txtai": []}
    >>> found = compared("s", {**rounds, "bm25s": [{"s": 4.0}, {"s": 4.0}, {"s": 4.0}]})
    >>> found.raadsbron, found.bm25s, found.to_bm25s, found.txtai
    (2.0, 4.0, 0.5, None)
    """
    values = {stack: [rounds_[name] for rounds_ in measured[stack]] for stack in STACKS}
    ours = values[STACKS[0]]
    ratios = {
        stack: [_ratio(a, b) for a, b in zip(ours, values[stack], strict=bool(values[stack]))]
        for stack in STACKS[1:]
    }
    return Compared(name, *map(_median, values.values()), *map(_median, ratios.values()))


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return ours / theirs if ours is not None and theirs else None


def _median(values: Sequence[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return statistics.median(there) if there else None


def _measure(name: str, folder: Path, questions: Sequence[str], store: Path) -> Figures:
    step = (name, str(store))
    index = run_child((*_STEP, "index", *step, str(folder.absolute())))
    disk = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    tokens = run_child((*_STEP, "count", *step)).said()["tokens"]
    cold = _cold(name, store)
    warm = run_child((*_STEP, "warm", *step, *questions))
    said, seconds = index.said(), 1000 * np.array(warm.said()["seconds"])
    return {
        "texts encoded": said["texts"],
        "tokens encoded": tokens,
        "index, wall s": index.seconds,
        "index, CPU s": index.cpu,
        "index, CPU ms per token": 1000 * index.cpu / tokens if tokens else None,
        "encoding alone, CPU ms per token": 1000 * said["encoding"] / tokens if tokens else None,
        "index, peak MB": index.peak,
        "on disk, MB": disk / 1e6,
        "cold first answer, wall s": cold.seconds,
        "cold first answer, CPU s": cold.cpu,
        "cold first answer, peak MB": cold.peak,
        "warm answer, p50 ms": float(np.percentile(seconds, 50)),
        "warm answer, p95 ms": float(np.percentile(seconds, 95)),
        "warm, peak MB": warm.peak,
    }


def _cold(name: str, store: Path) -> Child:
    if name != "raadsbron":
        return run_child((*_STEP, "ask", name, str(store), COLD))
    command = (str(ROOT / "cli.py"), "ask", COLD, "--store", str(store))
    return run_child(command, accepted=(0, _NOT_FOUND))
