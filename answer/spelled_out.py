"""What an abbreviation stands for, where a report spells it out."""

import re

from answer.answer import Kind
from answer.draft import Draft
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from store.abbreviations import spelled_out_at
from store.terms import fold

_ASKS = re.compile(
    r"\bwaar staat .* voor\b|\bstaat voor\b|\bvoluit\b|\bafkorting\b|\bbeteken\w*\b|\bstand for\b|"
    r"\bwat is\b",
    re.IGNORECASE,
)


def answer_spelled_out(inquiry: Inquiry) -> Draft | None:
    """Return the place where the abbreviation of the question is explained, or None."""
    asked = [word for word in inquiry.asked if len(word.text) <= _LONGEST]
    if not _ASKS.search(inquiry.frame.question) or len(inquiry.asked) != 1 or not asked:
        return None
    for view in inquiry.views:
        if fold(asked[0].asked) not in view.short_forms:
            continue
        span = spelled_out_at(view.report.text, asked[0].asked)
        if span is not None:
            place = Evidence(view.report, span)
            return Draft(Kind.TEXT, view.report.quote(span), (place,), confidence=0.9)
    return None


_LONGEST = 8
