"""Rates are not added up: what a house, an hour or a kilo costs makes no sum."""

import re
from collections.abc import Sequence

from answer.draft import Refusal
from answer.evidence import Evidence
from answer.view import LineView

_RATES = re.compile(r"\btarie(?:f|ven)\w*|\brates?\b|\bper (?:stuk|uur|inwoner)\b", re.IGNORECASE)


def refuse_rates(subject: str, rows: Sequence[LineView]) -> Refusal | None:
    """Return the refusal of a sum of rates, None where ``subject`` names none or a total stands."""
    if not _RATES.search(subject) or any(row.first.is_total for row in rows):
        return None
    return Refusal(
        reason=(
            "Dit zijn tarieven. Die worden niet opgeteld: vraag naar één tarief.",
            "These are rates, which are not added up: ask for one of them.",
        ),
        closest=tuple(Evidence(row.report, row.first.span) for row in rows[:3]),
    )
