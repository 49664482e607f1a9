"""The themes of a report that a question ranks: by name, by number, or all of them."""

from collections.abc import Sequence

from answer.inquiry import Inquiry
from answer.link import MET
from answer.view import ReportView, SectionView
from answer.words import Role, Word
from ingest.number_words import number_word

THEMES = frozenset(
    "thema thema's themas paragraaf paragrafen hoofdstuk theme themes programma programma's "
    "programmas programme programmes program programs chapter section onderwerp onderwerpen topic "
    "topics".split()
)
"""Words for a theme of a report, which name none of them."""
_PARTS = frozenset("onderdeel onderdelen stuk stukken part parts".split())


def themes_ranked(view: ReportView, inquiry: Inquiry) -> tuple[SectionView, ...]:
    """Return the themes that the question ranks, () where it ranks the lines of the report."""
    said = [word for word in inquiry.frame.words if word.text in THEMES]
    return _numbered_themes(view, inquiry) or (_themes(view, said) if said else ())


def _numbered_themes(view: ReportView, inquiry: Inquiry) -> tuple[SectionView, ...]:
    """Return the themes "2.1 tot en met 2.12", or "de twaalf onderdelen" of a report with twelve.

    A part of which the total is asked ("de hoogste totale inzet") is a theme and no line.
    """
    frame, own = inquiry.frame, own_sections(view)
    numbered = tuple(section for section in own if section.section.number in frame.sections)
    if numbered:
        return numbered if len(numbered) == len(frame.sections) else ()
    counted = {str(number_word(w.text) or w.text) for w in frame.words if w.role is Role.NUMBER}
    parts = any(word.text in _PARTS for word in frame.words)
    return own if parts and (str(len(own)) in counted or frame.whole) else ()


def _themes(view: ReportView, said: Sequence[Word]) -> tuple[SectionView, ...]:
    """Return the sections under the title that is named, else all with lines of their own."""
    named = [
        section.section.index
        for section in view.sections
        if any(section.name.meets(word) >= MET for word in said)
    ]
    under = tuple(s for s in view.sections if s.lines and s.section.parent in named)
    within = {s.section.index for s in under}
    outer = tuple(s for s in under if not within & _around(s, view))
    return outer if len(outer) > 1 else own_sections(view)


def _around(section: SectionView, view: ReportView) -> set[int]:
    """Return the indices of the sections that a section stands in, itself left out."""
    path = view.report.section_path(section.section.index)
    return {s.index for s in path} - {section.section.index}


def own_sections(view: ReportView) -> tuple[SectionView, ...]:
    """Return the innermost numbered sections with lines of their own."""
    own = {
        numbered.index
        for line in view.lines
        if (numbered := view.report.numbered_section(line.first.section)) is not None
    }
    inner = (s for s in view.sections if s.lines and s.section.index in own)
    return tuple(s for s in inner if not _holds_other(s, own, view))


def _holds_other(section: SectionView, own: set[int], view: ReportView) -> bool:
    return any(
        section.section.index in {s.index for s in view.report.section_path(i)[:-1]} for i in own
    )
