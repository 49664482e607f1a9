"""Checks a claim that one thing got or cost more than another: "X kreeg meer dan Y"."""

import re
from dataclasses import replace

from answer.amounts import title_of
from answer.answer import Kind, Operation, Verdict
from answer.comparisons import compare
from answer.draft import Draft
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.negation import negates
from answer.subjects import two_subjects
from answer.words import Role

_MORE = re.compile(
    r"\b(?:meer|hoger|groter|duurder|more|higher|larger)\b.{0,60}\b(?:dan|than)\b", re.IGNORECASE
)
_LESS = re.compile(
    r"\b(?:minder|lager|kleiner|goedkoper|less|lower|smaller|cheaper)\b.{0,60}\b(?:dan|than)\b",
    re.IGNORECASE,
)


def check_comparison(inquiry: Inquiry) -> Draft | None:
    """Return whether the one got more than the other, both amounts shown.

    None where the claim compares no money of two things that are found.
    """
    frame = inquiry.frame
    more = _MORE.search(frame.question)
    money = any(word.role is Role.MONEY for word in frame.words)
    if not money or not (more or _LESS.search(frame.question)):
        return None
    asked = replace(
        inquiry,
        frame=replace(frame, ask=Ask.AMOUNT, operation=Operation.DIFFERENCE, unit="euro"),
    )
    subjects, found = two_subjects(asked), compare(asked)
    if len(subjects) != 2 or not isinstance(found, Draft) or len(found.parts) != 2:
        return None
    high, low = found.parts
    first = title_of(subjects[0])
    if {high.label, low.label} != {title_of(subject) for subject in subjects}:
        return None
    holds = high.value > low.value and (high if more else low).label == first
    verdict = Verdict.SUPPORTED if holds ^ negates(frame.question) else Verdict.CONTRADICTED
    return replace(found, kind=Kind.CLAIM, verdict=verdict, confidence=0.85)
