"""The wholes that a question about money may mean: paragraphs by number, or a report."""

import re
from collections.abc import Sequence
from itertools import groupby

from answer.amounts import whole_of
from answer.cells import LOOKS_BACK, Cell, cells_of, narrow
from answer.groups import groups_of
from answer.inquiry import Inquiry
from answer.link import MET
from answer.measures import wanted_in
from answer.targets import things
from answer.totals import Whole
from answer.view import ReportView, SectionView
from answer.words import Role, Word
from ingest.span import Span
from store.terms import stem, words

# What English calls the kinds of report.
_ENGLISH = {
    "look-back": "terugblik",
    "lookback": "terugblik",
    "review": "terugblik",
    "budget": "begroting",
    "accounts": "jaarrekening",
    "register": "register",
}


def ordinal_wholes(inquiry: Inquiry) -> tuple[Whole, ...] | None:
    """Return the groups and sections that are called "programma 3" as one whole per report.

    None where the question names nothing that way, () where no report has it.
    """
    named = _ORDINAL.search(inquiry.frame.question)
    if not named:
        return None
    kind = stem(named["kind"].lower().rstrip("'’s")) if named["kind"] else stem("hoofdstuk")
    numbers = set(re.findall(r"\d{1,2}", named["numbers"]))
    found = [
        (view.report.id, target)
        for view in inquiry.views
        for target in (*view.sections, *groups_of(view))
        if _is_ordinal(target, kind, numbers)
    ]
    return tuple(
        whole_of(tuple(target for _, target in group), inquiry)
        for _, group in groupby(found, key=lambda pair: pair[0])
    )


_ORDINAL = re.compile(
    r"\b(?:(?P<kind>programma(?:['’]?s)?|themas?|thema['’]s|hoofdstuk(?:ken)?|pijlers?)\s+|hfd?st?\.?\s*|"
    r"h(?=\d))"
    r"(?P<numbers>\d{1,2}(?:(?:,\s*|\s+en\s+)\d{1,2})*)\b(?!\.\d)",
    re.IGNORECASE,
)


def _is_ordinal(target: SectionView, kind: str, numbers: set[str]) -> bool:
    said = words(target.section.title)[:2]
    by_title = len(said) == 2 and stem(said[0]) == kind and said[1] in numbers
    chapter = kind == stem("hoofdstuk") and target.section.number in numbers
    return bool(target.lines) and (by_title or chapter)


def numbered_wholes(inquiry: Inquiry) -> tuple[Whole, ...]:
    """Return the paragraphs whose numbers the question names, as one whole per report.

    Where the question also names them in words, the paragraphs that bear those words are kept.
    """
    sections = tuple(
        section
        for view in inquiry.views
        for number in inquiry.frame.sections
        for section in view.sections
        if section.section.number == number and section.lines
    )
    said = things(inquiry.asked)
    titled = tuple(s for s in sections if said and any(s.name.meets(w) >= MET for w in said))
    return tuple(
        whole_of(tuple(group), inquiry)
        for _, group in groupby(titled or sections, key=lambda section: section.report.id)
    )


def whole_reports(inquiry: Inquiry) -> tuple[Whole, ...]:
    """Return the reports with budget lines that the question speaks of as a whole."""
    return tuple(whole_of_report(view) for view in report_views(inquiry, things(inquiry.asked)))


def report_views(inquiry: Inquiry, asked: Sequence[Word]) -> tuple[ReportView, ...]:
    """Return the reports with fitting figures whose title, kind or name meets all of ``asked``.

    Those that the question names best and that have its measure are kept; all of them are meant.
    """
    fitting = tuple(
        view
        for view in inquiry.views
        if all(view.title.meets(word) >= MET or word.stem in _called(view) for word in asked)
        and _amounts(view, inquiry)
    )
    ranks = [(_named(view, inquiry), _has_measure(view, inquiry)) for view in fitting]
    return tuple(v for v, rank in zip(fitting, ranks, strict=True) if rank == max(ranks))


def _amounts(view: ReportView, inquiry: Inquiry) -> tuple[Cell, ...]:
    euros = [cell for cell in cells_of(view.lines) if cell.figure.unit == "euro"]
    return narrow(euros, inquiry.frame)


def _named(view: ReportView, inquiry: Inquiry) -> int:
    """Return how many words of the question stand in the report's title, kind or file name."""
    return sum(stem(form) in _called(view) for form in _said(inquiry))


def _has_measure(view: ReportView, inquiry: Inquiry) -> bool:
    """Tell that the report has the asked measure, rather than amounts without one."""
    wanted = wanted_in(inquiry.frame.words)
    kinds, sides = wanted.kinds or wanted.loose_kinds, wanted.sides
    # What a report that looks back names without a heading was spent.
    bare = "realisatie" if view.report.kind in LOOKS_BACK else None
    return any(
        (not kinds or (cell.kind or bare) in kinds) and (not sides or cell.side in sides)
        for cell in _amounts(view, inquiry)
    )


def _called(view: ReportView) -> frozenset[str]:
    report = view.report
    name = f"{report.title} {report.kind or ''} {report.id.replace('-', ' ')}"
    return frozenset(map(stem, words(name)))


def _said(inquiry: Inquiry) -> tuple[str, ...]:
    """Return the words that may name a kind of report, English ones in Dutch."""
    asked = [
        w for w in inquiry.frame.words if w.role not in (Role.GRAMMAR, Role.NUMBER, Role.MONEY)
    ]
    question = inquiry.frame.question.lower()
    return (
        *dict.fromkeys(word.text for word in asked),
        *(dutch for english, dutch in _ENGLISH.items() if english in question),
    )


def whole_of_report(view: ReportView) -> Whole:
    """Return all lines of a report as one whole."""
    return Whole(view.report.title, view.lines, ((view.report, Span(0, len(view.report.text))),))
