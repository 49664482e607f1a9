"""The place that a question points at, where it could not be read: the reason is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from answer.bag import Bag
from answer.draft import Draft, Refusal, Result
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.lexicon import GRAMMAR
from answer.link import MET
from answer.targets import things
from answer.unread import why_unread
from answer.view import ReportView
from ingest.contents_entries import ContentsEntry, contents_entries
from ingest.report import Health, Page, Report
from ingest.span import Span
from store.terms import stem, words

_UNREAD = frozenset((Health.NO_TEXT, Health.GARBLED, Health.OVER_LIMITS))
# Of the weight of what was asked: a title that holds less of it is not what the question names.
_NAMED = 0.5
# Words that number a title and say nothing of what is under it.
_NUMBERING = frozenset("bijlage hoofdstuk paragraaf programma deel appendix".split())


@dataclass(frozen=True, slots=True)
class _Lost:
    """A report with unread pages: ``pages``, and what its table of contents says.

    ``headless`` has the pages of entries whose own heading was not read, with where those begin:
    they stand in the text under the heading before it, and do not belong to that.
    """

    view: ReportView
    pages: tuple[Page, ...]
    entries: tuple[ContentsEntry, ...]
    headless: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of a report with the pages of it that could not be read; ``whole`` if none could."""

    title: str
    pages: tuple[Page, ...]
    whole: bool = False


def told_unread(found: Result, inquiry: Inquiry) -> Result:
    """Return what was found, with the pages that the answer may stand on and that were not read.

    A refusal without a reason gets them as its reason: those of the section or the entry of the
    table of contents that the question names, else those of the section that comes nearest. An
    answer gets a note where the table of contents sends the question to unread pages only.
    """
    if isinstance(found, Refusal) and found.reason is not None:
        return found
    lost = tuple(_lost(view, inquiry) for view in inquiry.views)
    lost = tuple(one for one in lost if one.pages)
    if isinstance(found, Draft):
        named = next((place for one in lost for place in _in_contents(one, inquiry)), None)
        if named is None or not named.whole:
            return found
        note = f"{_said(named, 0)} Dit antwoord komt van een andere bladzijde."
        return replace(found, notes=(*found.notes, note))
    ways = (_in_contents, _in_sections, partial(_nearest, found))
    place = next((place for way in ways for one in lost for place in way(one, inquiry)), None)
    if place is None:
        return found
    reason = (
        f"{_said(place, 0)} Het antwoord kan daar staan.",
        f"{_said(place, 1)} The answer may be there.",
    )
    return replace(found, reason=reason)


def _lost(view: ReportView, inquiry: Inquiry) -> _Lost:
    """Return the unread pages of a report; for a question about money unsure tables as well."""
    money = inquiry.frame.ask is Ask.AMOUNT
    healths = _UNREAD | {Health.TABLE_UNSURE, Health.TABLE_LOST} if money else _UNREAD
    report = view.report
    pages = tuple(page for page in report.pages if page.health in healths)
    if not pages:
        return _Lost(view, (), (), {})
    entries = _entries(_Known(report))
    headed = {" ".join(words(section.title)) for section in report.sections}
    headless = {
        page: entry.page
        for entry in entries
        for page in range(entry.page, entry.page_end + 1)
        if " ".join(words(entry.title)) not in headed
    }
    return _Lost(view, pages, entries, headless)


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """A report told from others by its file: comparing whole reports takes milliseconds."""

    report: Report

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, str, int]:
        return (self.report.id, self.report.sha256, len(self.report.text))


@lru_cache(maxsize=64)
def _entries(known: _Known) -> tuple[ContentsEntry, ...]:
    return contents_entries(known.report)


def _said(place: _Place, language: int) -> str:
    """Return which pages of what were not read and why, 0 in Dutch and 1 in English."""
    named = f" (“{place.title}”)" if place.title else ""
    rest = (" en niet gelezen.", " and not read.")
    return f"{why_unread(place.pages)[language]}{named}{rest[language]}"


def _in_contents(lost: _Lost, inquiry: Inquiry) -> Iterator[_Place]:
    """Yield the entries that the question names and that lead to pages that were not read."""
    for entry in lost.entries:
        pages = tuple(
            page
            for page in lost.pages
            if entry.page <= page.number <= entry.page_end and page.health in _UNREAD
        )
        if pages and _is_named(entry.title, inquiry):
            yield _Place(entry.title, pages, len(pages) == entry.page_end - entry.page + 1)


def _in_sections(lost: _Lost, inquiry: Inquiry) -> Iterator[_Place]:
    """Yield the sections that the question names and that hold unread pages, innermost first."""
    named = [s.section for s in lost.view.sections if _is_named(s.section.title, inquiry)]
    for section in sorted(named, key=lambda s: (-s.level, s.index)):
        if unread := _unread(lost, section.span):
            yield _Place(section.title, unread)


def _nearest(refusal: Refusal, lost: _Lost, inquiry: Inquiry) -> Iterator[_Place]:
    """Yield the section of the nearest passage where it has unread pages and the question's words.

    A report without sections is one.
    """
    report = lost.view.report
    for place in refusal.closest[:1]:
        if place.report is not report or not _speaks_of(lost.view, place.span, inquiry):
            continue
        section = report.section_at(place.span.start)
        span = section.span if section else Span(0, len(report.text))
        unread = _unread(lost, span) if section or not report.sections else ()
        if unread:
            yield _Place(section.title if section else "", unread)


def _speaks_of(view: ReportView, span: Span, inquiry: Inquiry) -> bool:
    """Tell whether a thing that was asked for is named in a sentence there or its titles."""
    asked = [word for word in things(inquiry.asked) if not word.is_verb]
    near = [s for s in view.sentences if s.sentence.span in span or span in s.sentence.span]
    section = view.report.section_at(span.start)
    bags = [*(s.bag | s.near for s in near), *([_bag(section.title)] if section else [])]
    return any(bag.meets(word) >= MET for bag in bags for word in asked)


def _unread(lost: _Lost, span: Span) -> tuple[Page, ...]:
    """Return the unread pages in a section."""
    start = lost.view.report.page_at(span.start) or 0
    elsewhere = {number for number, page in lost.headless.items() if page > start}
    return tuple(p for p in lost.pages if _under(p.span, span) and p.number not in elsewhere)


def _under(page: Span, span: Span) -> bool:
    """Tell that a page lies in a section; one without text counts by its place."""
    if len(page) <= 1:
        return span.start <= page.start <= span.end
    return page.start < span.end and page.end > span.start


def _is_named(title: str, inquiry: Inquiry) -> bool:
    """Tell whether the question names a title: all of it, or most of what is asked is in it."""
    asked = [word for word in things(inquiry.asked) if not word.is_verb]
    bag = _bag(title)
    met = sum(word.weight for word in asked if bag.meets(word) >= MET)
    said = frozenset(form for word in asked for form in (word.stem, *word.parts))
    return bool(bag.stems) and (
        bag.stems <= said or (met > 0 and met >= _NAMED * sum(word.weight for word in asked))
    )


def _bag(title: str) -> Bag:
    forms = frozenset(w for w in words(title) if w not in GRAMMAR | _NUMBERING and w.isalpha())
    return Bag(frozenset(map(stem, forms)), frozenset(), forms)
