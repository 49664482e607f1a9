"""Measures reading: pages per second beside plain pypdf and pdfplumber, and memory by files.

Run ``python -m evals.reading_speed FOLDER [FOLDER …] [--memory 50 500 2000]``. Every reader gets
the same PDFs in the same run. "raadsbron" reads them as an ingest does, on all cores, but encodes
nothing; "pypdf" takes plain text from each page in this one process and nothing more; "pdfplumber"
does that where it is installed (``pip install pdfplumber``). A page that a plain reader hangs on
is given up after as long as ours.
"""

import argparse
import importlib.util
import logging
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader

from ingest.find import find_sources
from ingest.limits import Limits
from ingest.read import read_reports
from ingest.source import Source
from ingest.time_limit import TooSlow, time_limit

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Speed:
    """How long one reader took for ``pages``: all pages of the files.

    ``seconds`` is wall time; ``cpu`` is what all its processes computed, which other work on the
    machine hardly changes.
    """

    reader: str
    files: int
    pages: int
    seconds: float
    cpu: float


Pages = Iterator[Callable[[], object]]


def reading_speed(sources: Sequence[Source]) -> tuple[Speed, ...]:
    """Return the speed of each reader that is installed over the same sources, ours first."""
    readers: list[tuple[str, Callable[[], None]]] = [
        ("raadsbron", lambda: _with_raadsbron(sources)),
        ("pypdf", lambda: _plainly(sources, _pypdf_pages)),
    ]
    if importlib.util.find_spec("pdfplumber"):
        readers.append(("pdfplumber", lambda: _plainly(sources, _pdfplumber_pages)))
    logging.disable(logging.ERROR)
    pages = sum(_page_count(source) for source in sources)
    speeds = []
    for name, read in readers:
        start, cpu = time.perf_counter(), _cpu()
        read()
        seconds = time.perf_counter() - start
        speeds.append(Speed(name, len(sources), pages, seconds, _cpu() - cpu))
    return tuple(speeds)


def _cpu() -> float:
    """Return the seconds that this process and its ended children computed so far."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _page_count(source: Source) -> int:
    try:
        with source.path.open("rb") as file:
            return len(PdfReader(file).pages)
    except Exception:
        return 0


def _with_raadsbron(sources: Sequence[Source]) -> None:
    for _ in read_reports(sources):
        pass


def _plainly(sources: Sequence[Source], pages: Callable[[Source], Pages]) -> None:
    """Take the text of each page; a plain reader may fail on a broken one in any way."""
    for source in sources:
        try:
            for read in pages(source):
                try:
                    with time_limit(_LIMITS.page_seconds, _LIMITS.page_wait):
                        read()
                except (TooSlow, Exception):
                    continue
        except Exception:
            continue


def _pypdf_pages(source: Source) -> Pages:
    with source.path.open("rb") as file:
        for page in PdfReader(file).pages:
            yield page.extract_text


def _pdfplumber_pages(source: Source) -> Pages:
    import pdfplumber  # noqa: PLC0415 - not installed with the product

    with pdfplumber.open(source.path) as document:
        for page in document.pages:
            yield page.extract_text
            page.close()


@dataclass(frozen=True, slots=True)
class Memory:
    """Most memory (MB) of this process after reading so many files, and of its largest child."""

    files: int
    own: float
    child: float
    seconds: float


def memory_by_files(sources: Sequence[Source], counts: Sequence[int]) -> Iterator[Memory]:
    """Yield the peak memory after each of ``counts`` files, made by repeating ``sources``.

    Peaks never go down, so counts must ascend; copies are links with names of their own.
    """
    with tempfile.TemporaryDirectory() as name:
        for count in counts:
            folder = Path(name) / str(count)
            folder.mkdir()
            for number in range(count):
                source = sources[number % len(sources)]
                shutil.copy(source.path, folder / f"{number}-{source.path.name}")
            start = time.perf_counter()
            for _, _ in read_reports(find_sources((folder,))):
                pass
            seconds = time.perf_counter() - start
            yield Memory(
                count, _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN), seconds
            )
            shutil.rmtree(folder)


def _peak(who: int) -> float:
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss / unit


def main(arguments: Sequence[str]) -> int:
    """Print pages per second of each reader, then memory by number of files where asked."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading_speed", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--memory", nargs="*", type=int, default=(), metavar="FILES")
    parser.add_argument("--memory-only", action="store_true")
    options = parser.parse_args(arguments)
    sources = tuple(s for s in find_sources(options.folders) if s.format == "pdf")
    if not sources:
        sys.stderr.write("no PDF in these folders\n")
        return 2
    if not options.memory_only:
        speeds = reading_speed(sources)
        plain = next(speed.seconds for speed in speeds if speed.reader == "pypdf")
        for s in speeds:
            sys.stdout.write(
                f"{s.reader:12}{s.files:5} files{s.pages:7} pages{s.seconds:9.1f} s"
                f"{s.pages / s.seconds:8.1f} pages/s{s.seconds / plain:7.2f} x pypdf"
                f"{s.cpu:9.1f} s of CPU\n"
            )
    for m in memory_by_files(sources, sorted(options.memory)):
        sys.stdout.write(
            f"{m.files:6} files: this process {m.own:6.0f} MB, reading process {m.child:6.0f} MB, "
            f"{m.seconds:6.1f} s\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
