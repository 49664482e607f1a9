"""The scale of a table from others of its form: a report prints one form for each programme."""

from dataclasses import dataclass

_ALIKE = 0.8  # of the labels of the shorter table that the other one has too
_LABELS = 4  # rows; fewer are alike by chance


@dataclass(frozen=True, slots=True)
class TableShape:
    """What makes two tables one form: the headers of their amounts, or the labels of their rows."""

    paths: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]


def scale_alike(shape: TableShape, known: tuple[tuple[TableShape, int], ...]) -> int | None:
    """Return the scale that all known tables of the same form have, or None.

    >>> one = TableShape((("Krediet",), ("2025",)), ("Wegen", "Totaal"))
    >>> other = TableShape((("Krediet",), ("2025",)), ("School", "Totaal"))
    >>> scale_alike(one, ((other, 1000),)), scale_alike(one, ((other, 1000), (other, 1)))
    (1000, None)
    """
    scales = {scale for other, scale in known if _is_alike(shape, other)}
    return next(iter(scales)) if len(scales) == 1 else None


def _is_alike(one: TableShape, other: TableShape) -> bool:
    # Years alone head all kinds of tables; words must name the columns.
    words = any(not part.isdecimal() for path in one.paths for part in path)
    if words and len(one.paths) > 1 and one.paths == other.paths:
        return True
    few = min(len(set(one.labels)), len(set(other.labels)))
    shared = len(set(one.labels) & set(other.labels) - {""})
    return few >= _LABELS and shared >= _ALIKE * few
