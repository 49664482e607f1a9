"""A report laid out for answering: every section, budget line and sentence with its words."""

from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import groupby
from operator import or_

from answer.bag import EMPTY, Bag
from answer.expense_sign import expenses_below_zero
from answer.points_back import points_back
from answer.report_words import ReportWords
from answer.vocabulary import Vocabulary
from ingest.dates import DateMention
from ingest.quantities import Quantity
from ingest.report import Figure, Health, Report, Section, Sentence
from store.hit import Unit, UnitKind
from store.layout import Layout, group_words, label_words, lay_out


@dataclass(eq=False)  # not frozen: there are 3,000 in a question's reports, made twice as fast
class SentenceView:
    """A sentence: ``text`` with white space folded, ``bag`` its words, its numbers and its dates.

    The spans of ``quantities`` and ``dates`` count in ``text``. All but ``text`` is worked out when
    it is first looked at. "Ze signaleert ..." is said of what the sentence before names:
    ``pointed``.
    """

    report: Report
    sentence: Sentence
    text: str
    words: ReportWords

    @cached_property
    def bag(self) -> Bag:
        """Return the words of the sentence itself."""
        return self.words.sentence(self.sentence.index)

    @cached_property
    def near(self) -> Bag:
        """Return the words around it: its row's label, titles, and the sentences beside it."""
        return self.words.near(self.sentence)

    @property
    def above(self) -> Bag:
        """Return the words that it stands under: the titles, and the label of its row."""
        return self.words.above(self.sentence)

    @property
    def label(self) -> Bag:
        """Return the words of the label of the row that it explains."""
        return self.words.label(self.sentence)

    @property
    def chapter(self) -> Bag:
        """Return the words of the numbered titles that it stands under."""
        return self.words.chapter(self.sentence)

    @property
    def pointed(self) -> Bag:
        """Return the words of the sentence before, where this one begins by pointing back to it."""
        return self.words.sentence(self.sentence.index - 1) if self._points_back else EMPTY

    @property
    def before(self) -> str:
        """Return that sentence's text, or ""."""
        return self.words.layout.said[self.sentence.index - 1] if self._points_back else ""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers in the sentence, in order."""
        return self.words.layout.quantities.get(self.sentence.index, ())

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Return the dates in the sentence, in order."""
        return self.words.layout.dates.get(self.sentence.index, ())

    @property
    def of_days(self) -> tuple[str, ...]:
        """Return the days on which its report is dated, ISO."""
        return self.words.layout.days

    @cached_property
    def _points_back(self) -> bool:
        return points_back(self.text) and self.words.beside(self.sentence.index - 1, self.sentence)


@dataclass(frozen=True, eq=False)
class LineView:
    """One row of a table with all its figures."""

    report: Report
    figures: tuple[Figure, ...]
    words: ReportWords
    turned: bool = False  # its table prints expenses below zero

    @property
    def first(self) -> Figure:
        """Return the leftmost figure of the row."""
        return self.figures[0]

    @property
    def label(self) -> str:
        """Return the row's own label."""
        return self.first.label

    @cached_property
    def name(self) -> Bag:
        """Return the words of the label, also written as one; those of a description left out."""
        return self.words.name(label_words(_told_apart(self.label)[0]))

    @cached_property
    def path(self) -> Bag:
        """Return the words of the titles and groups that the row stands under."""
        return self.words.path(self.first.section) | self.words.name(
            group_words(self.first.row_path)
        )

    @cached_property
    def columns(self) -> Bag:
        """Return the words of the heads that its figures stand under."""
        heads = dict.fromkeys(head for figure in self.figures for head in figure.column_path)
        return self.words.name(" ".join(heads)) if heads else EMPTY

    @cached_property
    def lead(self) -> Bag:
        """Return what the line is for: what its label describes, and its first sentence."""
        return self._described | (self._explained[0] if self._explained else EMPTY)

    @cached_property
    def body(self) -> Bag:
        """Return the words of the explanation."""
        return reduce(or_, self._explained, self._described)

    @cached_property
    def _described(self) -> Bag:
        description = _told_apart(self.label)[1]
        return self.words.name(label_words(description)) if description else EMPTY

    @cached_property
    def _explained(self) -> tuple[Bag, ...]:
        here = self.first.index
        return tuple(self.words.told(s.index) for s in self.report.sentences if s.figure == here)


# "ABCD-aanpak: een methodiek om te komen tot ..." is named by what stands before the colon; a short
# label ("Kosten: wegen") is a name as a whole.
_LONGEST_NAME = 8  # words


def _told_apart(label: str) -> tuple[str, str]:
    """Return a label's name and what it says of that, "" where the whole label is the name.

    >>> _told_apart("Aanpak: een manier om te komen tot een hele sterke buurt samen")
    ('Aanpak', 'een manier om te komen tot een hele sterke buurt samen')
    >>> _told_apart("Kosten: wegen")
    ('Kosten: wegen', '')
    """
    name, colon, rest = label.partition(": ")
    return (name, rest) if colon and len(rest.split()) > _LONGEST_NAME else (label, "")


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
