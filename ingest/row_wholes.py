"""Rows that hold the sum of the rows below them, and rows that are contained in the one above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Values = tuple[Decimal | None, ...]

_WITHIN = re.compile(r"\W*(?:waarvan|w\.v\.|waaronder|hiervan|daarvan)(?!\w)", re.IGNORECASE)
_ITEM = ("-", "•", "–", "▪", "*", "o ")
_ROUNDING = 2  # units of the last digit: tables in thousands add up to within some of them
# How unlikely it must be that a row is the sum of those below it by chance: one in so many. Of the
# tables with one column of round thousands some rows are, one in 60; none of them is a whole.
_UNLIKELY = 2_000


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row as far as sums go: its label, and its amounts, () where it has none."""

    label: str
    values: Values


def is_within(label: str) -> bool:
    """Return whether a label says that its row is contained in the row above it.

    >>> is_within("waarvan inhuur"), is_within("- waarvan: rente"), is_within("Waarvankelijk")
    (True, True, False)
    """
    return bool(_WITHIN.match(label))


def row_wholes(rows: Sequence[PlainRow]) -> tuple[tuple[int, ...], ...]:
    """Return the rows (from 0) that are the sum of rows right below them, each with those rows.

    The parts of parts are not among them. A row without amounts parts one group from the next, as
    does a row called a total: that is the business of the caller, who leaves it blank.

    >>> columns = (("1 Bestuur", 531, 502), ("Raad", 221, 200), ("Burgerzaken", 310, 302))
    >>> rows = [PlainRow(label, tuple(map(Decimal, values))) for label, *values in columns]
    >>> row_wholes(rows)
    ((0, 1, 2),)
    """
    sure = _wholes(rows, _UNLIKELY)
    if sure:
        return sure
    likely = _wholes(rows, 1)
    inside = {index for whole in likely for index in whole}
    # A table of one column: each of its rows is a whole or a part, which chance does not bring.
    filled = {index for index, row in enumerate(rows) if row.values}
    return likely if len(likely) > 1 and inside == filled else ()


def _wholes(rows: Sequence[PlainRow], unlikely: int) -> tuple[tuple[int, ...], ...]:
    found: dict[int, tuple[int, ...]] = {}
    ends: dict[int, int] = {}  # behind the last row of each whole, its parts' parts included
    for head in reversed(range(len(rows))):
        parts: list[int] = []
        at = head + 1
        while at < len(rows) and rows[at].values and rows[head].values:
            if not is_within(rows[at].label):
                parts.append(at)
            at = ends.get(at, at + 1)
            if len(parts) > 1 and sum_odds(rows[head].values, [rows[i].values for i in parts]) >= (
                unlikely
            ):
                found[head], ends[head] = (head, *parts), at
                break
    return tuple(found[head] for head in sorted(found))


def sum_odds(whole: Values, parts: Sequence[Values]) -> Decimal:
    """Return how unlikely it is that ``parts`` add up to ``whole`` by chance; 0 where they don't.

    An amount of three digits that counts meets another by chance once in so many times.
    """
    odds = Decimal(1)
    for column, value in enumerate(whole):
        known = [v for row in parts if (v := row[column]) is not None]
        if value is None and not known:
            continue
        off = abs(sum(known, Decimal(0)) - (value or Decimal(0)))
        digit = _last_digit((value or Decimal(0), *known))
        if off > _ROUNDING * digit:
            return Decimal(0)
        if value and len([v for v in known if v]) > 1:
            odds *= max(abs(value) / _round(value, known) / (1 if not off else 5), Decimal(1))
    return odds if odds > 1 else Decimal(0)


def _last_digit(values: Sequence[Decimal]) -> Decimal:
    """Return what one unit of the last printed digit is worth."""
    exponents = [value.as_tuple().exponent for value in values]
    return Decimal(1).scaleb(min(e for e in exponents if isinstance(e, int)))


def _round(value: Decimal, known: Sequence[Decimal]) -> Decimal:
    """Return the largest power of ten that all amounts are a multiple of."""
    unit = _last_digit((value, *known))
    while all(amount % (10 * unit) == 0 for amount in (value, *known)):
        unit *= 10
    return unit


def contained_rows(rows: Sequence[PlainRow]) -> dict[int, str]:
    """Return the rows (from 0) below a bare "waarvan:" that belong to it, with those words.

    They bear a mark of a list, or add up to the row above the word.

    >>> labels = ["Lonen", "waarvan:", "- inhuur", "Reizen"]
    >>> filled = [(Decimal(9),), (), (Decimal(3),), (Decimal(2),)]
    >>> contained_rows([PlainRow(*row) for row in zip(labels, filled, strict=True)])
    {2: 'waarvan:'}
    """
    inside: dict[int, str] = {}
    for index, row in enumerate(rows):
        if row.values or not is_within(row.label):
            continue
        end = index + 1
        while end < len(rows) and rows[end].values and rows[end].label.startswith(_ITEM):
            end += 1
        if end == index + 1 and index:
            end = _summed_until(rows, index)
        inside |= dict.fromkeys(range(index + 1, end), row.label)
    return inside


def _summed_until(rows: Sequence[PlainRow], index: int) -> int:
    """Return the end of the rows behind ``index`` that add up to the row before it."""
    whole = rows[index - 1].values
    for end in range(index + 2, len(rows) + 1):
        if not rows[end - 1].values:
            break
        if whole and sum_odds(whole, [row.values for row in rows[index + 1 : end]]):
            return end
    return index + 1
