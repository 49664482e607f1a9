"""The printed total of a row's table: a row is no total because "totale" is said."""

from answer.inquiry import Inquiry
from answer.lexicon import GRAMMAR
from answer.link import head_of
from answer.view import LineView
from store.terms import stem


def total_beside(line: LineView, inquiry: Inquiry) -> LineView | None:
    """Return the grand total of a row's table where the row's own name was asked for in part only.

    "De totale bijdrage" may be the row "Uitgangspunt bijdrage" or the "Totaal" below it.
    """
    if not inquiry.frame.whole or line.first.is_total or _is_named_in_full(line, inquiry):
        return None
    view = next(view for view in inquiry.views if view.report is line.report)
    totals = [
        row
        for row in view.lines
        if row.first.table == line.first.table
        and row.first.is_total
        and not row.label.lower().startswith("sub")
    ]
    return totals[0] if len(totals) == 1 else None


def _is_named_in_full(line: LineView, inquiry: Inquiry) -> bool:
    said = {form for word in inquiry.frame.words for form in (word.stem, *word.parts, *word.also)}
    return all(stem(form) in said for form in head_of(line.label).split() if form not in GRAMMAR)
