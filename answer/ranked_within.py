"""What a ranking looks into where it names a programme or a paragraph by its number."""

import re
from collections.abc import Sequence

from answer.amounts import whole_of
from answer.draft import Refusal
from answer.inquiry import Inquiry
from answer.lexicon import MEASURES
from answer.themes import THEMES, own_sections
from answer.totals import Whole
from answer.view import ReportView, SectionView
from answer.wholes import numbered_wholes, ordinal_wholes, report_views
from answer.words import Role
from store.terms import fold


def ranked_within(inquiry: Inquiry) -> Whole | tuple[SectionView, ...] | Refusal | None:
    """Return the rows or the themes to rank, a refusal, or None where no number is named.

    Refused where no report has a programme of that number, and where several have and the question
    tells them not apart.
    """
    wholes = _numbered(inquiry)
    if wholes is None:
        return None
    meant = _one_of(wholes, inquiry)
    if isinstance(meant, Refusal):
        return meant
    return _themes_in(meant, inquiry) or _own_table(meant, inquiry)


def _numbered(inquiry: Inquiry) -> tuple[Whole, ...] | None:
    """Return the programme or paragraph whose rows are ranked, one per report that has it.

    None where none is named that way, or several: of those the themes are meant.
    """
    sections = inquiry.frame.sections
    if len(sections) > 1:
        return None
    ordinal = ordinal_wholes(inquiry)
    return ordinal if ordinal is not None else (numbered_wholes(inquiry) or None)


def _one_of(wholes: Sequence[Whole], inquiry: Inquiry) -> Whole | Refusal:
    """Return the programme in the report that the question names best; none spans two reports."""
    best = report_views(inquiry, ()) if len(wholes) > 1 else ()
    meant = [w for w in wholes if any(w.lines[0].report is view.report for view in best)]
    meant = meant or list(wholes)
    if len(meant) == 1:
        return meant[0]
    views = [v for v in inquiry.views if any(v.report is w.lines[0].report for w in meant)]
    return which_report(views) if views else Refusal(missing=(inquiry.frame.question,))


def _own_table(whole: Whole, inquiry: Inquiry) -> Whole:
    """Return the section of the programme's name, where all there is under its number is a summary.

    "Programma 2 Wonen: Lasten, Baten, Saldo" has its posts under the heading "Wonen".
    """
    if not all(fold(line.label) in MEASURES for line in whole.lines):
        return whole
    title = fold(_ORDINAL.sub("", whole.subject))
    report = whole.lines[0].report
    named = (
        section
        for view in inquiry.views
        for section in view.sections
        if view.report is report and section.lines and fold(section.section.title) == title
    )
    own = next(named, None)
    return whole_of((own,), inquiry) if own else whole


_ORDINAL = re.compile(r"^\w+ \d+[:.]?\s*")


def _themes_in(whole: Whole, inquiry: Inquiry) -> tuple[SectionView, ...]:
    """Return the themes of a chapter where those are ranked ("welk thema van hoofdstuk 2")."""
    pairs = zip(inquiry.frame.words, (*inquiry.frame.words[1:], None), strict=True)
    said = any(
        word.text in THEMES and not (after is not None and after.role is Role.NUMBER)
        for word, after in pairs
    )
    view = next(view for view in inquiry.views if view.report is whole.lines[0].report)
    inside = [
        s for s in own_sections(view) if all(any(li is o for o in whole.lines) for li in s.lines)
    ]
    return tuple(inside) if said and len(inside) > 1 else ()


def which_report(views: Sequence[ReportView]) -> Refusal:
    """Return the refusal that asks which of several reports is meant."""
    titles = "; ".join(view.report.title for view in views[:3])
    return Refusal(
        reason=(
            f"Er is meer dan één rapport waarover dit kan gaan: {titles}.",
            f"More than one report may be meant: {titles}.",
        )
    )
