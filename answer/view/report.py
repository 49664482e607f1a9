"""A report laid out for answering: every section, budget line and sentence with its words."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from answer.bag import Bag
from answer.view.expense_sign import expenses_below_zero
from answer.view.line import LineView
from answer.view.report_words import ReportWords
from answer.view.section import SectionView
from answer.view.sentence import SentenceView
from answer.vocabulary import Vocabulary
from ingest.report import Health, Report
from store.hit import Unit, UnitKind
from store.layout import Layout, lay_out


@dataclass(frozen=True, eq=False)
class ReportView:
    """One report, ready to be matched with a question."""

    report: Report
    title: Bag
    sentences: tuple[SentenceView, ...]
    lines: tuple[LineView, ...]
    sections: tuple[SectionView, ...]
    short_forms: tuple[str, ...]  # folded abbreviations that the report explains
    words: ReportWords

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Return the units of the sentences that have a vector."""
        return tuple(
            Unit(self.report.id, UnitKind.SENTENCE, s.sentence.index)
            for s in self.sentences
            if len(s.text) > 1
        )

    @cached_property
    def captions(self) -> tuple[SentenceView, ...]:
        """Return the sentences that open as the name of a table does."""
        return tuple(s for s in self.sentences if s.text[:5].lower() in ("tabel", "table"))

    @cached_property
    def names(self) -> Bag:
        """Return the words of the names of all lines and sections together."""
        bags = [*(line.name for line in self.lines), *(s.name for s in self.sections)]
        return Bag(
            frozenset().union(*(bag.stems for bag in bags)),
            frozenset().union(*(bag.parts for bag in bags)),
            frozenset().union(*(bag.forms for bag in bags)),
        )


def view_of(report: Report, vocabulary: Vocabulary, layout: Layout | None = None) -> ReportView:
    """Return ``report`` laid out, by its stored ``layout`` where that is given.

    With it this takes milliseconds a report, without it milliseconds a page.
    """
    words = ReportWords(report, layout or lay_out(report), vocabulary)
    lines = _lines(report, words)
    words.label_rows([line.figures for line in lines])
    return ReportView(
        report=report,
        title=words.name(words.layout.identity),
        sentences=_sentences(report, words),
        short_forms=tuple(sorted(words.short)),
        lines=lines,
        sections=_sections(report, words, lines),
        words=words,
    )


def _sentences(report: Report, words: ReportWords) -> tuple[SentenceView, ...]:
    """Return the sentences but for headings, which name an answer and are none."""
    headings = {section.heading for section in report.sections}
    return tuple(
        SentenceView(report, sentence, words.layout.said[sentence.index], words)
        for sentence in report.sentences
        if sentence.span not in headings
    )


def _lines(report: Report, words: ReportWords) -> tuple[LineView, ...]:
    """Return the rows of all tables; figures on a page that was not read well are left out."""
    unsure = {page.number for page in report.pages if page.health is Health.TABLE_UNSURE}
    sure = (figure for figure in report.figures if figure.page not in unsure)
    rows = groupby(sure, key=lambda figure: (figure.table, figure.row))
    turned = expenses_below_zero(report)
    return tuple(
        LineView(report, tuple(figures), words, table in turned) for (table, _), figures in rows
    )


def _sections(
    report: Report, words: ReportWords, lines: tuple[LineView, ...]
) -> tuple[SectionView, ...]:
    amounts = [(line.first.amount, line) for line in lines if line.first.is_counted]
    return tuple(
        SectionView(
            report=report,
            section=section,
            name=words.name(section.title),
            path=words.path(section.parent),
            lines=tuple(line for amount, line in amounts if amount in section.span),
            words=words,
        )
        for section in report.sections
    )
