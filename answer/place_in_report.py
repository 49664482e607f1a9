"""Where something stands: in which paragraph, under which theme, in which row, on which page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import Kind
from answer.around import section_around
from answer.draft import Draft, Refusal
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.link import MET
from answer.sentences import rank_sentences
from answer.targets import Target, choose, evidence_of
from answer.view import LineView, SectionView, SentenceView
from answer.words import Word

_STANDS = (
    r"staat|staan|stond|hoort|horen|valt|vallen|viel|zit|zitten|vind|vinden|gevonden|terugvinden|"
    r"genoemd|lees|gaat|mentioned|belongs?|found|find|stand|stands"
)
_LINE = r"(?:budget|kosten|begrotings)?(?:post|regel)|onderdeel|budget line|line|item"
_SECTION = r"paragraaf|hoofdstuk|thema|sectie|section|theme|chapter"
_PAGE = r"bladzijde|blz|pagina|pag|page"
_ASKED = re.compile(
    rf"\b(?:in|onder|bij|op|binnen|tot|on|under|to)\s+(?:welke?|which|what)\s+"
    rf"(?:(?P<line>{_LINE})|(?P<section>{_SECTION})|(?P<page>{_PAGE}))\b.{{0,80}}?\b(?:{_STANDS})\b",
    re.IGNORECASE,
)
_WHERE_ABOUT = re.compile(
    r"\b(?:waar|where)\b.{0,30}\b(?:vind|vinden|lees|lezen|staat|find|read)\b.{0,12}"
    r"\b(?:iets|meer|wat|informatie|something|more)\s+(?:over|about)\b",
    re.IGNORECASE,
)
_ABOUT_PLACES = re.compile(rf"{_LINE}|{_SECTION}|{_PAGE}|{_STANDS}|rapport|report|ook|alweer", re.I)
# A sentence that holds the thing must have most of its words in it.
_OWN = 0.6


def answer_place_in_report(inquiry: Inquiry) -> Draft | None:
    """Return the row, the heading or the page where the thing that is named stands, or None.

    None too where the question does not ask for that, and where no row, section or sentence bears
    the words. A page counts from 1 in the file.
    """
    asked = _ASKED.search(inquiry.frame.question)
    said = tuple(w for w in inquiry.asked if not _ABOUT_PLACES.fullmatch(w.text))
    about = _WHERE_ABOUT.search(inquiry.frame.question)
    if not (asked or about) or not said or inquiry.frame.operation or inquiry.frame.quantities:
        return None
    found = _where(inquiry, said)
    kind = "section" if asked is None else asked.lastgroup
    if isinstance(found, tuple):
        return _headings(found, inquiry) if kind == "section" else None
    if found is None:
        return None
    if kind == "line":
        return _row(found)
    return _page(found) if kind == "page" else _heading(found, inquiry)


def _where(
    inquiry: Inquiry, said: tuple[Word, ...]
) -> Target | SentenceView | tuple[Target, ...] | None:
    """Return the row or section that is named so, or all of them, else the sentence that fits."""
    targets = choose(inquiry, said)
    if not isinstance(targets, Refusal):
        named = all(targets[0].name.meets(word) >= MET for word in said)
        if named:
            return targets[0] if len(targets) == 1 else targets
    ranked = rank_sentences(inquiry, said, lambda _: 0.0)
    return ranked[0].view if ranked and ranked[0].own >= _OWN else None


def _row(found: Target | SentenceView) -> Draft | None:
    """Return the row that is meant, or that a sentence explains."""
    if isinstance(found, LineView):
        return _told(found.label, (evidence_of(found),))
    if isinstance(found, SectionView) or found.sentence.figure is None:
        return None
    figure = found.report.figures[found.sentence.figure]
    return _told(
        figure.row_path[-1],
        (Evidence(found.report, figure.span), Evidence(found.report, found.sentence.span)),
    )


def _heading(found: Target | SentenceView, inquiry: Inquiry) -> Draft | None:
    """Return the numbered heading that the thing stands under."""
    if isinstance(found, SentenceView):
        numbered = found.report.numbered_section(found.sentence.section)
        if numbered is None:
            return None
        here = Evidence(found.report, found.sentence.span)
        return _told(numbered.title, (Evidence(found.report, numbered.heading), here))
    around = section_around(found, inquiry)
    if around is None:
        return None
    places = (evidence_of(around), evidence_of(found))
    return _told(around.section.title, tuple(dict.fromkeys(places)))


def _headings(found: Sequence[Target], inquiry: Inquiry) -> Draft | None:
    """Return the headings under which a thing of one name stands in several places."""
    told = [draft for target in found if (draft := _heading(target, inquiry)) is not None]
    titles = dict.fromkeys(draft.subject for draft in told)
    places = tuple(dict.fromkeys(place for draft in told for place in draft.evidence))
    if len(titles) < 2:
        return told[0] if told else None
    return Draft(Kind.LIST, told[0].subject, places, items=tuple(titles), confidence=0.8)


def _page(found: Target | SentenceView) -> Draft:
    """Return the place itself with its page, counted from 1 in the file."""
    if isinstance(found, SentenceView):
        place = Evidence(found.report, found.sentence.span)
    else:
        place = evidence_of(found)
    told = _told(found.report.quote(place.span), (place,))
    return replace(told, page=found.report.page_at(place.span.start))


def _told(subject: str, places: tuple[Evidence, ...]) -> Draft:
    return Draft(Kind.TEXT, subject, places, confidence=0.85)
