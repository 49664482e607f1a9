"""What a letter says of itself: who signed it and on what day it is dated."""

import re

from answer.answer import Kind
from answer.draft import Draft
from answer.evidence import Evidence
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.link import MET
from answer.text_fit import OFFICES
from answer.view import ReportView
from ingest.dates import find_dates
from ingest.span import Span

_SIGNED = re.compile(
    r"\b(ondertekend|onderteken\w*|getekend|handtekening\w*|afzender|signed|signature)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(gedateerd|dagtekening|datum van|verstuurd|verzonden|geschreven|dated|date of)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(hoogachtend|met (?:vriendelijke|hartelijke) groet(?:en)?|namens het college)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b(?:(?:mr|dr|drs|ir|ing)\.\s*)*(?:[A-Z]\.\s?){1,5}"
    r"(?:(?:van|de|den|der|ter|ten)\s)*[A-Z][\w’'-]+"
)
# A letter names its day above its text.
_HEAD = 800


def answer_letter(inquiry: Inquiry) -> Draft | None:
    """Return the names under a letter or its date where that is asked, or None."""
    question, ask = inquiry.frame.question, inquiry.frame.ask
    office = any(word.text in OFFICES for word in inquiry.asked)
    signed = _SIGNED.search(question) and (office or ask in (Ask.PERSON, Ask.NAME, Ask.LIST))
    dated = _DATED.search(question) and ask is Ask.DATE
    if not signed and not dated:
        return None
    offices = tuple(w.text for w in inquiry.asked if w.text in OFFICES) if signed else ()
    about = [
        w
        for w in inquiry.asked
        if not _SIGNED.fullmatch(w.text) and not _DATED.search(w.text) and w.text not in offices
    ]
    views = [v for v in inquiry.views if all(v.title.meets(word) >= MET for word in about)]
    found = [draft for v in views if (draft := _signatures(v, offices) if signed else _date(v))]
    return found[0] if len(found) == 1 else None


def _signatures(view: ReportView, offices: tuple[str, ...]) -> Draft | None:
    text = view.report.text
    closings = list(_CLOSING.finditer(text))
    if not closings:
        return None
    names = list(_NAME.finditer(text, closings[-1].end()))
    if not names:
        return None
    span = Span(names[0].start(), names[-1].end())
    if offices:  # which name belongs to which office stands above them, side by side
        held = text.lower().find(offices[0], closings[-1].end())
        if held < 0:
            return None
        whole = Span(min(held, span.start), span.end)
        place = Evidence(view.report, whole)
        return Draft(Kind.TEXT, view.report.quote(whole), (place,), confidence=0.85)
    items = tuple(" ".join(name.group().split()) for name in names)
    place = Evidence(view.report, span)
    return Draft(Kind.LIST, items[0], (place,), items=items, confidence=0.85)


def _date(view: ReportView) -> Draft | None:
    """Return the first whole date above the letter's text that is the report's own."""
    report = view.report
    for mention in find_dates(report.text[:_HEAD]):
        if mention.iso is not None and mention.iso == report.date:
            place = Evidence(report, mention.span)
            return Draft(Kind.TEXT, report.quote(mention.span), (place,), confidence=0.85)
    return None
