"""Which tables are read by their borders: those that their letters alone do not tell for sure."""

from collections.abc import Sequence

from ingest.cell_value import parse_cell
from ingest.placed_words import Word
from ingest.reading import Grid
from ingest.row_code import is_code
from ingest.ruled_grids import RuledGrid, ruled_grids
from ingest.rules import Rules
from ingest.span import Span
from ingest.table_roles import table_roles


def ruled_choice(
    words: tuple[tuple[Word, ...], ...],
    rules: tuple[Rules, ...],
    grids: Sequence[Grid],
    suspect: frozenset[int],
) -> tuple[RuledGrid, ...]:
    """Return the tables by their borders that go before ``grids``, which were read by letters.

    They are those on the pages ``suspect``, those of which no column could be told, and those whose
    labels go on where the others break off: the borders show where a row ends.
    """
    found = ruled_grids(words, rules)
    labels = [(table_roles(grid) is None, _labels(grid)) for grid in grids]
    return tuple(
        table
        for table in found
        if _goes_first(table, labels, suspect) and not _breaks_off(table, words, labels)
    )


def _goes_first(
    table: RuledGrid, labels: list[tuple[bool, dict[Span, str]]], suspect: frozenset[int]
) -> bool:
    if {word.page for word in table.words} & suspect:
        return True
    own = _labels(table.grid)
    first, last = min(own, default=None), max(own, default=None)
    if first is None or last is None:
        return False
    here = [(lost, o) for lost, o in labels if any(first <= span <= last for span in o)]
    if any(lost for lost, _ in here):
        return True
    other = {span: label for _, known in here for span, label in known.items()}
    same = all(label in own.get(span, "") for span, label in other.items())
    return same and any(_goes_on(label, own[span]) for span, label in other.items())


def _breaks_off(
    table: RuledGrid,
    words: tuple[tuple[Word, ...], ...],
    labels: list[tuple[bool, dict[Span, str]]],
) -> bool:
    """Return whether a table that letters told over pages has rows here and on a page without."""
    own = _labels(table.grid)
    pages = {word.page for word in table.words}
    here = [word.span for page in words for word in page if word.page in pages]
    first, last = min(here), max(here)
    return any(
        any(span in own for span in known) and not all(first <= span <= last for span in known)
        for _, known in labels
    )


def _goes_on(label: str, own: str) -> bool:
    """Return whether ``own`` is more than ``label`` with the code of its row before it."""
    return own != label and not is_code(own.removesuffix(label).strip())


def _labels(grid: Grid) -> dict[Span, str]:
    """Return the label of each amount of a table; "" where its columns can't be told apart."""
    roles = table_roles(grid)
    found = {}
    for row in grid.rows[grid.header_rows :]:
        for column, cell in enumerate(row):
            value = parse_cell(cell.text)
            amount = roles is None or column in roles.amounts
            if amount and cell.span and value is not None and value.value is not None:
                found[cell.span] = row[roles.label].text if roles else ""
    return found
