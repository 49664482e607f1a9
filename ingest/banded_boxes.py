"""Tables whose rows lines part and whose columns white space parts: no line runs down them."""

from dataclasses import dataclass
from itertools import pairwise

from ingest.placed_words import Word
from ingest.ruled_boxes import RuledBox, RuledCell, merged_rules
from ingest.rules import Rule, Rules
from ingest.table_lines import Line, table_lines
from ingest.table_parts import is_group_line, is_row, is_year

_SAME = 3.0  # points that the ends of the lines of one table may differ
_FEWEST = 2  # rows between lines, so that the lines are seen to part rows
_RIVER = 0.55  # of a line height: what parts columns (see `ingest.table_lines`)
_BESIDE = 0.5  # of a line height: what stands at the height of another line


@dataclass(frozen=True, slots=True)
class _Band:
    """What is printed between two lines, from ``top`` to ``bottom``."""

    top: float
    bottom: float
    lines: tuple[Line, ...]

    @property
    def is_one_row(self) -> bool:
        """Return whether the band is a row: its amounts stand at one height, beside its label.

        Amounts below the first line of a label may be those of a row below the name of a group.
        """
        rows = [line for line in self.lines if is_row(line)]
        return len(rows) == 1 and rows[0] is self.lines[0]

    @property
    def is_unclear(self) -> bool:
        """Return whether there are amounts in the band that the lines do not make a row of."""
        parts = [piece for line in self.lines if len(line.pieces) > 1 for piece in line.pieces]
        amounts = any(piece.is_value and not is_year(piece) for piece in parts)
        return amounts and not self.is_one_row

    @property
    def is_between(self) -> bool:
        """Return whether the band is a header or the name of a group."""
        named = len(self.lines) == 1 and is_group_line(self.lines[0])
        heads = bool(self.lines) and len(self.lines[0].pieces) > 1
        return named or (heads and not any(map(is_row, self.lines)))


def banded_boxes(rules: Rules, words: tuple[Word, ...]) -> tuple[RuledBox, ...]:
    """Return the tables of one page, from top to bottom, whose rows are each between two lines.

    Where lines part groups of rows only, they tell nothing of a row and there is no table here.
    """
    boxes = []
    for group in _groups(rules):
        bands = [_band(a, b, words) for a, b in pairwise(group)]
        if not any(band.is_unclear for band in bands):
            boxes += [_box(run, group[0]) for run in _runs(bands)]
    return tuple(sorted((box for box in boxes if box), key=lambda box: box.ys[0]))


def _groups(rules: Rules) -> list[list[Rule]]:
    """Return lines of one width below each other that no line down the page touches."""
    groups: list[list[Rule]] = []
    for rule in sorted(merged_rules(rules.across), key=lambda r: r.at):
        if any(_touches(rule, down) for down in rules.down):
            continue
        for group in groups:
            ends = abs(group[0].start - rule.start), abs(group[0].end - rule.end)
            if max(ends) <= _SAME:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > _FEWEST]


def _touches(across: Rule, down: Rule) -> bool:
    beside = across.start - _SAME <= down.at <= across.end + _SAME
    return beside and down.start - _SAME <= across.at <= down.end + _SAME


def _band(above: Rule, below: Rule, words: tuple[Word, ...]) -> _Band:
    held = tuple(
        word
        for word in words
        if above.at <= word.middle < below.at
        and above.start - _SAME <= word.x0
        and word.x1 <= above.end + _SAME
    )
    return _Band(above.at, below.at, table_lines(held))


def _runs(bands: list[_Band]) -> list[list[_Band]]:
    """Return the bands of each table: rows, with its header and its groups between them."""
    runs: list[list[_Band]] = [[]]
    for band in bands:
        if band.is_one_row or band.is_between:
            runs[-1].append(band)
        else:
            runs.append([])
    return [run for run in runs if sum(band.is_one_row for band in run) >= _FEWEST]


def _box(bands: list[_Band], rule: Rule) -> RuledBox | None:
    """Return a table with an edge in the middle of each stretch that stays white in all rows."""
    rows = [line for band in bands if len(band.lines[0].pieces) > 1 for line in band.lines]
    words = [word for line in rows for piece in line.pieces for word in piece.words]
    height = min(line.height for line in rows)
    edges, end = [rule.start], max(rule.end, rule.start)
    filled = rule.start
    for word in sorted(words, key=lambda w: w.x0):
        if word.x0 - filled > _RIVER * height and filled > rule.start:
            edges.append((filled + word.x0) / 2)
        # "€" at the left edge of its cell stands in the column of the amount.
        filled = max(filled, word.x1 if word.text != "€" else _amount_end(word, words))
    xs = (*edges, end)
    ys = (bands[0].top, *(band.bottom for band in bands))
    if len(xs) <= _FEWEST:
        return None
    cells = tuple(
        RuledCell(column, column, row, row)
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    )
    return RuledBox(xs, ys, cells)


def _amount_end(sign: Word, words: list[Word]) -> float:
    """Return where the amount that a "€" belongs to ends: the next word on its line."""
    beside = (
        word
        for word in words
        if word.x0 >= sign.x1 and abs(word.middle - sign.middle) < _BESIDE * sign.height
    )
    return min(beside, key=lambda word: word.x0, default=sign).x1
