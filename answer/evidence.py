"""Evidence: a place in a report that carries (part of) an answer, and its citation."""

from dataclasses import dataclass

from answer.answer import Citation
from ingest.report import Figure, Report
from ingest.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of a report's stored text."""

    report: Report
    span: Span

    def __hash__(self) -> int:
        """Hash by the report's id: hashing a whole report took 8 ms an answer."""
        return hash((self.report.id, self.span))


def page_parts(evidence: Evidence) -> tuple[Evidence, ...]:
    """Return a place as one place for each page where a header or footer stands in between."""
    return tuple(Evidence(evidence.report, span) for span in evidence.report.parts(evidence.span))


def cite(evidence: Evidence) -> Citation:
    """Return the citation of a place: the quote is cut from the stored text, never typed.

    The section is that of the first character; its number that of the innermost numbered heading.
    """
    report, span = evidence.report, evidence.span
    section = report.section_at(span.start)
    numbered = report.numbered_section(section.index) if section else None
    named = numbered or section
    return Citation(
        document=report.id,
        title=report.title,
        section_number=numbered.number if numbered else None,
        section_title=named.title if named else None,
        page=report.page_at(span.start),
        page_end=report.page_at(max(span.start, span.end - 1)),
        quote=report.quote(span),
        start=span.start,
        end=span.end,
    )


def section_number(report: Report, figure: Figure) -> str | None:
    """Return the number of the innermost numbered section that a figure stands in, or None."""
    numbered = report.numbered_section(figure.section)
    return numbered.number if numbered else None
