"""The largest, smallest and top of lines, themes or years."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.alternatives import among_alternatives
from answer.amounts import title_of, whole_of
from answer.answer import Kind, Operation
from answer.cells import cells_of, narrow
from answer.comparable_rows import comparable_rows, unread_under
from answer.draft import Draft, DraftPart, Refusal, Result
from answer.inquiry import Inquiry
from answer.operation_cues import RISING
from answer.parts import cell_part
from answer.places import asked_place, ranked_behind
from answer.ranked_within import ranked_within, which_report
from answer.subjects import subject_of, two_subjects
from answer.targets import Target, things
from answer.themes import THEMES, own_sections, themes_ranked
from answer.totals import Whole
from answer.values import values_of
from answer.view import LineView, ReportView, SectionView
from answer.wholes import report_views
from answer.words import Word
from ingest.span import Span

_OVERRUN = frozenset("overschrijding overschrijdingen overspending overschreden".split())
_YEARS = re.compile(
    r"\b(welke?|which|what) (jaar|year)\b|\b(jaar|year) (met|with|waarin)\b", re.IGNORECASE
)
_DEFAULT_TOP = 3
# "Welke post daarvan": the rows of what went before, of one theme or of two.
_LINES_OF_THAT = re.compile(
    r"\b(?:\w*post(?:en)?|regels?|onderdeel|onderdelen|items?|lines?)\b.{0,20}"
    r"\b(?:daarvan|hiervan|ervan|of (?:that|those|these|them|it))\b|"
    r"\b(?:daarvan|hiervan|ervan)\b.{0,30}\b(?:\w*post|regel|onderdeel)\b",
    re.IGNORECASE,
)


def rank(inquiry: Inquiry) -> Result:
    """Return the largest, smallest or top lines, themes or years of what the question names.

    One thing is no ranking: where nothing stands beside it the question is refused.
    """
    found = _ranking(inquiry)
    if isinstance(found, Draft) and len(found.parts) == 1:
        places = found.parts[0].evidence[:3]
        return Refusal(closest=places, reason=_NOTHING_BESIDE)
    return found


_NOTHING_BESIDE = (
    "Er is hier maar één bedrag, dus er valt niets te vergelijken.",
    "There is one amount here only, so there is nothing to compare.",
)


def _ranking(inquiry: Inquiry) -> Result:
    if _YEARS.search(inquiry.frame.question):
        return _rank_years(inquiry)
    within = ranked_within(inquiry)
    if within is not None:
        return _rank_what(within, inquiry)
    gone = ranked_behind(inquiry)
    if gone:
        return _rank_without(gone, inquiry)
    of_one = among_alternatives(inquiry)
    if of_one is not None:
        return (
            of_one if isinstance(of_one, Refusal) else _ranked(_by_theme(of_one, inquiry), inquiry)
        )
    asked = tuple(w for w in things(inquiry.asked) if w.text not in THEMES)
    pair = two_subjects(inquiry) if asked and inquiry.frame.operation is not Operation.TOP else ()
    if pair and not _LINES_OF_THAT.search(inquiry.frame.question):
        return _ranked(values_of(pair, inquiry), inquiry)
    found = _rank_subject(inquiry, asked)
    both = pair and isinstance(found, Refusal)
    return _rank_rows(whole_of(pair, inquiry), inquiry) if both else found


def _rank_what(within: Whole | tuple[SectionView, ...] | Refusal, inquiry: Inquiry) -> Result:
    if isinstance(within, Refusal):
        return within
    if isinstance(within, Whole):
        return _rank_rows(within, inquiry)
    return _ranked(values_of(within, inquiry), inquiry)


def _rank_subject(inquiry: Inquiry, asked: tuple[Word, ...]) -> Result:
    """Rank inside what is named, else over the report of that name; one row is no ranking."""
    targets = subject_of(inquiry) if asked or _points_back(inquiry) else ()
    inside = _inside(targets, inquiry) if targets else None
    if inside is not None and not (isinstance(inside, Draft) and len(inside.parts) == 1):
        return inside
    views = tuple(v for v in report_views(inquiry, asked) if _has_all(v, inquiry.frame.sections))
    if not views or (len(views) > 1 and asked):
        return Refusal(missing=tuple(word.asked for word in asked) or (inquiry.frame.question,))
    results = [_rank_report(view, inquiry) for view in views]
    found = [result for result in results if isinstance(result, Draft)]
    return found[0] if len(found) == 1 else results[0] if len(results) == 1 else which_report(views)


def _has_all(view: ReportView, numbers: Sequence[str]) -> bool:
    return {section.section.number for section in view.sections if section.lines} >= {*numbers}


def _rank_without(gone: Target, inquiry: Inquiry) -> Result:
    """Rank what stands beside ``gone``: other themes, or the other rows of its theme."""
    view = next(view for view in inquiry.views if view.report is gone.report)
    if isinstance(gone, SectionView):
        beside = [s for s in own_sections(view) if s.section.index != gone.section.index]
        found = _ranked(values_of(beside, inquiry), inquiry)
    else:
        around = view.report.numbered_section(gone.first.section)
        rows = view.sections[around.index].lines if around else view.lines
        left = tuple(row for row in rows if row is not gone)
        found = _rank_rows(Whole(view.report.title, left, ()), inquiry)
    note = f"“{title_of(gone)}” is niet meegeteld."
    return replace(found, notes=(*found.notes, note)) if isinstance(found, Draft) else found


def _points_back(inquiry: Inquiry) -> bool:
    return bool(inquiry.frame.context) and not inquiry.frame.whole


def _rank_years(inquiry: Inquiry) -> Result:
    """Return the year in which the one thing that is named was largest or smallest."""
    lines = [line for line in subject_of(inquiry) if isinstance(line, LineView)]
    cells = narrow(cells_of(lines), inquiry.frame, every_year=True)
    years = [cell.year for cell in cells]
    if len(cells) < 2 or len(set(years)) != len(years):
        return Refusal(missing=tuple(word.asked for word in inquiry.asked))
    return _ranked(
        tuple(replace(cell_part(c), label=str(c.year or c.period)) for c in cells), inquiry
    )


def _inside(targets: Sequence[Target], inquiry: Inquiry) -> Result:
    whole = whole_of(targets, inquiry)
    return _rank_rows(whole, inquiry)


def _rank_report(view: ReportView, inquiry: Inquiry) -> Result:
    """Rank over a report: its themes where the question says so, its lines otherwise."""
    whole = Whole(view.report.title, view.lines, ((view.report, Span(0, len(view.report.text))),))
    unread = unread_under(whole)
    if unread:
        return unread
    themes = themes_ranked(view, inquiry)
    return _ranked(values_of(themes, inquiry), inquiry) if themes else _rank_rows(whole, inquiry)


def _rank_rows(whole: Whole, inquiry: Inquiry) -> Result:
    """Rank the rows of a whole, all by the same year and measure."""
    rows = comparable_rows(whole, inquiry)
    return rows if isinstance(rows, Refusal) else _ranked(rows, inquiry)


def _by_theme(rows: Sequence[LineView], inquiry: Inquiry) -> tuple[DraftPart, ...]:
    """Return the values of rows of one name, each called by the theme that it stands under."""
    parts = []
    for row, part in zip(rows, values_of(rows, inquiry), strict=True):
        theme = row.report.numbered_section(row.first.section)
        named = f"{part.label}, {theme.title}" if theme else part.label
        parts.append(replace(part, label=named))
    return tuple(parts)


def _ranked(parts: Sequence[DraftPart], inquiry: Inquiry) -> Result:
    if not parts or len({part.unit for part in parts}) > 1:
        return Refusal(missing=(inquiry.frame.question,))
    operation = inquiry.frame.operation or Operation.MAX
    down = operation is not Operation.MIN and not RISING.search(inquiry.frame.question)
    if _OVERRUN & {word.text for word in inquiry.frame.words} and min(p.value for p in parts) < 0:
        # An overrun is printed as a negative difference, and said without its sign.
        parts = [replace(part, value=-part.value) for part in parts]
    ordered = tuple(sorted(parts, key=lambda part: -part.value if down else part.value))
    place = asked_place(inquiry.frame.question)
    if place > len(ordered):
        return Refusal(missing=(inquiry.frame.question,))
    ordered = ordered[place - 1 :]
    top = ordered[: inquiry.frame.top or _DEFAULT_TOP]
    winners = top if operation is Operation.TOP else ordered[:1]
    return Draft(
        kind=Kind.COMPARISON,
        subject=", ".join(part.label for part in winners),
        value=ordered[0].value,
        unit=ordered[0].unit,
        operation=operation,
        parts=top if operation is Operation.TOP else ordered,
        items=tuple(part.label for part in winners),
        evidence=winners[0].evidence[:1],
        place=place,
        confidence=0.9,
    )
