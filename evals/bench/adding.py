"""One report more in a large archive: what it takes, and what people notice of it meanwhile."""

import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from answer.engine import Engine, open_engine
from evals.bench.child import Child, run_child
from evals.bench.filler import filler_reports
from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report
from store.settings import Settings

_STEP = ("-m", "evals.bench.growth_step", "one")
_IDLE_ROUNDS = 2
_FIRST_NUMBER = 900_000  # of generated reports; those of `growth` begin at 0


@dataclass(frozen=True, slots=True)
class Taken:
    """One figure: ``seconds`` (or a ratio, or a count, as ``what`` says)."""

    what: str
    value: float


def add_one(
    store: Path, real: Path, questions: Sequence[str], tell: Callable[[str], None]
) -> tuple[Taken, ...]:
    """Add one generated report to the index in ``store`` while ``questions`` are asked of it.

    ``real`` is a folder of reports whose habits it takes. The index must come from `growth`.

    Raises:
        RaadsbronError: when the report could not be added.
    """
    settings = replace(Settings.from_env(), store=store)
    engine = open_engine(settings)
    tell(f"idle: {len(questions)} questions, {_IDLE_ROUNDS} times after one to warm up")
    _ask_all(engine, questions)
    idle = [seconds for _ in range(_IDLE_ROUNDS) for seconds in _ask_all(engine, questions)]
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(1) as pool:
        _write(Path(place), real, _FIRST_NUMBER + len(engine.index.cards))
        tell("the same questions while a report is added")
        adding = pool.submit(run_child, (*_STEP, str(store.absolute()), place))
        meanwhile, errors = _ask_until(adding, engine, questions)
    engine.index.close()
    started = time.perf_counter()
    newer = open_engine(settings)
    opened = time.perf_counter() - started
    first = _ask_all(newer, questions[:1])[0]
    newer.index.close()
    return _taken(adding.result(), idle, meanwhile, (errors, opened, first))


def _write(place: Path, real: Path, number: int) -> None:
    reports = [r for _, r in read_reports(find_sources((real,))) if isinstance(r, Report)]
    for report in filler_reports(reports, number, 1):
        (place / report.file_name).write_text(report.text, encoding="utf-8")


def _ask_all(engine: Engine, questions: Sequence[str]) -> list[float]:
    """Return the seconds that each answer took."""
    seconds = []
    for question in questions:
        started = time.perf_counter()
        engine.ask(question)
        seconds.append(time.perf_counter() - started)
    return seconds


def _ask_until(
    done: "Future[Child]", engine: Engine, questions: Sequence[str]
) -> tuple[list[float], int]:
    """Return the seconds of the answers that came meanwhile, and how many questions failed."""
    seconds: list[float] = []
    errors = 0
    while not done.done():
        for question in questions:
            try:
                seconds += _ask_all(engine, (question,))
            except Exception:  # whatever a person would meet is counted
                errors += 1
            if done.done():
                break
    return seconds, errors


def _taken(
    added: Child, idle: Sequence[float], meanwhile: Sequence[float], after: tuple[int, float, float]
) -> tuple[Taken, ...]:
    stages = added.said()
    whole = stages["in all"]
    rows = [Taken("adding it, s, in all", whole), Taken("adding it, CPU s", added.cpu)]
    parts = sorted(stages.items(), key=lambda stage: -stage[1])
    rows += [Taken(f"of which: {name}", spent) for name, spent in parts if name != "in all"]
    rows.append(Taken("adding it, peak MB", added.peak))
    p95 = [1000 * float(np.percentile(seconds, 95)) for seconds in (idle, meanwhile)]
    errors, opened, first = after
    return (
        *rows,
        Taken("idle, p95 ms", p95[0]),
        Taken("meanwhile, p95 ms", p95[1]),
        Taken("meanwhile over idle", p95[1] / p95[0]),
        Taken("questions asked meanwhile", len(meanwhile) + errors),
        Taken("questions that failed", errors),
        Taken("opening the new generation, s", opened),
        Taken("first answer from it, s", first),
    )
