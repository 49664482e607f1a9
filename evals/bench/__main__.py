"""Measures speed: ``python -m evals.bench peers | growth | adding | profile | limits | people``.

Each prints a table for Markdown, and keeps its figures as JSON where a file is named.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from evals.bench.growth import Archive, grow
from evals.bench.growth_plot import growth_plot
from evals.bench.peers import compare_peers
from evals.documents import FORMATS
from evals.question import load_questions
from evals.table import markdown
from ingest.errors import RaadsbronError
from ingest.find import find_sources
from ingest.read import read_reports
from ingest.report import Report
from store.samples import SAMPLE_FOLDER
from store.settings import Settings

_QUESTIONS = Path(__file__).resolve().parent.parent / "questions" / "own-samples.jsonl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; return 0, or 2 where nothing could be measured."""
    options = _parser().parse_args(arguments)
    sys.stdout.write(f"{machine()}\n\n")
    try:
        rows = options.measure(options)
    except RaadsbronError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(result_table(rows) + "\n")
    if options.json:
        found = {"machine": machine(), "rows": [asdict(row) for row in rows]}
        options.json.write_text(json.dumps(found, indent=1, default=str) + "\n", encoding="utf-8")
    return 0


def machine() -> str:
    """Return on what is measured: cores, load at the start, threads per process, Python."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    threads = os.environ.get("OMP_NUM_THREADS", "one per core")
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), load {load} at the start, threads of the "
        f"model: {threads}, Python {platform.python_version()}"
    )


def result_table(rows: Sequence[Any]) -> str:
    """Return rows of one dataclass as a Markdown table, fields as columns."""
    fields = tuple(asdict(rows[0]))
    body = [tuple(_cell(value) for value in asdict(row).values()) for row in rows]
    return markdown(tuple(name.replace("_", " ") for name in fields), body)


def _cell(value: object) -> str:
    """Return a value in print, a fraction with three significant digits.

    >>> _cell(0.012345), _cell(1234.5), _cell(12), _cell("p50")
    ('0.0123', '1234', '12', 'p50')
    """
    if not isinstance(value, float):
        return "" if value is None else str(value)
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _peers(options: argparse.Namespace) -> Sequence[object]:
    return compare_peers(options.reports, _plain_questions(options), options.rounds, _tell)


def _growth(options: argparse.Namespace) -> Sequence[object]:
    sizes = tuple(int(size) for size in options.passages.split(","))
    with tempfile.TemporaryDirectory() as place:
        archive = Archive(options.reports, options.questions, options.keep or Path(place))
        rows = grow(archive, sizes, _tell)
    if options.plot is not None:
        options.plot.write_text(growth_plot(rows), encoding="utf-8")
    return rows


def _adding(options: argparse.Namespace) -> Sequence[object]:
    from evals.bench.adding import add_one  # noqa: PLC0415 - the engine, as below

    return add_one(options.store, options.reports, _plain_questions(options), _tell)


def _profile(options: argparse.Namespace) -> Sequence[object]:
    # The engine and its store take a while to load, and `peers` must stay small.
    from answer.engine import Engine  # noqa: PLC0415
    from evals.archive import built_store  # noqa: PLC0415
    from evals.bench.stages import stage_shares  # noqa: PLC0415
    from store.index import open_index  # noqa: PLC0415
    from store.open_encoder import query_encoder  # noqa: PLC0415

    settings = Settings.from_env()
    if options.store is None:
        settings = built_store((options.reports,), settings, FORMATS)
    else:
        settings = replace(settings, store=options.store)
    encoder, questions = query_encoder(settings), _plain_questions(options)
    with open_index(settings.store, encoder) as index:
        engine = Engine(index, encoder, settings)
        for question in questions:  # views and words are kept after the first time
            engine.ask(question)
        return stage_shares(index, encoder, engine, questions)


def _limits(options: argparse.Namespace) -> Sequence[object]:
    from evals.bench.limits import limits  # noqa: PLC0415 - as above

    found = read_reports(find_sources((options.reports,)))
    reports = [report for _, report in found if isinstance(report, Report)]
    return limits(max(reports, key=lambda report: len(report.text)), Settings.from_env())


def _people(options: argparse.Namespace) -> Sequence[object]:
    from evals.archive import built_store  # noqa: PLC0415 - as above
    from evals.bench.people import people_at_once  # noqa: PLC0415

    store = built_store((options.reports,), Settings.from_env(), FORMATS).store
    sizes = tuple(int(size) for size in options.visitors.split(","))
    return people_at_once(store, _plain_questions(options), sizes, _tell)


def _plain_questions(options: argparse.Namespace) -> tuple[str, ...]:
    """Return dev questions that need no earlier one, at most as many as wanted, spread evenly."""
    loaded = load_questions(options.questions)
    plain = [q.question for q in loaded if q.split == "dev" and not q.history]
    return tuple(plain[:: max(1, len(plain) // options.limit)][: options.limit])


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    commands = parser.add_subparsers(required=True)
    peers = commands.add_parser("peers", parents=[_shared()], help="beside the textbook's stack")
    peers.add_argument("--rounds", type=int, default=3)
    peers.set_defaults(measure=_peers)
    growth = commands.add_parser("growth", parents=[_shared()], help="as the archive grows")
    growth.add_argument("--passages", default="1000,10000", help="sizes, in passages")
    growth.add_argument("--plot", type=Path, help="file for a plot, SVG")
    growth.add_argument("--keep", type=Path, help="new folder in which the index stays")
    growth.set_defaults(measure=_growth)
    adding = commands.add_parser("adding", parents=[_shared()], help="one report more, meanwhile")
    adding.add_argument("--store", type=Path, required=True, help="index that growth --keep left")
    adding.set_defaults(measure=_adding)
    least = commands.add_parser("limits", parents=[_shared()], help="from the processor's best")
    least.set_defaults(measure=_limits)
    profile = commands.add_parser("profile", parents=[_shared()], help="where the time goes")
    profile.add_argument("--store", type=Path, help="of this index as it is, and not of --reports")
    profile.set_defaults(measure=_profile)
    people = commands.add_parser("people", parents=[_shared(130)], help="several on the page")
    people.add_argument("--visitors", default="1,5,20", help="conversations at once")
    people.set_defaults(measure=_people)
    return parser


def _shared(limit: int = 40) -> argparse.ArgumentParser:
    """Return the options that all commands have; one each, as parents share their defaults."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--reports", type=Path, default=SAMPLE_FOLDER, help="folder with PDFs")
    shared.add_argument("--questions", type=Path, default=_QUESTIONS, help="gold questions")
    shared.add_argument("--limit", type=int, default=limit, help="questions to ask at most")
    shared.add_argument("--json", type=Path, help="file for the figures")
    return shared


if __name__ == "__main__":
    sys.exit(main())
