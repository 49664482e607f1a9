"""Raadsbron beside the textbook's stack: every step of both in a process of its own, in turn."""

import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.bench.child import ROOT, Child, run_child
from evals.bench.step import STACKS

COLD = "Hoeveel ging er naar sport?"
_STEP = ("-m", "evals.bench.step")
_NOT_FOUND = 1  # exit code of ``raadsbron ask`` where the reports don't say it

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure: the median over the rounds of each stack, and the median of their ratios.

    A ratio is taken within one round and is below 1 where Raadsbron needs less.
    """

    name: str
    raadsbron: float
    textbook: float
    ratio: float


def compare_peers(
    folder: Path, questions: Sequence[str], rounds: int, tell: Callable[[str], None]
) -> tuple[Compared, ...]:
    """Return what both stacks took for the PDFs of ``folder``, measured in turn.

    Raises:
        RaadsbronError: when a step of one of them failed.
    """
    measured: dict[str, list[Figures]] = {name: [] for name in STACKS}
    for number in range(rounds):
        for name in STACKS if number % 2 == 0 else reversed(STACKS):
            tell(f"round {number + 1} of {rounds}: {name}")
            with tempfile.TemporaryDirectory() as place:
                measured[name].append(_measure(name, folder, questions, Path(place) / "store"))
    return tuple(_compared(name, *measured.values()) for name in measured[STACKS[0]][0])


def _measure(name: str, folder: Path, questions: Sequence[str], store: Path) -> Figures:
    step = (name, str(store))
    index = run_child((*_STEP, "index", *step, str(folder.absolute())))
    disk = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    cold = _cold(name, store)
    warm = run_child((*_STEP, "warm", *step, *questions))
    said, seconds = index.said(), 1000 * np.array(warm.said()["seconds"])
    return {
        "texts encoded": said["texts"],
        "tokens encoded": said["tokens"],
        "index, wall s": index.seconds,
        "index, CPU s": index.cpu,
        "index, CPU ms per token": 1000 * index.cpu / said["tokens"],
        "encoding alone, CPU ms per token": 1000 * said["encoding"] / said["tokens"],
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
    if name == "textbook":
        return run_child((*_STEP, "ask", name, str(store), COLD))
    command = (str(ROOT / "cli.py"), "ask", COLD, "--store", str(store))
    return run_child(command, accepted=(0, _NOT_FOUND))


def _compared(name: str, ours: Sequence[Figures], theirs: Sequence[Figures]) -> Compared:
    pairs = [(a[name], b[name]) for a, b in zip(ours, theirs, strict=True)]
    return Compared(
        name,
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )
