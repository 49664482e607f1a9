"""The figures that a question about money may mean: narrowed to its years and measures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.answer import Operation
from answer.frame import Frame
from answer.measures import Wanted, is_changed, is_measure, kind_of, side_of, wanted_in
from answer.view import LineView
from ingest.measure import period_of
from ingest.report import Figure
from store.terms import stem, words


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a row, with the row and its place on the axes of `answer.measures`."""

    line: LineView
    figure: Figure
    kind: str | None
    side: str | None
    is_turned: bool = False  # expenses of a table that prints them below zero

    @property
    def value(self) -> Decimal:
        """Return the amount as people say it: expenses are no debts, whatever sign they have."""
        return -self.figure.value if self.is_turned else self.figure.value

    @property
    def year(self) -> int | None:
        """Return the year of the column or row, else the report's; None for a period of years."""
        if self.figure.year is not None or self.period is not None:
            return self.figure.year
        return self.line.report.year

    @property
    def period(self) -> str | None:
        """Return the period of the column as printed ("vanaf 2026"), None where it has a year."""
        return period_of(self.figure.column_path) if self.figure.year is None else None


def cells_of(lines: Sequence[LineView]) -> tuple[Cell, ...]:
    """Return all figures of the rows, in their order."""
    return tuple(
        Cell(line, figure, kind_of(figure), side, side == "lasten" and line.turned)
        for line in lines
        for figure in line.figures
        for side in (side_of(figure, line.report),)
    )


def narrow(cells: Sequence[Cell], frame: Frame, *, every_year: bool = False) -> tuple[Cell, ...]:
    """Return the cells that fit the question's years and measures, in their order.

    No cell is left when the question names a year or measure of which there is none. Without a year
    in the question the report's own year goes first, unless ``every_year``.
    """
    wanted = _wanted(frame)
    left = tuple(cells)
    if frame.years:
        left = tuple(c for c in left if _is_of(c, frame))
        if _names_another(left, cells, frame):
            return ()
    left = tuple(cell for group in _by_year(left, frame) for cell in _measured(group, wanted))
    if _asks_all_years(frame) and {c.year for c in left} != set(frame.years):
        return ()  # one of two years is a part of what was asked
    left = _choice(left, lambda c: c.kind in wanted.loose_kinds)
    left = _choice(left, lambda c: c.side in wanted.loose_sides)
    if not frame.years and not every_year:
        left = _choice(left, lambda c: c.year == c.line.report.year)
    if wanted.changed is not None:
        left = _choice(
            left, lambda c: c.kind != "begroot" or is_changed(c.figure) == wanted.changed
        )
    left = _choice(left, lambda c: c.kind not in _LEFT_OVER - wanted.kinds)
    return tuple(c for group in _by_year(left, frame) for c in _by_column_words(group, frame))


def _is_of(cell: Cell, frame: Frame) -> bool:
    """Return whether a cell is of an asked year, of no known year, or of the period as asked."""
    if cell.period is not None:
        return " ".join(words(cell.period)) in " ".join(words(frame.question))
    return cell.year is None or cell.year in frame.years


def _names_another(kept: tuple[Cell, ...], cells: Sequence[Cell], frame: Frame) -> bool:
    """Return whether the question names a column of these rows that is of another year.

    "Hoeveel was daarvoor beschikbaar" beside "Uitgegeven t/m 2025" asks for "Beschikbaar".
    """
    said = {w.stem for w in frame.words if not is_measure(w) and not w.text.isdecimal()}
    own, lines = {id(cell) for cell in kept}, {id(cell.line) for cell in kept}
    gone = [cell for cell in cells if id(cell.line) in lines and id(cell) not in own]
    met, lost = (
        max((len(said & _heads(cell)) for cell in group), default=0) for group in (kept, gone)
    )
    return lost > met


def _heads(cell: Cell) -> frozenset[str]:
    return frozenset(stem(word) for part in cell.figure.column_path for word in words(part))


