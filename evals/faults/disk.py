"""A disk that is full: a small file system in memory, or a bound on the size of files."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from evals.faults.outcome import Outcome, Try
from evals.faults.place import Place
from evals.faults.process import ROOT

_SIZE = 8 << 20  # bytes; an index of three reports takes 0.6 MB
_ROOM = (0, 30_000, 150_000, 300_000, 500_000)
"""Bytes that are free when the second ingest starts: none, and too few for each of its steps."""
_LIMITS = (1_000, 100_000)
"""Bytes that a file may have, where no file system can be mounted."""


def fill_disk(folder: Path, model: str, cache: Path, most: int = len(_ROOM)) -> Iterator[Outcome]:
    """Yield one outcome: ingests that run out of room, and answers before and after."""
    unshare = shutil.which("unshare")
    can_mount = unshare and not _run((unshare, "-m", "true"))[0]
    prefix: tuple[str, ...] = ()
    if unshare and can_mount:
        name = f"file system of {_SIZE >> 20} MB"
        prefix = (unshare, "-m", "sh", "-c", f'mount -t tmpfs -o size={_SIZE} none "$1" && shift &&'
                  ' exec "$@"', "sh", str(folder / "small"))  # fmt: skip
        rooms: Sequence[int] = _ROOM[:most]
    else:
        name, rooms = "bound on files (no mount here)", _LIMITS
    tries = []
    for room in rooms:
        (folder / "small").mkdir(parents=True, exist_ok=True)
        kind = "mount" if prefix else "limit"
        arguments = (str(folder / "small"), model, str(cache), kind, str(room))
        code, printed = _run((*prefix, sys.executable, "-m", "evals.faults.disk", *arguments))
        tries.append(_read(code, printed))
        shutil.rmtree(folder / "small")
    yield Outcome("disk full", name, tuple(tries))


def _run(command: Sequence[str]) -> tuple[int, str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout if done.returncode == 0 else done.stdout + done.stderr


def _read(code: int, printed: str) -> Try:
    if code:
        return Try(note=printed[-500:])
    found = json.loads(printed.splitlines()[-1])
    return Try(found["struck"], found["answered"], found["told"], found["mended"],
               tuple(found["left"]), found["note"])  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Ingest, fill the disk, ingest more, look, make room, look again; print a `Try` as JSON."""
    folder, model, cache, kind, room = arguments
    place = Place(Path(folder), model, Path(cache))
    old = place.write(1)
    place.ingest()
    new = place.write(2)
    free = _fill(place.folder, int(room)) if kind == "mount" else _bound(int(room))
    message = ""
    try:
        place.ingest()
    except Exception as error:
        message = str(error)
    answered = place.state() in (old, new)
    left = place.left()
    free()
    place.ingest()
    tried = {
        "struck": bool(message),
        "answered": answered and (not message or "schijf vol" in message),
        "told": "schijf vol" in message,
        "mended": place.state() == new,
        "left": [*left, *place.left()],
        "note": message,
    }
    sys.stdout.write(json.dumps(tried) + "\n")


def _fill(folder: Path, room: int) -> Callable[[], object]:
    """Leave ``room`` bytes free, and return what takes the filling away."""
    ballast = folder / "ballast"
    ballast.write_bytes(b"\0" * max(0, shutil.disk_usage(folder).free - room))
    return ballast.unlink


def _bound(room: int) -> Callable[[], object]:
    """Let no file grow past ``room`` bytes, and return what lifts that."""
    import resource  # noqa: PLC0415 - not on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, old[1]))
    return partial(resource.setrlimit, resource.RLIMIT_FSIZE, old)


if __name__ == "__main__":
    main(sys.argv[1:])
