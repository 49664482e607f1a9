"""A section laid out for answering: its title, and the budget lines in it."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from answer.bag import EMPTY, Bag
from answer.view.line import LineView
from answer.view.report_words import ReportWords
from ingest.report import Report, Section


@dataclass(frozen=True, eq=False)
class SectionView:
    """One section with the budget lines in it, sub-sections included; totals are left out.

    ``name`` holds the words of its title, ``path`` those of the titles above it. Without ``words``
    it is a group of rows and has no text of its own.
    """

    report: Report
    section: Section
    name: Bag
    path: Bag
    lines: tuple[LineView, ...]
    words: ReportWords | None = None

    @cached_property
    def body(self) -> Bag:
        """Return the words of its sentences outside of rows."""
        if self.words is None:
            return EMPTY
        inside = (s for s in self.report.sentences if s.figure is None)
        bags = [self.words.sentence(s.index) for s in inside if s.span in self.section.span]
        return reduce(or_, bags, EMPTY)
