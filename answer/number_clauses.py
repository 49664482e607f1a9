"""Which clause of a sentence a number stands in, where several clauses have one.

"62 kinderen kregen zwemles; 48 van hen haalden hun diploma": who asks for diplomas means the 48.
"""

import re
from collections.abc import Sequence

from answer.view import SentenceView
from answer.words import Word
from ingest.quantities import Quantity
from ingest.span import Span
from store.terms import fold, stem, tokens

_BREAK = re.compile(
    r"[;,](?!\d)|\.\s|\s(?:waarvan|waaronder|van wie|of whom|of which)\s", re.IGNORECASE
)
_OF_THOSE = re.compile(
    r"\s*(?:van hen|van hun|daarvan|ervan|hiervan|of them|of those)\b", re.IGNORECASE
)
_ARE_PART = re.compile(r"\b(?:waarvan|van wie|of whom|of which)(?:\s+er)?\s+$", re.IGNORECASE)


def is_of_those(text: str, quantity: Quantity) -> bool:
    """Return whether a number counts some of what the number before it counts ("48 van hen")."""
    behind, ahead = text[quantity.span.end :], text[: quantity.span.start]
    return bool(_OF_THOSE.match(behind) or _ARE_PART.search(ahead))


def told_in_other_clause(view: SentenceView, quantity: Quantity, telling: Sequence[Word]) -> bool:
    """Return whether what is asked of a number is said in another number's clause, not in its own.

    ``telling`` are the words of the question besides what is counted.
    """
    here = _clause_of(quantity, view.text)
    own = _met(view.text, here, telling)
    others = [
        _met(view.text, there, telling)
        for q in view.quantities
        if q.unit == quantity.unit
        and is_of_those(view.text, q)
        and (there := _clause_of(q, view.text)) != here
    ]
    return any(other > own for other in others)


def _clause_of(quantity: Quantity, text: str) -> Span:
    at = quantity.span
    breaks = list(_BREAK.finditer(text))
    start = max((m.end() for m in breaks if m.end() <= at.start), default=0)
    end = min((m.start() for m in breaks if m.start() >= at.end), default=len(text))
    return Span(start, end)


def _met(text: str, clause: Span, telling: Sequence[Word]) -> int:
    forms = {stem(token.text) for token in tokens(fold(clause.cut(text)))}
    return sum(bool(forms & {w.stem, w.verb or w.stem, *w.parts}) for w in telling)
