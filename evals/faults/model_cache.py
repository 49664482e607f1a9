"""The unpacked model in the cache, cut short as by a disk that was full or a copy broken off."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place
from evals.faults.process import run
from store.packaged_model import model_folder, packaged_model_folder
from store.settings import PACKAGED_MODEL


def cut_model(folder: Path, cache: Path) -> Iterator[Outcome]:
    """Yield an outcome for each way to mend it: by the next ingest, and by the doctor.

    The cache of this machine is linked, not copied, and what is cut short is a copy.
    """
    packaged_model_folder(cache)
    for fault, repair in (("the next ingest mends it", False), ("the doctor mends it", True)):
        own = folder / f"cache-{repair}"
        _link(model_folder(cache), model_folder(own))
        place = Place(folder / f"model-{repair}", PACKAGED_MODEL, own)
        _cut(own)
        yield Outcome("model cache cut short", fault, (_mend(place, repair=repair),))
        shutil.rmtree(own)


def _mend(place: Place, *, repair: bool) -> Try:
    where = ("--store", str(place.settings.store))
    environ = {"RAADSBRON_CACHE": str(place.cache)}
    expected = place.write(1)
    code, facts = run(("-m", "cli", "doctor", *where), environ)
    told = code == 2 and "raadsbron doctor --repair" in facts
    if repair:
        code, facts = run(("-m", "cli", "doctor", "--repair", *where), environ)
        told = told and code == 0
    _, said = run(("-m", "cli", "ingest", str(place.reports), *where), environ)
    found = place.after((expected,))
    left = (*found.left, *(path.name for path in place.cache.glob("building-*")))
    note = "" if told else facts + said
    return replace(found, told=told, left=left, note=note)


def _link(source: Path, target: Path) -> None:
    shutil.copytree(source, target, copy_function=os.link)


def _cut(cache: Path) -> None:
    largest = max(model_folder(cache).rglob("*"), key=lambda path: path.stat().st_size)
    with largest.open("rb") as file:
        half = file.read(largest.stat().st_size // 2)
    largest.unlink()  # the link, so that the cache of this machine stays whole
    largest.write_bytes(half)
