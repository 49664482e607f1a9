"""What a theme is for, where the report has a heading for it ("Ambitie", "Doelen")."""

import re

from answer.answer import Kind
from answer.draft import Draft
from answer.evidence import Evidence
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.link import MET
from answer.view import ReportView, SectionView
from answer.words import Word
from ingest.report import Section, Sentence

HEADING = re.compile(
    r"\W*(?:(?:het|de|ons|onze|strategische|operationele|centrale|beoogde?)\s+)*"
    r"(?:doel(?:en|stelling(?:en)?)?|ambities?)\b",
    re.IGNORECASE,
)
"""Matches at the start of a text that says of itself that it is a goal."""
_ASKS = re.compile(
    r"\b(?:doel\w*|ambities?|bereiken|bedoeling|goals?|aims?|purpose|ambitions?|achieve)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:doelen|doelstellingen|ambities|goals|aims|ambitions)\b", re.IGNORECASE)
_FEW = 6  # sentences that are shown as the goals of a theme; more of them also say how
_LONGEST_HEADING = 4  # words: "Centrale ambitie en strategische doelen" is a sentence's beginning
_SHOWN = 2  # sentences; what follows says how


def answer_goal(inquiry: Inquiry) -> Draft | None:
    """Return what stands under the heading for goals of the theme that is named, else None.

    Its items where it is a list or "doelen" are asked for, else its first sentence and the next.
    """
    question = inquiry.frame.question
    if inquiry.frame.ask is not Ask.GOAL or not _ASKS.search(question):
        return None
    named = [w for w in inquiry.asked if not w.is_verb and not _ASKS.fullmatch(w.asked)]
    if not named:
        return None
    found = [
        (view, section)
        for view in inquiry.views
        for section in view.sections
        if _is_goal_of(section, named, view)
    ]
    several = bool(_SEVERAL.search(question))
    return _told(*found[0], several=several) if len(found) == 1 else None


def _is_goal_of(section: SectionView, named: list[Word], view: ReportView) -> bool:
    """Tell the heading for goals right under the theme that bears all words of the question."""
    here = section.section
    if not HEADING.match(here.title) or len(here.title.split()) > _LONGEST_HEADING:
        return False
    around: Section | None = view.report.sections[here.parent] if here.parent is not None else None
    if around is None or not _said(view, here):
        return False
    name = view.sections[around.index].name
    return all(max(name.meets(word), view.title.meets(word)) >= MET for word in named) and any(
        name.meets(word) >= MET for word in named
    )


def _said(view: ReportView, section: Section) -> list[Sentence]:
    return [
        s
        for s in view.report.sentences
        if s.section == section.index and s.span != section.heading and s.figure is None
    ]


def _told(view: ReportView, section: SectionView, *, several: bool) -> Draft:
    report = view.report
    said = _said(view, section.section)
    places = tuple(Evidence(report, s.span) for s in said)
    heading = Evidence(report, section.section.heading)
    listed = all(sentence.bullet is not None for sentence in said)
    if len(said) > 1 and (listed or (several and len(said) <= _FEW)):
        items = tuple(report.flowing(s.span).rstrip(";.") for s in said)
        return Draft(Kind.LIST, items[0], (*places, heading), items=items, confidence=0.85)
    return Draft(
        Kind.TEXT,
        report.flowing(said[0].span),
        (*places[:_SHOWN], heading),
        more=places[1] if len(places) > 1 else None,
        confidence=0.85,
    )
