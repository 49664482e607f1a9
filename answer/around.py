"""The paragraph around what is spoken of: "en de hele paragraaf?"."""

from answer.amounts import whole_of
from answer.inquiry import Inquiry
from answer.subjects import subject_of
from answer.targets import Target
from answer.totals import Whole
from answer.view import LineView, SectionView


def sections_around(inquiry: Inquiry) -> tuple[Whole, ...]:
    """Return the numbered sections around the lines that are meant, each once, as wholes.

    A section that is meant itself is its own whole. () where nothing is meant, or where it stands
    under no numbered section.
    """
    found: list[SectionView] = []
    for target in subject_of(inquiry):
        section = section_around(target, inquiry)
        if section is not None and not any(section is other for other in found):
            found.append(section)
    return tuple(whole_of((section,), inquiry) for section in found)


def section_around(target: Target, inquiry: Inquiry) -> SectionView | None:
    """Return the numbered section that a line stands under, a section itself; None without one."""
    if not isinstance(target, LineView):
        return target
    numbered = target.report.numbered_section(target.first.section)
    view = next(view for view in inquiry.views if view.report is target.report)
    return view.sections[numbered.index] if numbered else None
