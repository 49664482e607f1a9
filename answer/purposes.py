"""The reverse look-up: what an amount was for."""

from decimal import Decimal

from answer.amounts import part_of, several
from answer.answer import Kind
from answer.draft import Draft, Refusal, Result
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.link import MET


def answer_purpose(inquiry: Inquiry) -> Result:
    """Return the line or lines with the asked amount, or the sentence that names it."""
    amount = max(quantity.value for quantity in inquiry.frame.quantities)
    fitting = [
        (line, figure)
        for view in inquiry.views
        for line in view.lines
        for figure in line.figures
        if figure.value == amount
        and all(max(line.name.meets(w), line.path.meets(w), line.body.meets(w)) >= MET for w in inquiry.asked)
    ]
    if len(fitting) > 1:
        return several(tuple(part_of(figure, line) for line, figure in fitting), fitting[0][0].label)
    if not fitting:
        return _in_prose(inquiry, amount)
    line, figure = fitting[0]
    explained = (Evidence(line.report, figure.explanation),) if figure.explanation else ()
    return Draft(
        kind=Kind.TEXT,
        subject=line.label,
        evidence=(Evidence(line.report, figure.span), *explained),
        items=(),
        confidence=0.9,
    )


def _in_prose(inquiry: Inquiry, amount: Decimal) -> Result:
    found = [
        sentence
        for view in inquiry.views
        for sentence in view.sentences
        if any(q.value == amount and q.unit == "euro" for q in sentence.quantities)
    ]
    if not found:
        printed = [q.span.cut(inquiry.frame.question) for q in inquiry.frame.quantities]
        return Refusal(missing=tuple(printed))
    place = Evidence(found[0].report, found[0].sentence.span)
    return Draft(kind=Kind.TEXT, subject=found[0].text, evidence=(place,), confidence=0.8)
