"""What an answer says in large type, without what stands below it anyway."""

import re
from dataclasses import dataclass

from answer.answer import Answer, Operation
from ui.plain import one_line

# The terms of a sum between brackets; a long sum is cut before the closing one.
_TERMS = re.compile(r"\s*\([-€\d.,+%\s]*\d[-€\d.,+%\s]*(?:\)|…$)")


@dataclass(frozen=True, slots=True)
class Told:
    """The sentence, and the ``items`` of a list to put under it, () where it names them all."""

    sentence: str
    items: tuple[str, ...]


def told(answer: Answer) -> Told:
    """Return what to say first: a table shows the terms of a sum, a list shows what is named."""
    sentence = answer.text
    if answer.figures:  # a table follows
        is_sum = answer.operation is Operation.SUM
        return Told(_without_terms(sentence) if is_sum else sentence, ())
    items = tuple(one_line(item) for item in answer.items)
    first = sentence.find(answer.items[0]) if items else -1
    lead = sentence[: max(first, 0)].rstrip()
    if len(items) > 1 and lead.endswith(":"):
        return Told(lead, items)
    return Told(sentence, () if first >= 0 and len(items) == 1 else items)


def is_sum(answer: Answer) -> bool:
    """Return whether lines were added up; one line is no sum, and its source says it all."""
    return answer.operation is Operation.SUM and len(answer.figures) > 1


def _without_terms(sentence: str) -> str:
    """Return a sentence on a sum without its terms.

    >>> _without_terms("€ 91.000 voor “Inzet”: de som van 2 budgetregels (€ 46.000 + € 45.000).")
    '€ 91.000 voor “Inzet”: de som van 2 budgetregels.'
    >>> _without_terms("€ 99 voor “Totaal (a)”: de som van 30 budgetregels (€ 60.000 + € 4 …")
    '€ 99 voor “Totaal (a)”: de som van 30 budgetregels.'
    """
    short = _TERMS.sub("", sentence).rstrip()
    return short if short.endswith((".", "”", "?", "!")) else f"{short}."
