"""Silent partials: a question about a whole that got one of its parts as the answer."""

from decimal import Decimal

from evals.given import Given
from evals.question import Gold
from evals.rules import near

MOST_SUMS = 200_000
"""Past so many different partial sums nearly any figure is one; all below the whole then count."""


def is_silent_partial(gold: Gold, given: Given) -> bool:
    """Return whether a sum of several parts was asked and the value is a part or too small a sum.

    Only the stated ``value`` counts: a refusal, or an answer without a value, is not silent.
    """
    if not asks_sum(gold) or given.refused:
        return False
    whole = gold.value if gold.value is not None else sum(gold.components, Decimal(0))
    if given.value is None or near(given.value, whole):
        return False
    sums = _partial_sums(gold.components)
    if sums is None:
        return 0 < given.value < whole
    return any(near(given.value, part) for part in sums)


def asks_sum(gold: Gold) -> bool:
    """Return whether the right answer adds up two or more parts."""
    return gold.operation == "sum" and len(gold.components) > 1


def _partial_sums(parts: tuple[Decimal, ...]) -> frozenset[Decimal] | None:
    sums: set[Decimal] = set()
    for part in parts:
        sums |= {part, *(part + other for other in sums)}
        if len(sums) > MOST_SUMS:
            return None
    return frozenset(sums)
