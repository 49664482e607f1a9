"""Amounts per piece or on average: a line's whole amount is no answer to those."""

import re

from answer.draft import Draft
from answer.frame import Ask, Frame

_PER = re.compile(
    r"\bper (?!jaar|jaren|programma|thema|onderdeel|post|regel|paragraaf|taakveld|gemeente|saldo|"
    r"year|programme|theme|cent|wijk|project)[^\W\d]{3,}\b|"
    r"\bkost\w* (?:er )?(?:één|1|elke|iedere|one|each)\b|"
    r"\bgemiddelde?\b|\bon average\b|\baverage\b",
    re.IGNORECASE,
)


def per_unit_missing(found: Draft, frame: Frame) -> str | None:
    """Return the "per stuk" of the question that an amount's evidence does not have, or None."""
    asked = _PER.search(frame.question)
    if frame.ask is not Ask.AMOUNT or not asked:
        return None
    places = (*found.evidence, *(e for part in found.parts for e in part.evidence))
    said = any(_PER.search(" ".join(e.report.quote(e.span).split())) for e in places)
    return None if said else asked.group()
