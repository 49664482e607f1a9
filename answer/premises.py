"""What a question takes for granted: "waarom kocht u vier fietsen" holds that there were four."""

import re
from dataclasses import replace

from answer.answer import Verdict
from answer.claims import check_claim
from answer.draft import Draft, Result
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.negation import negates

_WHY = re.compile(
    r"^\W*(?:(?:en|maar|and|but)\s+)?(?:waarom|hoezo|why|hoe komt het dat|hoe kwam het dat)\b\W*",
    re.IGNORECASE,
)
# Why something was not so may be told by what there was too little of, or by what took it away.
_TOO_LITTLE = re.compile(
    r"\b(?:weinig|onvoldoende|tekort\w*|pas|achter\w*|minder|lager|alleen|slechts|verval\w*|"
    r"gestopt|geschrapt|afgewezen|afgelast|uitgesteld|doorgeschoven|verschoven)\b",
    re.IGNORECASE,
)


def false_premise(inquiry: Inquiry) -> Draft | None:
    """Return the contradiction of what a why-question takes for granted, None where it may be so.

    Looked at are a number that it states and a denial.
    """
    frame = inquiry.frame
    why = _WHY.search(frame.question)
    counts = any(quantity.unit == "count" for quantity in frame.quantities)
    if frame.ask is not Ask.REASON or why is None or not (counts or negates(frame.question)):
        return None
    words = tuple(word for word in frame.words if word.start >= why.end())
    claim = replace(frame, ask=Ask.CLAIM, words=words, operation=None)
    found = check_claim(replace(inquiry, frame=claim))
    wrong = isinstance(found, Draft) and found.verdict is Verdict.CONTRADICTED
    return found if wrong and isinstance(found, Draft) else None


def denies_what_stands(found: Result, inquiry: Inquiry) -> bool:
    """Return whether a why-question denies something and the sentence found denies nothing."""
    denied = inquiry.frame.ask is Ask.REASON and negates(inquiry.frame.question)
    if not denied or not isinstance(found, Draft):
        return False
    shown = (*found.evidence[:1], *((found.more,) if found.more else ()))
    said = [
        " ".join(e.report.quote(sentence.span).split())
        for e in shown
        for sentence in e.report.sentences
        if sentence.span in e.span
    ]
    return not any(negates(sentence) or _TOO_LITTLE.search(sentence) for sentence in said)