_LEFT_OVER = frozenset(["verschil", "rest"])
"""What is printed beside an amount and is none that was budgeted or spent."""

LOOKS_BACK = ("voortgangsrapportage", "jaarverslag", "jaarrekening")
"""What these reports tell was spent; an amount in them is a budget only where it says so."""


def _measured(cells: tuple[Cell, ...], wanted: Wanted) -> tuple[Cell, ...]:
    if wanted.kinds == {"begroot"}:
        cells = tuple(c for c in cells if c.kind or c.line.report.kind not in LOOKS_BACK)
    left = _on_axis(cells, wanted.kinds, lambda cell: cell.kind)
    return _on_axis(left, wanted.sides, lambda cell: cell.side)


def _by_year(cells: tuple[Cell, ...], frame: Frame) -> list[tuple[Cell, ...]]:
    """Return the cells of each asked year apart: what 2026 calls "raming" 2025 calls "begroot"."""
    if not _asks_all_years(frame):
        return [cells]
    return [tuple(cell for cell in cells if cell.year == year) for year in frame.years]


def _asks_all_years(frame: Frame) -> bool:
    """Tell "in 2025 en 2026", both of which are asked, from a comparison of two columns."""
    return len(frame.years) > 1 and frame.operation in (None, Operation.SUM)


def over_years(frame: Frame) -> bool:
    """Return whether amounts of more than one year are to be added ("in beide jaren samen")."""
    return bool(_ALL_YEARS.search(frame.question)) or (frame.whole and len(frame.years) > 1)


_ALL_YEARS = re.compile(
    r"\b(beide|alle|twee|drie|vier|vijf) jaren\b|\b(both|all|two|three) years\b", re.IGNORECASE
)


def _wanted(frame: Frame) -> Wanted:
    """Return what the question asks on the axes; a follow-up keeps what its forerunner asked."""
    own, earlier = wanted_in(frame.words), wanted_in(frame.context)
    loose = own.loose_kinds | own.loose_sides
    # "Het verschil tussen" asks for a difference, not for a column of that name.
    drop = frozenset(["verschil"] if frame.operation is Operation.DIFFERENCE else [])
    return Wanted(
        kinds=own.kinds - drop or (frozenset() if loose else earlier.kinds),
        sides=own.sides or (frozenset() if loose else earlier.sides),
        loose_kinds=own.loose_kinds,
        loose_sides=own.loose_sides,
        changed=own.changed if own.changed is not None else earlier.changed,
    )


def _on_axis(
    cells: tuple[Cell, ...], wanted: frozenset[str], value: Callable[[Cell], str | None]
) -> tuple[Cell, ...]:
    """Keep what has the asked value; else what has none; never what has another."""
    if not wanted:
        return cells
    kept = tuple(cell for cell in cells if value(cell) in wanted)
    return kept or tuple(cell for cell in cells if value(cell) is None)


def _choice(cells: tuple[Cell, ...], fits: Callable[[Cell], bool]) -> tuple[Cell, ...]:
    kept = tuple(cell for cell in cells if fits(cell))
    return kept or cells


# "Eind 2025" means the column of 31 December.
_DAYS = (
    (re.compile(r"\b(?:eind\w*|ultimo|end of)\b", re.IGNORECASE), ("31", "12")),
    (re.compile(r"\b(?:begin\w*|start of)\b", re.IGNORECASE), ("1", "01")),
)


def _by_column_words(cells: tuple[Cell, ...], frame: Frame) -> tuple[Cell, ...]:
    """Keep the cells whose column head holds most of the question's words ("31 december")."""
    if len(cells) <= 1:
        return cells
    roots = {word.stem for word in frame.words}
    roots |= {day for said, days in _DAYS if said.search(frame.question) for day in days}
    met = [len(roots & _heads(cell)) for cell in cells]
    return tuple(c for c, m in zip(cells, met, strict=True) if m == max(met))
