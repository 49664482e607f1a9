"""The numbers of a question, with the round ones that people say: "een half miljoen", "een ton"."""

import re
from decimal import Decimal

from ingest.number_words import MULTIPLIERS
from ingest.quantities import Quantity, find_quantities
from ingest.span import Span

_SAID = {
    "half": Decimal("0.5"),
    "halve": Decimal("0.5"),
    "half a": Decimal("0.5"),
    "half of a": Decimal("0.5"),
    "kwart": Decimal("0.25"),
    "quarter of a": Decimal("0.25"),
    "anderhalf": Decimal("1.5"),
    "anderhalve": Decimal("1.5"),
    "one and a half": Decimal("1.5"),
    "een": Decimal(1),
    "één": Decimal(1),
    "a": Decimal(1),
    "one": Decimal(1),
}
_PATTERN = re.compile(
    r"(?<![^\W\d_])(?:(?P<about>ruim|circa|ca\.?|ongeveer|zo['’]n|bijna|meer dan|minder dan|"
    r"minstens|maximaal|about|almost|nearly|over|more than|less than|at least|around)\s+)?"
    rf"(?:(?:een|a)\s+)?(?P<said>{'|'.join(sorted(_SAID, key=len, reverse=True))})\s+"
    r"(?P<times>ton|miljoen|miljard|million|billion)\b(?P<euro>\s*(?:euro\w*|EUR)\b)?",
    re.IGNORECASE,
)


def numbers_in(question: str) -> tuple[Quantity, ...]:
    """Return the numbers in ``question`` in order, as `find_quantities` does, and round ones.

    >>> [(str(q.value), q.unit, q.about) for q in numbers_in("meer dan een half miljoen")]
    [('500000.0', 'count', 'meer dan')]
    >>> [(str(q.value), q.unit) for q in numbers_in("anderhalve ton, bijna een miljoen euro")]
    [('150000.0', 'euro'), ('1000000', 'euro')]
    >>> [str(q.value) for q in numbers_in("ruim twee ton voor een groep van 12")]
    ['200000', '12']
    """
    round_ones = tuple(_quantity(match) for match in _PATTERN.finditer(question))
    others = (
        found
        for found in find_quantities(question)
        if not any(r.span.start < found.span.end and found.span.start < r.span.end
                   for r in round_ones)
    )  # fmt: skip
    return tuple(sorted((*round_ones, *others), key=lambda quantity: quantity.span))


def _quantity(match: re.Match[str]) -> Quantity:
    times = match["times"].lower()
    value = _SAID[" ".join(match["said"].lower().split())] * MULTIPLIERS.get(times, 1)
    unit = "euro" if match["euro"] or times == "ton" else "count"
    return Quantity(Span(*match.span()), value, None, unit, match["about"], step=value)
