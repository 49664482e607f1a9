"""Lays a report out for answering: sections, budget lines and sentences with their words."""

from answer.view.line import LineView
from answer.view.report import ReportView, view_of
from answer.view.section import SectionView
from answer.view.sentence import SentenceView

__all__ = ["LineView", "ReportView", "SectionView", "SentenceView", "view_of"]
