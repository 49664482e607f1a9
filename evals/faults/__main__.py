"""Does all kinds of harm and prints what survived: `python -m evals.faults [--short]`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.faults.app_kills import kill_pages
from evals.faults.clocks import turn_clocks
from evals.faults.damage import spoil, spoil_for_real
from evals.faults.disk import fill_disk
from evals.faults.kills import kill_ingests
from evals.faults.model_cache import cut_model
from evals.faults.outcome import Outcome
from evals.faults.rights import take_rights
from evals.faults.table import line_of, name_of, table_lines
from evals.faults.word_encoder import WORDS
from evals.faults.writers import crowd
from store.settings import PACKAGED_MODEL, Settings


@dataclass(frozen=True, slots=True)
class Dose:
    """How much harm is done.

    ``kills`` of each of four ways to ingest, ``real_kills`` of those with the real model,
    ``page_kills`` of the page, ``full_disks`` steps at which the disk is full; ``for_real`` harms
    what the command and the model use too.
    """

    kills: int
    real_kills: int
    page_kills: int
    full_disks: int
    for_real: bool


SHORT = Dose(kills=1, real_kills=0, page_kills=0, full_disks=2, for_real=False)
"""What the tests do: every kind once, in less than a minute."""
LONG = Dose(kills=25, real_kills=1, page_kills=20, full_disks=5, for_real=True)
"""A hundred kills of an ingest, twenty of the page; an hour on two cores that others use too."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when nothing was lost or left and every fault was survived or explained, else 1."""
    parser = argparse.ArgumentParser(prog="python -m evals.faults", description=__doc__)
    parser.add_argument("--short", action="store_true", help="each kind once, under a minute")
    dose = SHORT if parser.parse_args(arguments).short else LONG
    started = time.monotonic()
    outcomes = tuple(harm(dose, Settings.from_env().cache))
    sys.stdout.writelines(f"{line}\n" for line in table_lines(outcomes))
    sys.stdout.write(f"{time.monotonic() - started:.0f} seconds\n")
    return int(any(outcome.bad for outcome in outcomes))


def harm(dose: Dose, cache: Path) -> Iterator[Outcome]:
    """Yield what each kind of harm did, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="raadsbron-faults-") as made:
        folder = Path(made)
        folder.chmod(0o755)  # an ordinary user comes in too, and its folders are closed inside
        for outcome in _all(dose, folder, cache):
            # The counts too, so that a run which is broken off has said what it saw.
            sys.stderr.write(f"{line_of(name_of(outcome), (outcome,))} {len(outcome.bad)} bad\n")
            yield outcome


def _all(dose: Dose, folder: Path, cache: Path) -> Iterator[Outcome]:
    yield from kill_ingests(folder / "kills", WORDS, cache, dose.kills)
    yield from spoil(folder / "damage", WORDS, cache)
    yield from fill_disk(folder / "disk", WORDS, cache, dose.full_disks)
    yield from take_rights(folder / "rights", WORDS, cache)
    yield from crowd(folder, WORDS, cache)
    yield from turn_clocks(folder, WORDS, cache)
    if dose.real_kills:
        yield from kill_ingests(folder / "real-kills", PACKAGED_MODEL, cache, dose.real_kills)
    if dose.page_kills:
        yield from kill_pages(folder, cache, dose.page_kills)
    if dose.for_real:
        yield from spoil_for_real(folder, PACKAGED_MODEL, cache)
        yield from fill_disk(folder / "real-disk", PACKAGED_MODEL, cache, 1)
        yield from take_rights(folder / "real-rights", PACKAGED_MODEL, cache)
        yield from cut_model(folder, cache)


if __name__ == "__main__":
    sys.exit(main())
