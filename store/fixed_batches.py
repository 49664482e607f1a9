"""Batches whose shape hangs on each text's own length, so that neighbours can't change a vector."""

from collections.abc import Sequence
from dataclasses import dataclass

_STEP = 16  # tokens: 8 to 32 were equally quick


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that go through the model together; too few of them are filled up to ``rows``."""

    rows: int
    columns: int  # tokens, padding included
    members: tuple[int, ...]  # indices of the texts, at most ``rows``


def fixed_batches(lengths: Sequence[int], budget: int, limit: int) -> tuple[Batch, ...]:
    """Return batches that hold each text once, short texts first.

    Equal lengths always get equal shapes: torch then adds up in the same order, whatever else is
    encoded. Measured on 200 sentences, alone, shuffled, on one core and on two: not a bit of
    difference, where batches cut to their longest text gave 0.0008 per number in bf16.

    Args:
        lengths: tokens of each text, <s> and </s> included, not above `limit`.
        budget: tokens per batch; a text that is longer goes alone.
        limit: the most tokens that the model takes.

    >>> fixed_batches([9, 30, 12, 500], budget=32, limit=512)[:2]
    (Batch(rows=2, columns=16, members=(0, 2)), Batch(rows=1, columns=32, members=(1,)))
    """
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        columns = min(limit, max(1, -(-length // _STEP)) * _STEP)
        groups.setdefault(columns, []).append(index)
    batches = []
    for columns, members in sorted(groups.items()):
        rows = max(1, budget // columns)
        batches += [
            Batch(rows, columns, tuple(members[start : start + rows]))
            for start in range(0, len(members), rows)
        ]
    return tuple(batches)
