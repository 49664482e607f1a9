"""Reads thousands of damaged files and counts what became of them: nothing may crash or hang.

Run ``python -m evals.reading_fuzz [--inputs 2000] [--seed 1] [FOLDER]``. Files of the folder (the
samples, where none is named) are damaged in six ways: bytes changed, cut off, pieces left out,
doubled or swapped, and marks of the format put where they do not belong. Each is read as an ingest
reads it. It ends in a report or in a reason; a crash of this process or a hang counts as a fault.
Exit code 0 without faults, 1 with, 2 where there was nothing to damage.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import UnreadableReport
from ingest.find import find_sources
from ingest.limits import Limits
from ingest.read import read_reports
from ingest.report import Report

_SAMPLES = Path(__file__).resolve().parent.parent / "docs" / "reports"
# Tighter than for users: a file that takes longer than this is counted as given up, and the run
# stays short. The largest sample takes under two seconds.
_LIMITS = Limits(seconds=20.0, page_seconds=3.0)
_HANG = 10.0  # seconds that a reading may take beyond its limit before it counts as a hang
_LARGEST = 250_000  # bytes; damaging megabytes of pictures finds little
_MARKS = (b"endobj", b"stream\n", b"%%EOF", b"<<", b"/Kids", b"PK\x03\x04", b"\xff\xfe", b"\0" * 64)
_BATCH = 100


@dataclass(frozen=True, slots=True)
class FuzzCounts:
    """What became of the inputs. ``lost`` are those whose reading process died or was ended."""

    inputs: int
    reports: int
    refused: int
    lost: int
    hangs: int
    crashes: int
    slowest: float

    @property
    def faults(self) -> int:
        """Return how many inputs did harm: hangs and crashes of the parent."""
        return self.hangs + self.crashes


def fuzz_reading(originals: Sequence[Path], inputs: int, seed: int) -> FuzzCounts:
    """Return what became of ``inputs`` damaged copies; the same seed damages the same way."""
    draw = random.Random(seed)
    counts: Counter[str] = Counter()
    slowest = 0.0
    made = 0
    while made < inputs:
        size = min(_BATCH, inputs - made)
        with tempfile.TemporaryDirectory() as name:
            _damaged_copies(originals, Path(name), size, draw)
            for kind, seconds in _outcomes(Path(name)):
                counts[kind] += 1
                slowest = max(slowest, seconds)
        made += size
    return FuzzCounts(
        inputs=made,
        reports=counts["report"],
        refused=counts["refused"],
        lost=counts["lost"],
        hangs=counts["hang"],
        crashes=counts["crash"],
        slowest=slowest,
    )


def damage(data: bytes, draw: random.Random) -> bytes:
    """Return ``data`` damaged in one to three ways.

    >>> damage(b"%PDF-1.7 een bestand", random.Random(1)) != b"%PDF-1.7 een bestand"
    True
    """
    for _ in range(draw.randint(1, 3)):
        data = draw.choice(_WAYS)(data, draw)
    return data


def _flip(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(draw.randint(1, 40)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _cut(data: bytes, draw: random.Random) -> bytes:
    return data[: max(8, draw.randrange(len(data)))]


def _leave_out(data: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(data))
    return data[:start] + data[start + draw.randint(1, 2000) :] or b"%"


def _double(data: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(data))
    return data[:start] + data[start : start + draw.randint(1, 2000)] * 3 + data[start:]


def _swap(data: bytes, draw: random.Random) -> bytes:
    first, second = sorted(draw.randrange(len(data)) for _ in range(2))
    return data[second:] + data[first:second] + data[:first]


def _mark(data: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(data))
    return data[:start] + draw.choice(_MARKS) + data[start:]


_WAYS = (_flip, _cut, _leave_out, _double, _swap, _mark)


def _damaged_copies(
    originals: Sequence[Path], folder: Path, count: int, draw: random.Random
) -> None:
    for number in range(count):
        original = draw.choice(originals)
        copy = folder / f"{number:04}{original.suffix}"
        copy.write_bytes(damage(original.read_bytes(), draw))


def _outcomes(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield what became of each file and how long it took; a crash ends the batch."""
    sources = find_sources((folder,))
    at = time.perf_counter()
    done = 0
    try:
        for _, outcome in read_reports(sources, _LIMITS):
            seconds, at = time.perf_counter() - at, time.perf_counter()
            done += 1
            yield _kind(outcome, seconds), seconds
    except Exception as error:
        sys.stderr.write(f"crash: {type(error).__name__}: {error}\n")
        yield from (("crash", 0.0) for _ in range(len(sources) - done))


def _kind(outcome: Report | UnreadableReport, seconds: float) -> str:
    if seconds > _LIMITS.seconds + _HANG:
        return "hang"
    if isinstance(outcome, Report):
        return "report"
    given_up = "opgegeven" in str(outcome) or "brak af" in str(outcome)
    return "lost" if given_up else "refused"


def _originals(folders: Sequence[Path]) -> tuple[Path, ...]:
    paths = (path for folder in folders for path in sorted(folder.rglob("*")))
    kinds = (".pdf", ".docx", ".txt", ".md")
    return tuple(
        p for p in paths if p.suffix in kinds and p.is_file() and 0 < p.stat().st_size < _LARGEST
    )


def main(arguments: Sequence[str]) -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading_fuzz", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    originals = _originals(options.folders or (_SAMPLES,))
    if not originals:
        sys.stderr.write("no file to damage in these folders\n")
        return 2
    counts = fuzz_reading(originals, options.inputs, options.seed)
    sys.stdout.write(
        f"{counts.inputs} damaged files: {counts.reports} read, {counts.refused} refused with a "
        f"reason, {counts.lost} given up over their limits\n"
        f"crashes of the parent: {counts.crashes}, hangs: {counts.hangs}, slowest "
        f"{counts.slowest:.1f} s\n"
    )
    return 1 if counts.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
