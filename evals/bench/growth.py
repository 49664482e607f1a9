"""Cost and accuracy as an archive grows: real reports hidden among ever more generated ones."""

import math
import shutil
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.bench.child import ROOT, Child, run_child
from evals.bench.filler import filler_reports
from evals.bench.peers import COLD
from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report

_STEP = ("-m", "evals.bench.growth_step")
_PER_REPORT = 66  # passages of a generated report, about; the table gives what there are
_READ = 6_000  # passages that are read from files: reading 100,000 takes half an hour


@dataclass(frozen=True, slots=True)
class Grown:
    """One size of the archive, with what it costs.

    ``index_ms`` is wall time per passage that was read since the size before, words and storing
    included, encoding not; for the real reports it is with encoding (vectors that were made before
    are taken from the cache). It is None where reports were copied (see `evals.bench.copies`).
    ``accuracy`` is in percent. What begins with ``own`` is where the user has set a municipality.
    """

    passages: int
    units: int
    reports: int
    index_ms: float | None
    index_peak_mb: float
    disk_mb: float
    cold_s: float
    cold_cpu_s: float
    open_s: float
    p50_ms: float
    p95_ms: float
    p50_cpu_ms: float
    p95_cpu_ms: float
    own_p50_ms: float
    own_p95_ms: float
    own_p50_cpu_ms: float
    own_p95_cpu_ms: float
    answer_peak_mb: float
    accuracy: float
    own_accuracy: float


@dataclass(frozen=True, slots=True)
class Archive:
    """Where a growing archive lies: the real reports, and a folder that is ours to fill."""

    real: Path
    questions: Path
    place: Path

    @property
    def store(self) -> Path:
        """Return the folder of its index."""
        return self.place / "store"


def grow(archive: Archive, sizes: Sequence[int], tell: Callable[[str], None]) -> tuple[Grown, ...]:
    """Return a row for the real reports alone, then one per size, in passages, smallest first.

    Raises:
        RaadsbronError: when a step failed.
    """
    reports = _read(archive.real)
    own = _most_named(reports)
    tell(f"the real reports; own municipality {own or 'unknown'}")
    added = _index(archive, "hide", archive.real)
    passages = int(added.said()["passages"])
    rows = [_grown(archive, passages, _index_ms(added), added, own)]
    written = 0
    for size in sorted(sizes):
        wanted = math.ceil((min(size, _READ) - passages) / _PER_REPORT)
        spent = None
        if wanted > 0:
            tell(f"{size} passages: {wanted} reports more")
            added = _add(archive, reports, written, wanted)
            written += wanted
            passages += int(added.said()["passages"])
            spent = _index_ms(added)
        if size > max(passages, _READ):
            tell(f"{size} passages: copies of the generated reports")
            added = _index(archive, "copy", archive.real, "--passages", str(size - passages))
            passages += int(added.said()["passages"])
            spent = None
        rows.append(_grown(archive, passages, spent, added, own))
    return tuple(rows)


def _add(archive: Archive, reports: Sequence[Report], first: int, count: int) -> Child:
    """Read in ``count`` generated reports, those of ``first`` and on."""
    folder = archive.place / "filler"
    _write(folder, reports, first, count)
    added = _index(archive, "add", folder)
    shutil.rmtree(folder)
    return added


def _index_ms(added: Child) -> float:
    said = added.said()
    return 1000 * said["seconds"] / said["passages"]


def _read(folder: Path) -> tuple[Report, ...]:
    found = read_reports(find_sources((folder,)))
    return tuple(report for _, report in found if isinstance(report, Report))


def _most_named(reports: Sequence[Report]) -> str:
    """Return the municipality that most of the text is of, "" where none is named."""
    named: Counter[str] = Counter()
    for name in {report.municipality for report in reports if report.municipality}:
        named[name] = sum(report.text.count(name) for report in reports)
    return max(sorted(named), key=lambda name: named[name], default="")


def _write(folder: Path, reports: Sequence[Report], first: int, count: int) -> None:
    folder.mkdir(parents=True)
    for report in filler_reports(reports, first, count):
        (folder / report.file_name).write_text(report.text, encoding="utf-8")


def _index(archive: Archive, step: str, folder: Path, *more: str) -> Child:
    return run_child((*_STEP, step, str(archive.store), str(folder.absolute()), *more))


def _grown(
    archive: Archive, passages: int, index_ms: float | None, added: Child, own: str
) -> Grown:
    probe = (*_STEP, "probe", str(archive.store), str(archive.real.absolute()))
    asked = (*probe, "--questions", str(archive.questions.absolute()))
    any_, ours = run_child(asked), run_child((*asked, "--municipality", own))
    cold = run_child(
        (str(ROOT / "cli.py"), "ask", COLD, "--store", str(archive.store)), accepted=(0, 1)
    )
    said, own_said = any_.said(), ours.said()
    return Grown(
        passages=passages,
        units=int(said["units"]),
        reports=int(said["reports"]),
        index_ms=index_ms,
        index_peak_mb=added.peak,
        disk_mb=sum(p.stat().st_size for p in archive.store.rglob("*") if p.is_file()) / 1e6,
        cold_s=cold.seconds,
        cold_cpu_s=cold.cpu,
        open_s=said["open"],
        p50_ms=said["p50"],
        p95_ms=said["p95"],
        p50_cpu_ms=said["cpu_p50"],
        p95_cpu_ms=said["cpu_p95"],
        own_p50_ms=own_said["p50"],
        own_p95_ms=own_said["p95"],
        own_p50_cpu_ms=own_said["cpu_p50"],
        own_p95_cpu_ms=own_said["cpu_p95"],
        answer_peak_mb=any_.peak,
        accuracy=_percent(said),
        own_accuracy=_percent(own_said),
    )


def _percent(said: Mapping[str, float]) -> float:
    return 100 * said["right"] / max(1.0, said["asked"])
