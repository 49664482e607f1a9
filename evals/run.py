"""Answers gold questions, scores the answers and reports: `python -m evals.run`."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from evals.answer_file import open_answer_file
from evals.ask_all import ask_all
from evals.compare import compare, comparison_text
from evals.documents import find_documents
from evals.plan import Plan, read_plan
from evals.report_text import gap_lines, run_text, wrong_lines
from evals.result import Result, read_result, write_result
from evals.summary import summarise
from evals.system import System
from ingest.errors import BadInput, RaadsbronError
from store.progress import Progress
from store.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 after a run, whatever its scores, and 2 where nothing could be run."""
    try:
        plan = read_plan(arguments, Settings.from_env())
        results = run(plan)
    except RaadsbronError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for result in results:
        sys.stdout.write(_report(plan, result))
    _write_reports(plan, results)
    return 0


def run(plan: Plan) -> tuple[Result, ...]:
    """Return one result per system: the engine (or answer files) first, then the peers."""
    documents = find_documents(plan.reports, plan.formats)
    results = []
    for system in _systems(plan):
        started = time.perf_counter()
        outcomes = ask_all(system, plan.questions, documents, _ticker(system.name, plan))
        seconds = time.perf_counter() - started
        sys.stderr.write(f"\r{system.name}: {len(outcomes)} questions in {seconds:.1f} s\n")
        results.append(
            Result(
                system.name,
                tuple(path.name for path in plan.question_files),
                tuple(path.name for path in plan.reports),
                plan.formats,
                outcomes,
            )
        )
    return tuple(results)


def _systems(plan: Plan) -> Iterator[System]:
    for path in plan.answers:
        yield open_answer_file(path)
    if plan.answers and not plan.peers:
        return
    # The engine and its store take seconds to load; scoring a file of answers needs neither.
    from evals.archive import built_store  # noqa: PLC0415

    if plan.store is not None:
        settings = replace(plan.settings, store=plan.store)
    else:
        settings = built_store(plan.reports, plan.settings, plan.formats, _show_progress)
    if not plan.answers:
        from evals.engine_system import open_engine_system  # noqa: PLC0415

        yield open_engine_system(settings)
    for peer in plan.peers:
        from evals.peers import open_peer  # noqa: PLC0415

        yield open_peer(peer, settings)


def _show_progress(progress: Progress) -> None:
    if sys.stderr.isatty():
        done = f"{progress.files} of {progress.files_total} files"
        sys.stderr.write(f"\rstore: {progress.stage} {done} {progress.file_name}".ljust(79)[:79])


def _ticker(name: str, plan: Plan) -> Callable[[int], None]:
    total = len(plan.questions)

    def tick(done: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{name}: {done} of {total}")

    return tick


def _report(plan: Plan, result: Result) -> str:
    parts = [run_text(result)]
    if plan.show_wrong:
        parts.append(wrong_lines(result.outcomes))
    parts.append(gap_lines(result.outcomes))
    before = plan.out / f"{result.system}.json"
    if before.exists():
        try:
            change = compare(read_result(before).outcomes, result.outcomes)
            parts.append(f"Since the last run in {plan.out}\n\n{comparison_text(change)}")
        except BadInput:
            pass  # the last run was of other questions, or of an older version
    return "\n\n".join(filter(None, parts)) + "\n"


def _write_reports(plan: Plan, results: Sequence[Result]) -> None:
    from evals.report_html import html_report  # noqa: PLC0415
    from evals.report_text import markdown_report  # noqa: PLC0415

    plan.out.mkdir(parents=True, exist_ok=True)
    for result in results:
        write_result(plan.out / f"{result.system}.json", result, summarise(result.outcomes))
    (plan.out / "report.md").write_text(markdown_report(results), encoding="utf-8")
    (plan.out / "report.html").write_text(html_report(results), encoding="utf-8")
    sys.stdout.write(f"\nwritten: {plan.out}/*.json, report.md, report.html\n")


if __name__ == "__main__":
    sys.exit(main())
