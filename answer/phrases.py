"""Words in quotation marks: where do the reports say exactly this."""

import re

from answer.answer import Kind
from answer.draft import Draft, Refusal, Result
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from ingest.report import Sentence
from ingest.span import Span

_MOST_PLACES = 5


def answer_phrase(inquiry: Inquiry) -> Result:
    """Return the sentences that hold the phrase word for word, white space and case aside."""
    phrase = inquiry.frame.phrase or ""
    pattern = re.compile(r"\s+".join(map(re.escape, phrase.split())), re.IGNORECASE)
    places = [
        Evidence(view.report, _around(view.report.sentences, Span(*match.span())))
        for view in inquiry.views
        for match in pattern.finditer(view.report.text)
    ]
    if not places:
        return Refusal(missing=(phrase,), confidence=0.95)
    kept = tuple(dict.fromkeys(places))[:_MOST_PLACES]
    return Draft(kind=Kind.TEXT, subject=phrase, evidence=kept, confidence=0.95)


def _around(sentences: tuple[Sentence, ...], found: Span) -> Span:
    """Return the span of the sentence that holds the phrase, or the phrase itself."""
    holding = (s.span for s in sentences if found in s.span)
    return next(holding, found)
