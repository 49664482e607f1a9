"""What a number was and what it became: "van 311 naar 530", "uitgebreid van 2-6"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.quantities import Quantity
from ingest.span import Span

_FROM = re.compile(r"\b(van|from)\s+$", re.IGNORECASE)
_TOWARDS = re.compile(r"\W*(naar|tot|to)\s+\d", re.IGNORECASE)
_BETWEEN = re.compile(r"\W*(naar|tot|to)\s+", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(uitgebreid|breidde|gegroeid|groei\w+|gestegen|steeg|stegen|toegenomen|verhoogd|opgehoogd|"
    r"gedaald|daalde\w*|afgenomen|verlaagd|teruggebracht|teruggelopen|grown|grew|increased|risen|"
    r"rose|decreased|fell|fallen)\b.{0,25}\s(van|from)\s+$",
    re.IGNORECASE,
)
_ASKS_FORMER = re.compile(
    r"\b(v[oó][oó]r (de|het|dat)|voordat|voorheen|eerst|aanvankelijk|oorspronkelijk|begon(nen)?|"
    r"in het begin|before|initially|originally|at first|used to)\b",
    re.IGNORECASE,
)
_ASKS_CHANGE = re.compile(
    r"\b(kwam|kwamen|komen)\b.{0,40}\b(erbij|er bij(?=\W*$|,| door)|bijgekomen)\b|"
    r"\b(met hoeveel|hoeveel|how many)\b.{0,80}\b(nam|namen)\b.{0,80}\b(toe|af)\W*$|"
    r"\b(met hoeveel|by how (many|much))\b.{0,80}\b(toegenomen|afgenomen|gestegen|gedaald|"
    r"gegroeid|groeide|steeg|stegen|daalde|daalden|grow|grew|rise|rose|fall|fell)\b|"
    r"\bhow many more\b",
    re.IGNORECASE,
)


def is_former(text: str, span: Span) -> bool:
    """Tell the first number of "van 311 naar 530": what it was, not what it became.

    >>> [is_former("van 311 naar 530", Span(*ends)) for ends in ((4, 7), (13, 16))]
    [True, False]
    """
    return bool(_FROM.search(text[: span.start])) and bool(_TOWARDS.match(text[span.end :]))


def asks_former(question: str) -> bool:
    """Tell a question after what a number was before it changed.

    >>> asks_former("Hoeveel deelnemers waren er vóór de groei?")
    True
    """
    return bool(_ASKS_FORMER.search(question))


CHANGING = frozenset(
    "nam namen kwam kwamen erbij gegroeid groeide steeg stegen gestegen daalde daalden gedaald "
    "toegenomen afgenomen bijgekomen grow grew rise rose fall fell more".split()
)
"""Words of a question after a change; the report has its own."""


def asks_change(question: str) -> bool:
    """Tell a question after by how much a number changed.

    >>> [asks_change(q) for q in ("Hoeveel kwamen erbij?", "Hoeveel zijn er?")]
    [True, False]
    """
    return bool(_ASKS_CHANGE.search(question))


def is_changed_range(text: str, quantity: Quantity) -> bool:
    """Tell "uitgebreid van 2-6", from two to six, from a range ("2-6 personen")."""
    return quantity.value_max is not None and bool(_CHANGED.search(text[: quantity.span.start]))


def change_around(
    text: str, quantities: Sequence[Quantity], quantity: Quantity
) -> tuple[Quantity, Quantity] | None:
    """Return what a number was and what it became, where ``text`` says both; None elsewhere."""
    alike = [q for q in quantities if q.unit == quantity.unit]
    for former, later in pairwise(alike):
        between = text[former.span.end : later.span.start]
        if (
            quantity in (former, later)
            and is_former(text, former.span)
            and _BETWEEN.fullmatch(between)
        ):
            return former, later
    return None
