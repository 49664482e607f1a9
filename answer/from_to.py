"""What a number was and what it became: "van 311 naar 530"."""

import re

from ingest.span import Span

_FROM = re.compile(r"\b(van|from)\s+$", re.IGNORECASE)
_TOWARDS = re.compile(r"\W*(naar|tot|to)\s+\d", re.IGNORECASE)
_ASKS_FORMER = re.compile(
    r"\b(v[oó][oó]r (de|het|dat)|voordat|voorheen|eerst|aanvankelijk|oorspronkelijk|begon(nen)?|"
    r"in het begin|before|initially|originally|at first|used to)\b",
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
