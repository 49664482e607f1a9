"""Rows of a table with columns of which nobody can tell what columns their amounts belong to."""

from collections.abc import Sequence

from answer.draft import Refusal
from answer.evidence import Evidence
from answer.view import LineView


def refuse_loose(lines: Sequence[LineView]) -> Refusal | None:
    """Return why no total or ranking can be made of ``lines``, or None where all columns are known.

    Such a row would drop out of every column, and what is left would be a part of the whole.
    """
    known = _with_columns(lines)
    loose = [line for line in lines if _is_loose(line, known)]
    if not loose:
        return None
    name = " ".join(loose[0].label.split())
    return Refusal(
        closest=tuple(Evidence(line.report, line.first.span) for line in loose[:3]),
        reason=(
            f"Bij “{name}” is niet te zien in welke kolom de bedragen staan. "
            "Een totaal zou daarom onvolledig zijn.",
            f"The columns of “{name}” are not clear, so a total would be incomplete.",
        ),
        confidence=0.9,
    )


def _is_loose(line: LineView, known: frozenset[tuple[str, int]]) -> bool:
    """Tell a row without columns in a table whose other rows have them."""
    if any(figure.column_path for figure in line.figures):
        return False
    return (line.report.id, line.first.table) in known


def _with_columns(lines: Sequence[LineView]) -> frozenset[tuple[str, int]]:
    """Return the tables of which a row has columns, each by report and number."""
    reports = {line.report.id: line.report for line in lines}
    return frozenset(
        (name, figure.table)
        for name, report in reports.items()
        for figure in report.figures
        if figure.column_path
    )
