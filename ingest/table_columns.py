"""The columns of a table part: where they lie and whether they hold amounts."""

from dataclasses import dataclass

from ingest.table_lines import Line, Piece
from ingest.table_parts import is_year

_FLUSH = 1.0  # points within which lines of one cell begin


@dataclass(frozen=True, slots=True)
class Column:
    """One column from ``x0`` to ``x1``, as wide as what is printed in it.

    ``at_end`` tells that its amounts end at one place rather than begin or stand around one.
    """

    x0: float
    x1: float
    is_amount: bool
    at_end: bool = True

    def overlap(self, x0: float, x1: float) -> float:
        """Return how many points of the stretch lie over this column; negative is the distance."""
        return min(self.x1, x1) - max(self.x0, x0)


def table_columns(header: tuple[Line, ...], body: tuple[Line, ...]) -> tuple[Column, ...]:
    """Return the columns from left to right.

    Amount columns are the stretches where amounts lie over each other in the body; text columns the
    stretches between them that words of rows with two or more cells fill.
    """
    numbers = [p for line in body for p in line.pieces if p.is_number]
    ends = [*_label_ends(body), *_year_labels(body)]
    amounts = _merged([(p.x0, p.x1) for p in numbers if p not in ends])
    amounts = _merged(amounts + _loose_values(body, amounts))
    texts = [
        (p.x0, p.x1)
        for line in body
        if len(line.pieces) > 1
        for p in line.pieces
        if (p in ends or (not p.is_value and not is_year(p))) and not _touches(p.x0, p.x1, amounts)
    ]
    columns = [Column(x0, x1, True, at_end=_ends_alike(x0, x1, numbers)) for x0, x1 in amounts]
    wide = _alone(body, amounts)
    for line in header[-1:]:
        if _are_named(line, columns, texts):
            break
        wide += [
            (p.x0, p.x1)
            for p in line.pieces
            if _heads_blank(p, line, tuple(columns), max((x1 for _, x1 in texts), default=p.x1))
        ]
    # A group or a header over two columns of words ("E3" and its label) does not make them one.
    parted = _merged(texts)
    texts = parted + [(x0, x1) for x0, x1 in wide if _touched(x0, x1, parted) < 2]
    for index, (x0, x1) in enumerate(_merged(texts)):
        columns.append(Column(x0, x1, index > 0 and _is_blank(x0, x1, body)))
    return tuple(sorted(columns, key=lambda c: c.x0))


def _ends_alike(x0: float, x1: float, numbers: list[Piece]) -> bool:
    """Return whether the amounts of a column differ less in where they end than where they begin.

    Brackets and signs hang out at the right, so that the usual place counts.
    """
    inside = [p for p in numbers if x0 <= p.x0 and p.x1 <= x1]
    if not inside:
        return True
    ends, middles = (
        sorted(places)[len(inside) // 2]
        for places in ([p.x1 for p in inside], [(p.x0 + p.x1) / 2 for p in inside])
    )
    off_end = sum(abs(p.x1 - ends) for p in inside)
    return off_end <= sum(abs((p.x0 + p.x1) / 2 - middles) for p in inside)


def column_of(piece: Piece, columns: tuple[Column, ...]) -> int:
    """Return the index of the column that a piece lies over most, or lies nearest to."""
    return max(range(len(columns)), key=lambda i: columns[i].overlap(piece.x0, piece.x1))


def header_home(piece: Piece, line: Line, columns: tuple[Column, ...]) -> int | None:
    """Return the amount column in whose cell a header stands that lies over no amount, or None.

    Words start at the left of a cell and amounts end at its right: the cell begins where the column
    before it ends. Of two headers in one cell the right one is its own.
    """
    slack = 0.5 * piece.height
    ordered = sorted(columns, key=lambda c: c.x0)
    edge = float("-inf")
    for column in ordered:
        inside = edge - slack < piece.x0 and piece.x1 < column.x1 + slack
        if column.is_amount and inside:
            rivals = [p for p in line.pieces if piece.x0 < p.x0 < column.x1]
            return None if rivals else columns.index(column)
        edge = column.x1
    return None


def _are_named(line: Line, columns: list[Column], texts: list[tuple[float, float]]) -> bool:
    """Return whether a header names just the columns right of the labels: none of them is blank."""
    parted = _merged(texts)
    labels = parted[0][1] if parted else 0.0
    named = [piece for piece in line.pieces if piece.x0 > labels]
    return bool(parted) and len(named) == len(columns) + len(parted) - 1


def _heads_blank(piece: Piece, line: Line, columns: tuple[Column, ...], labels: float) -> bool:
    """Return whether a header stands over a column of its own, which is blank or holds words.

    ``labels`` is where the words of the body end: what begins further is no header of the labels.
    """
    if piece.is_value or is_year(piece):
        return False
    if any(column.overlap(piece.x0, piece.x1) > 0 for column in columns):
        return False
    first = piece == line.pieces[0] and piece.x0 <= labels
    return first or header_home(piece, line, columns) is None


def _label_ends(body: tuple[Line, ...]) -> list[Piece]:
    """Return bare numbers alone on a line under a label: its last word ("fase 2"), no amount."""
    labels = [line.pieces[0] for line in body if len(line.pieces) > 1 and not _is_bare(line)]
    alone = [line.pieces[0] for line in body if len(line.pieces) == 1 and _is_bare(line)]
    return [
        piece
        for piece in alone
        if sum(not p.is_value and abs(p.x0 - piece.x0) < _FLUSH for p in labels) > 1
    ]


def _year_labels(body: tuple[Line, ...]) -> list[Piece]:
    """Return the years that are the labels of all rows ("2023", "2024"), or []."""
    firsts = [line.pieces[0] for line in body if len(line.pieces) > 1]
    years = [piece for piece in firsts if is_year(piece)]
    return years if len(years) == len(firsts) > 1 else []


def _is_bare(line: Line) -> bool:
    return line.pieces[0].text.isdecimal()


def _loose_values(
    body: tuple[Line, ...], amounts: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Return the places of "-" and "p.m." that lie under no amount: a column without amounts."""
    return [
        (p.x0, p.x1)
        for line in body
        for p in line.pieces
        if p.is_value
        and not p.is_number
        and not _touches(p.x0 - p.height, p.x1 + p.height, amounts)
    ]


def _alone(body: tuple[Line, ...], amounts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return labels that stand alone on their line, left of all amounts."""
    left = min((x0 for x0, _ in amounts), default=0.0)
    alone = [line.pieces[0] for line in body if len(line.pieces) == 1]
    return [(p.x0, p.x1) for p in alone if p.x1 < left and not p.is_value]


def _is_blank(x0: float, x1: float, body: tuple[Line, ...]) -> bool:
    """Return whether nothing stands in a stretch but its header: an amount column left blank."""
    return not any(p.x0 < x1 and x0 < p.x1 for line in body for p in line.pieces)


def _touched(x0: float, x1: float, stretches: list[tuple[float, float]]) -> int:
    return sum(x0 < right and left < x1 for left, right in stretches)


def _touches(x0: float, x1: float, stretches: list[tuple[float, float]]) -> bool:
    return any(x0 < right and left < x1 for left, right in stretches)


def _merged(stretches: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return overlapping stretches as one, from left to right."""
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted(stretches):
        if merged and x0 < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged
