"""Prints how well every file of a folder was read, in plain words.

Run ``python -m evals.health FOLDER [FOLDER …] [--ocr]``. Each file gets a line with its pages by
how they were read, what it says about itself with the place where that was found, and what could
not be read. Exit code 0 where every file was read, 3 where some were not, 2 where none was.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.errors import RaadsbronError, UnreadableReport
from ingest.find import Refused, find_files
from ingest.limits import OCR_LIMITS, Limits
from ingest.ocr_engine import check_ocr
from ingest.read import read_reports
from ingest.report import Health, Origin, Place, Report

_WORDS = {
    Health.READ: "read",
    Health.EMPTY: "empty",
    Health.NO_TEXT: "pictures without text",
    Health.GARBLED: "without a character map",
    Health.OVER_LIMITS: "over limits or broken",
    Health.HIDDEN_TEXT: "with hidden text, left out",
    Health.TABLE_UNSURE: "with a table that was not read for sure",
    Health.TABLE_LOST: "with a table of which nothing was taken over",
    Health.OCR: "read by OCR",
}
_FACTS = ("title", "kind", "year", "date", "municipality", "version")


def health_lines(name: str, outcome: Report | UnreadableReport | Refused) -> Iterator[str]:
    """Yield the lines of one file; what could not be read ends in the reason, in Dutch."""
    if isinstance(outcome, Refused):
        yield f"{name}: not read. {outcome.reason}"
        return
    if isinstance(outcome, UnreadableReport):
        yield f"{name}: not read. {outcome}"
        return
    yield f"{name}: {_pages(outcome)}; {_contents(outcome)}"
    for field in _FACTS:
        origin = next((o for o in outcome.origins if o.field == field), None)
        yield f"  {field:13}{_fact(outcome, field, origin)}"
    yield from (f"  note         {notice}" for notice in outcome.notices)


def _pages(report: Report) -> str:
    if not report.pages:
        return f"{report.format}, a format without pages"
    counts = Counter(page.health for page in report.pages)
    parts = ", ".join(
        f"{counts[health]} {words}" for health, words in _WORDS.items() if counts[health]
    )
    return f"{len(report.pages)} pages: {parts}"


def _contents(report: Report) -> str:
    numbers = (len(report.sections), len(report.sentences), len(report.figures))
    return "{} sections, {} sentences, {} figures".format(*numbers)


def _fact(report: Report, field: str, origin: Origin | None) -> str:
    value = getattr(report, field)
    return "not found" if value is None or origin is None else f"{value} ({_where(report, origin)})"


def _where(report: Report, origin: Origin) -> str:
    if origin.place is Place.FILE_NAME:
        return "in the file name"
    if origin.place is Place.FILE_TITLE or origin.span is None:
        return "in the title that the file carries"
    page = report.page_at(origin.span.start)
    words = " ".join(report.quote(origin.span).split())
    return f"{f'page {page}' if page else 'in the text'}: “{words[:60]}”"


def _outcomes(
    folders: Sequence[Path], limits: Limits
) -> Iterator[tuple[str, Report | UnreadableReport | Refused]]:
    found = find_files(folders)
    yield from ((refused.path.name, refused) for refused in found.refused)
    for source, outcome in read_reports(found.sources, limits):
        yield source.path.name, outcome


def main(arguments: Sequence[str]) -> int:
    """Print the health of every file of the folders, one file after the other."""
    parser = argparse.ArgumentParser(prog="python -m evals.health", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--ocr", action="store_true", help="read pages without text by OCR")
    options = parser.parse_args(arguments)
    read, unread = 0, 0
    try:
        if options.ocr:
            check_ocr()
        for name, outcome in _outcomes(options.folders, OCR_LIMITS if options.ocr else Limits()):
            read += isinstance(outcome, Report)
            unread += not isinstance(outcome, Report)
            sys.stdout.write("\n".join(health_lines(name, outcome)) + "\n")
    except RaadsbronError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{read} files read, {unread} not\n")
    return 2 if not read else 3 if unread else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
