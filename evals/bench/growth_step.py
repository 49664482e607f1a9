"""One step of a growing archive in this process: ``python -m evals.bench.growth_step STEP …``.

``hide`` indexes real reports with real vectors, ``add`` filler beside them, ``copy`` filler that is
indexed already once more, ``one`` a single report with its stages, ``probe`` asks.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from answer.answer import Answer
from answer.engine import Engine
from evals.ask_all import ask_all
from evals.bench.add_stages import seconds_per_stage
from evals.bench.copies import copy_reports
from evals.bench.filler_vectors import FillerEncoder
from evals.documents import find_documents
from evals.engine_system import open_engine_system
from evals.kept_encoder import KeptEncoder
from evals.question import DEV, load_questions
from store.build import ingest
from store.contexts import unit_texts
from store.index import open_index
from store.open_encoder import query_encoder
from store.settings import Settings

REAL_VECTORS = "real.npy"


def main(arguments: Sequence[str]) -> int:
    """Do one step and print its figures as one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.growth_step", description=__doc__)
    parser.add_argument("step", choices=("hide", "add", "copy", "one", "probe"))
    parser.add_argument("store", type=Path)
    parser.add_argument("folder", type=Path, help="of the reports")
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--municipality")
    parser.add_argument("--passages", type=int, default=0, help="to copy, about")
    options = parser.parse_args(arguments)
    settings = replace(
        Settings.from_env(), store=options.store, municipality=options.municipality or None
    )
    if options.step == "probe":
        figures = _probe(settings, options.folder, options.questions)
    elif options.step == "copy":
        figures = _copy(settings, options.passages)
    else:
        steps = {"hide": _hide, "add": _add, "one": _one}
        figures = steps[options.step](settings, options.folder)
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _hide(settings: Settings, folder: Path) -> Mapping[str, float]:
    found: list[int] = []
    started = time.perf_counter()
    ingest([folder], settings, KeptEncoder(settings), progress=lambda at: found.append(at.passages))
    seconds = time.perf_counter() - started
    with open_index(settings.store) as index:
        units = [text.unit for card in index.cards for text in unit_texts(index.report(card.id))]
        np.save(settings.store.parent / REAL_VECTORS, index.vectors(units))
    return {"passages": max(found), "seconds": seconds}


def _add(settings: Settings, folder: Path) -> Mapping[str, float]:
    found: list[int] = []
    real = np.load(settings.store.parent / REAL_VECTORS)
    encoder = FillerEncoder(query_encoder(settings).name, real)
    started = time.perf_counter()
    ingest([folder], settings, encoder, progress=lambda at: found.append(at.passages))
    seconds = time.perf_counter() - started - encoder.seconds
    return {"passages": max(found), "seconds": seconds}


def _one(settings: Settings, folder: Path) -> Mapping[str, float]:
    real = np.load(settings.store.parent / REAL_VECTORS)
    encoder = FillerEncoder(query_encoder(settings).name, real)
    return seconds_per_stage(lambda: ingest([folder], settings, encoder))


def _copy(settings: Settings, passages: int) -> Mapping[str, float]:
    return {"passages": copy_reports(settings.store, passages)}


def _probe(settings: Settings, folder: Path, questions: Path) -> Mapping[str, float]:
    asked = [question for question in load_questions(questions) if question.split == DEV]
    started = time.perf_counter()
    with open_index(settings.store) as index:
        opened = time.perf_counter() - started
        units, reports = index.unit_count, len(index.cards)
    system = open_engine_system(settings)
    cpu = _timed(system.engine)
    outcomes = ask_all(system, asked, find_documents((folder,)))
    seconds = 1000 * np.array([outcome.seconds or 0.0 for outcome in outcomes])
    return {
        "units": units,
        "reports": reports,
        "open": opened,
        "p50": float(np.percentile(seconds, 50)),
        "p95": float(np.percentile(seconds, 95)),
        "cpu_p50": float(np.percentile(cpu, 50)),
        "cpu_p95": float(np.percentile(cpu, 95)),
        "right": sum(outcome.score.right for outcome in outcomes),
        "asked": len(outcomes),
    }


def _timed(engine: Engine) -> list[float]:
    """Return a list that gets the CPU milliseconds of each answer of ``engine``."""
    spent: list[float] = []
    ask = engine.ask

    def timed(
        question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> Answer:
        started = time.process_time()
        answer = ask(question, history, reports)
        spent.append(1000 * (time.process_time() - started))
        return answer

    engine.ask = timed  # type: ignore[method-assign]
    return spent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
