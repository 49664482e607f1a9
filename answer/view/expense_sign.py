"""Tables that print expenses below zero: people speak of them without the sign."""

from collections import defaultdict

from answer.measures import side_of
from ingest.report import Report

# One row of expenses above zero among them is a correction; as many as this share are no exception.
_FEW = 0.1
_LEAST = 2  # one amount below zero says nothing of its table


def expenses_below_zero(report: Report) -> frozenset[int]:
    """Return the numbers of the tables of which (nearly) all expenses are below zero."""
    signs: defaultdict[int, list[bool]] = defaultdict(list)
    for figure in report.figures:
        if figure.unit == "euro" and figure.value and side_of(figure, report) == "lasten":
            signs[figure.table].append(figure.value < 0)
    return frozenset(
        table
        for table, below in signs.items()
        if len(below) >= _LEAST and below.count(False) <= _FEW * len(below)
    )
