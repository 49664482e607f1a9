"""Sums of figures for a chart: per section, or per year; totals are never added to their parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ui.figure_rows import FigureRow

_ADDED = ("euro", "count")  # shares, grades and numbers of days can't be added up


@dataclass(frozen=True, slots=True)
class Summed:
    """One bar: a name, the sum in full units, and how many lines it adds up."""

    name: str
    value: Decimal
    unit: str
    lines: int


def sums_per_section(rows: Sequence[FigureRow]) -> tuple[Summed, ...]:
    """Return one sum per section, in the order of the report.

    ``rows`` are of one kind of amount; rows in other units than the most frequent are left out.
    """
    return _summed(rows, lambda row: row.section or "Zonder paragraaf")


def sums_per_label(rows: Sequence[FigureRow]) -> tuple[Summed, ...]:
    """Return one sum per line of the section, in the order of the report."""
    return _summed(rows, lambda row: row.label)


def sums_per_year(rows: Sequence[FigureRow]) -> tuple[Summed, ...]:
    """Return one sum per year, the oldest first; () where there is only one year.

    Where two reports are about the same year, each has a bar of its own: they may tell of the same
    money.
    """
    dated = sorted((row for row in rows if row.year), key=lambda row: row.year or 0)
    if len({row.year for row in dated}) < 2:
        return ()
    reports = {year: {r.report.id for r in dated if r.year == year} for year in _years(dated)}
    return _summed(
        dated,
        lambda row: (
            str(row.year) if len(reports[row.year]) == 1 else f"{row.year}, {row.report.title}"
        ),
    )


def _years(rows: Sequence[FigureRow]) -> set[int | None]:
    return {row.year for row in rows}


def _summed(rows: Sequence[FigureRow], name: Callable[[FigureRow], str]) -> tuple[Summed, ...]:
    lines = [row for row in rows if row.figure.is_counted]
    units = [row.figure.unit for row in lines]
    if not units:
        return ()
    unit = max(dict.fromkeys(units), key=units.count)
    groups: dict[str, list[Decimal]] = {}
    for row in lines:
        if row.figure.unit == unit and unit in _ADDED:
            groups.setdefault(name(row), []).append(row.figure.value)
    return tuple(
        Summed(key, sum(values, Decimal(0)), unit, len(values)) for key, values in groups.items()
    )
