"""The reverse look-up: what an amount was for."""

from decimal import Decimal

from answer.answer import Kind
from answer.cells import Cell, cells_of
from answer.draft import Draft, Refusal, Result
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.lexicon import GRAMMAR
from answer.link import MET
from answer.parts import cell_part, several
from answer.targets import things
from answer.texts import answer_text
from answer.view import LineView
from answer.words import Word
from store.terms import stem, words


def answer_purpose(inquiry: Inquiry) -> Result:
    """Return the line or lines with the asked amount, or the sentence that names it."""
    if not inquiry.frame.quantities:  # "zit de bibliotheek daar ook bij?", behind such a question
        return answer_text(inquiry)
    amount = max(quantity.value for quantity in inquiry.frame.quantities)
    cells = [
        cell
        for view in inquiry.views
        for cell in cells_of(view.lines)
        if cell.value == amount and _fits(cell, inquiry)
    ]
    rows = tuple({id(cell.line): cell for cell in reversed(cells)}.values())[::-1]
    if len(rows) > 1:
        return several(tuple(cell_part(cell, rows) for cell in rows), rows[0].line.label)
    return _line(rows[0], inquiry) if rows else _in_prose(inquiry, amount)


def _fits(cell: Cell, inquiry: Inquiry) -> bool:
    years = inquiry.frame.years
    in_year = not years or cell.year is None or cell.year in years
    named = (word for word in things(inquiry.asked) if not word.is_verb)
    return in_year and all(_meets(cell.line, word) for word in named)


def _meets(line: LineView, word: Word) -> bool:
    return max(line.name.meets(word), line.path.meets(word), line.body.meets(word)) >= MET


def _line(cell: Cell, inquiry: Inquiry) -> Draft:
    """Return the row; its explanation goes first where the question has its name already."""
    line, figure = cell.line, cell.figure
    if figure.explanation and _is_named(line, inquiry):
        return Draft(
            kind=Kind.TEXT,
            subject=line.label,
            evidence=(
                Evidence(line.report, figure.explanation),
                Evidence(line.report, figure.span),
            ),
            confidence=0.9,
        )
    explained = (Evidence(line.report, figure.explanation),) if figure.explanation else ()
    return Draft(
        kind=Kind.TEXT,
        subject=line.label,
        evidence=(Evidence(line.report, figure.span), *explained),
        confidence=0.9,
    )


def _is_named(line: LineView, inquiry: Inquiry) -> bool:
    said = {form for word in inquiry.asked for form in (word.stem, *word.parts)}
    return {stem(form) for form in words(line.label) if form not in GRAMMAR} <= said


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
