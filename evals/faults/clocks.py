"""A clock that was set back or forward between two ingests, and files from the future."""

import os
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self
from unittest import mock

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place
from store.freshness import freshness

_YEAR = timedelta(days=365)
_SHIFTS = {"a year back": -_YEAR, "a year forward": _YEAR, "back to 1980": -46 * _YEAR}


def turn_clocks(folder: Path, model: str, cache: Path) -> Iterator[Outcome]:
    """Yield an outcome for each way in which the clock was wrong at the second of three ingests.

    The clock of the machine is left alone: ours is what the store reads.
    """
    for number, (fault, shift) in enumerate(_SHIFTS.items()):
        place = Place(folder / f"clock-{number}", model, cache)
        place.write(1)
        place.ingest()
        expected = place.write(2)
        _date_files(place, shift)
        with shifted(shift):
            place.ingest()
            fresh = freshness(place.settings)
        second = place.after((expected,))
        told = not fresh.problem and (fresh.age_seconds or 0) >= 0
        expected = place.write(3)
        place.ingest()
        third = place.after((expected,))
        good = second.mended and third.mended and told
        left = (*second.left, *third.left)
        tried = Try(True, second.answered and third.answered, False, good, left, second.note)
        yield Outcome("clock", fault, (tried,))


def shifted(shift: timedelta) -> "mock._patch[type]":
    """Return a context in which the store reads another time."""

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            moment = datetime.now(tz) + shift
            return cls.fromtimestamp(moment.timestamp(), tz)

    return mock.patch.multiple("store.generation", datetime=Shifted)


def _date_files(place: Place, shift: timedelta) -> None:
    moment = max(0.0, time.time() + shift.total_seconds())
    for path in place.reports.iterdir():
        os.utime(path, (moment, moment))
