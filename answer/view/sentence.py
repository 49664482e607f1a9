"""A sentence laid out for answering: its words, and those of what stands around it."""

from dataclasses import dataclass
from functools import cached_property

from answer.bag import EMPTY, Bag
from answer.points_back import points_back
from answer.view.report_words import ReportWords
from ingest.dates import DateMention
from ingest.quantities import Quantity
from ingest.report import Report, Sentence


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

    @cached_property
    def row(self) -> Bag:
        """Return the words of all that is told of the row that it explains."""
        return self.words.row(self.sentence)

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
