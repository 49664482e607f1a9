"""Scores the figures of real tables against cells that were labelled from the printed page.

Run ``python -m evals.tables [FOLDER …]``; without a folder the reports beside the repository are
read. A labelled cell is found when a figure on its page has the row label, stands under the column,
and has the printed form, the value in full units and the unit. Precision counts all figures of the
tables that were labelled, recall all labelled cells.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ingest.limits import Limits
from ingest.parse import parse_report
from ingest.report import Figure, Report
from ingest.source import Source

_LABELS = Path(__file__).resolve().parent / "tables"
_SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@dataclass(frozen=True, slots=True)
class LabelledCell:
    """One cell as printed: ``above`` are the words over ``column`` that span more columns."""

    document: str
    page: int | None
    row: str
    above: str
    column: str
    printed: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class TableScore:
    """Counts of one labelled table; ``read`` are all figures of the tables that hold its cells."""

    name: str
    cells: int
    found: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        """Return the share of figures read that are labelled so, 0 to 1; 1 when none was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Return the share of labelled cells that were found, 0 to 1."""
        return self.found / self.cells


def score_table(name: str, cells: tuple[LabelledCell, ...], report: Report) -> TableScore:
    """Return how the figures of ``report`` agree with the labelled cells of one table."""
    pairs = [(cell, figure) for cell in cells for figure in report.figures if _agree(cell, figure)]
    right = {figure.index for _, figure in pairs}
    # The table of a cell is known by its row and printed form even where its column went wrong.
    tables = {f.table for c in cells for f in report.figures if _same_row(c, f)}
    tables &= {f.table for f in report.figures if f.index in right} or tables
    read = [figure for figure in report.figures if figure.table in tables]
    found = sum(any(cell == other for other, _ in pairs) for cell in cells)
    return TableScore(name, len(cells), found, len(read), len(right))


def labelled_cells(path: Path) -> tuple[LabelledCell, ...]:
    """Return the cells of one label file (JSON lines)."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return tuple(LabelledCell(**{**row, "value": Decimal(row["value"])}) for row in rows)


def _agree(cell: LabelledCell, figure: Figure) -> bool:
    same = figure.value == cell.value and figure.unit == cell.unit
    return same and _same_row(cell, figure) and _same_column(cell, figure)


def _same_row(cell: LabelledCell, figure: Figure) -> bool:
    return (
        figure.page == cell.page
        and _plain(figure.label) == _plain(cell.row)
        and _plain(figure.printed) == _plain(cell.printed)
    )


def _same_column(cell: LabelledCell, figure: Figure) -> bool:
    """Return whether the headers hold the column's own words and none but those above it."""
    words = _plain(" ".join(figure.column_path))
    own, above = _plain(cell.column), _plain(cell.above)
    known = set(_words(cell.column)) | set(_words(cell.above))
    return (
        own in words
        and set(_words(" ".join(figure.column_path))) <= known
        and (not above or not cell.column.islower() or above in words)
    )


def _plain(text: str) -> str:
    """Return text without white space, small letters."""
    return "".join(text.lower().split())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _report(document: str, folders: tuple[Path, ...]) -> Report | None:
    for folder in folders:
        for suffix in ("pdf", "docx", "txt"):
            path = folder / f"{document}.{suffix}"
            if path.is_file():
                content = path.read_bytes()
                digest = hashlib.sha256(content).hexdigest()
                source = Source(path, document, suffix, (), len(content), document, digest)
                return parse_report(source, Limits())
    return None


def _scores(folders: tuple[Path, ...]) -> Iterator[TableScore]:
    reports: dict[str, Report | None] = {}
    for path in sorted(_LABELS.glob("*.jsonl")):
        cells = labelled_cells(path)
        document = cells[0].document
        if document not in reports:
            reports[document] = _report(document, folders)
        report = reports[document]
        if report is not None:
            yield score_table(path.stem, cells, report)


def main(arguments: tuple[str, ...]) -> int:
    """Print one line per table and one for all; return 2 when no labelled report is there."""
    folders = tuple(map(Path, arguments)) or (_SHARED / "reports-other", _SHARED / "reports")
    scores = list(_scores(folders))
    if not scores:
        sys.stderr.write(f"no labelled report in {', '.join(map(str, folders))}; name its folder\n")
        return 2
    whole = TableScore(
        f"all {len(scores)} tables",
        sum(score.cells for score in scores),
        sum(score.found for score in scores),
        sum(score.read for score in scores),
        sum(score.right for score in scores),
    )
    lines = [
        f"{s.name:24}{s.cells:7}{s.found:7}{s.read:7}{s.precision:11.3f}{s.recall:8.3f}"
        for s in (*scores, whole)
    ]
    header = f"{'table':24}{'cells':>7}{'found':>7}{'read':>7}{'precision':>11}{'recall':>8}"
    sys.stdout.write("\n".join((header, *lines)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
