"""The arguments of a run, checked, as one value."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.documents import FORMATS
from evals.question import SPLITS, GoldQuestion, load_questions
from ingest.errors import BadInput
from store.settings import Settings

PEERS = ("textbook", "bm25", "hybrid")
OUT = Path("build") / "evals"


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does; ``answers`` are files to score instead of asking the engine."""

    questions: tuple[GoldQuestion, ...]
    question_files: tuple[Path, ...]
    reports: tuple[Path, ...]
    formats: tuple[str, ...]
    peers: tuple[str, ...]
    answers: tuple[Path, ...]
    store: Path | None
    out: Path
    show_wrong: bool
    settings: Settings


def read_plan(arguments: Sequence[str] | None, settings: Settings) -> Plan:
    """Return what the command line asks for.

    Raises:
        BadInput: a question file that can't be used, an id that two files share, no question left.
        SystemExit: from argparse, for arguments that it does not know.
    """
    given = _parser().parse_args(arguments)
    questions = _questions(given.questions, given.split, given.ids, given.limit)
    if given.cache is not None:
        settings = replace(settings, cache=given.cache)
    return Plan(
        questions=questions,
        question_files=tuple(given.questions),
        reports=tuple(given.reports),
        formats=(given.formats,) if given.formats else FORMATS,
        peers=tuple(given.baseline),
        answers=tuple(given.answers),
        store=given.store,
        out=given.out,
        show_wrong=given.show_wrong,
        settings=settings,
    )


def _questions(
    files: Sequence[Path], split: str | None, ids: Sequence[str], limit: int | None
) -> tuple[GoldQuestion, ...]:
    found: dict[str, GoldQuestion] = {}
    for path in files:
        for question in load_questions(path):
            if question.id in found:
                message = f"{path}: id {question.id!r} stands in an earlier file too; rename it"
                raise BadInput(message)
            found[question.id] = question
    wanted = [q for q in found.values() if split in {None, q.split}]
    wanted = [q for q in wanted if not ids or q.id in ids][:limit]
    if not wanted:
        message = f"no question left of {len(found)}; check --split, --ids and --limit"
        raise BadInput(message)
    return tuple(wanted)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals.run",
        description="Answers gold questions over reports, scores the answers and reports on them.",
    )
    parser.add_argument("questions", nargs="+", type=Path, help="files of gold questions (.jsonl)")
    parser.add_argument(
        "--reports",
        nargs="+",
        type=Path,
        required=True,
        help="folders with the reports asked about",
    )
    parser.add_argument("--formats", choices=FORMATS, help="read only files of this kind")
    parser.add_argument(
        "--baseline",
        nargs="+",
        default=[],
        choices=PEERS,
        help="peers to run on the same questions",
    )
    parser.add_argument(
        "--answers", nargs="+", type=Path, default=[],
        help="score these files of `raadsbron answer-file` instead of asking the engine",
    )  # fmt: skip
    parser.add_argument("--split", choices=SPLITS, help="only questions of this split")
    parser.add_argument("--ids", nargs="+", default=[], help="only these questions")
    parser.add_argument("--limit", type=int, help="only the first N questions")
    parser.add_argument("--show-wrong", action="store_true", help="print the wrong dev questions")
    parser.add_argument("--out", type=Path, default=OUT, help=f"folder for the files ({OUT})")
    parser.add_argument("--store", type=Path, help="answer from this index as it is, build none")
    parser.add_argument("--cache", type=Path, help="folder for the stores that runs build")
    return parser
