"""How many budget lines there are, of a theme or of a report, above or below an amount."""

import re
from collections.abc import Callable
from decimal import Decimal

from answer.amounts import whole_of
from answer.answer import Kind, Operation
from answer.comparable_rows import comparable_rows
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.subjects import subject_of
from answer.totals import Whole, total_of
from answer.view import SectionView
from answer.wholes import whole_reports
from ingest.quantities import Quantity

_BELOW = re.compile(
    r"\b(onder|lager|minder|kleiner|goedkoper|beneden|below|under|less|lower)"
    r"( dan| than)?( de| the)?\s*€?\s*$",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(boven|hoger|meer|groter|duurder|above|over|more|higher)( dan| than)?( de| the)?\s*€?\s*$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(minstens|ten minste|tenminste|minimaal|vanaf|at least)( de| the)?\s*€?\s*$", re.IGNORECASE
)

_BETWEEN = re.compile(r"\b(?:tussen|between)(?: de)?\s*€?\s*$", re.IGNORECASE)
_AND_UP_TO = re.compile(
    r"\b(?:tussen|between)\b[^?]{1,25}\b(?:en|and)(?: de)?\s*€?\s*$", re.IGNORECASE
)

_AMOUNT = 1000  # a bare number of this size is money where lines are compared
Bound = Callable[[Decimal], bool]
"""Tells whether an amount is within a bound."""


def count_lines(inquiry: Inquiry) -> Result:
    """Return how many budget lines stand under what the question names, and which they are.

    "Onder de 10.000 euro" leaves out the others. Refused where an amount is named and it isn't
    clear what it bounds: a count of all would be a wrong figure.
    """
    whole = lines_meant(inquiry)
    if whole is None:
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    bounds = bounds_in(inquiry)
    if bounds is None:
        return Refusal(missing=(inquiry.frame.question,))
    parts = _bounded(whole, inquiry, bounds) if bounds else _all(whole, inquiry)
    if isinstance(parts, Refusal):
        return parts
    report, span = whole.spans[0]
    numbered = next((s for s in report.sections if s.span == span), None)
    place = (Evidence(report, numbered.heading),) if numbered else ()
    return Draft(
        kind=Kind.NUMBER,
        subject=whole.subject,
        value=Decimal(len(parts)),
        unit="count",
        operation=Operation.COUNT,
        parts=parts,
        evidence=place or tuple(e for part in parts for e in part.evidence)[:1],
        confidence=0.85,
    )


def lines_meant(inquiry: Inquiry) -> Whole | None:
    """Return the theme that is named, else the one report that the question may mean."""
    targets = subject_of(inquiry)
    section = next((t for t in targets if isinstance(t, SectionView)), None)
    if section is not None:
        return whole_of((section,), inquiry)
    wholes = whole_reports(inquiry) if not targets else ()
    return wholes[0] if len(wholes) == 1 else None


def bounds_in(inquiry: Inquiry) -> tuple[Bound, ...] | None:
    """Return what the amounts of the question bound ("lager dan 10.000"), in its order.

    () where it names no amount, None where one of them bounds nothing clear.
    """
    question = inquiry.frame.question
    amounts = [q for q in inquiry.frame.quantities if q.unit == "euro" or q.value >= _AMOUNT]
    found = [_bound(q, question) for q in amounts]
    known = tuple(bound for bound in found if bound is not None)
    return known if len(known) == len(found) else None


def _bound(quantity: Quantity, question: str) -> Bound | None:
    before, limit = question[: quantity.span.start], quantity.value
    about = f"{before}{quantity.about or ''}" if quantity.about else before
    if quantity.value_max is not None:
        return None
    if _BELOW.search(about):
        return limit.__gt__
    if _ABOVE.search(about):
        return limit.__lt__
    if _AT_LEAST.search(about) or _BETWEEN.search(before):
        return limit.__le__
    return limit.__ge__ if _AND_UP_TO.search(before) else None


def _bounded(
    whole: Whole, inquiry: Inquiry, bounds: tuple[Bound, ...]
) -> tuple[DraftPart, ...] | Refusal:
    rows = comparable_rows(whole, inquiry)
    if isinstance(rows, Refusal):
        return rows
    return tuple(row for row in rows if all(bound(row.value) for bound in bounds))


def _all(whole: Whole, inquiry: Inquiry) -> tuple[DraftPart, ...] | Refusal:
    unfit = total_of(whole, inquiry.frame)
    if isinstance(unfit, Refusal) and unfit.reason:
        return unfit
    return tuple(
        DraftPart(line.label, line.first.value, line.first.unit, _number(whole),
                  (Evidence(line.report, line.first.span),))
        for line in whole.lines
        if line.first.is_counted and any(figure.unit == "euro" for figure in line.figures)
    )  # fmt: skip


def _number(whole: Whole) -> str | None:
    report, span = whole.spans[0]
    return next((s.number for s in report.sections if s.span == span), None)
