"""One question with all that its answer may be drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer.frame import Ask, Frame
from answer.view import ReportView, SentenceView
from answer.words import Role, Word
from ingest.dates import find_dates
from store.hit import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A frame, the reports in scope, and how near each of their units is to the question.

    ``cosines`` maps units to the exact cosine with the question; ``mean`` and ``spread`` are those
    of all sentences in scope, by which a cosine is told from the usual one.
    """

    frame: Frame
    views: tuple[ReportView, ...]
    cosines: Mapping[Unit, float]
    mean: float
    spread: float

    @property
    def asked(self) -> tuple[Word, ...]:
        """Return the content words of the question; the own municipality's name is no content."""
        own = {
            name.lower()
            for view in self.views
            for name in (view.report.municipality or "").split()
            if name
        }
        numbers = [q.span for q in self.frame.quantities]
        numbers += [mention.span for mention in find_dates(self.frame.question)]
        in_words = self.frame.ask in _IN_WORDS
        return tuple(
            word
            for word in self.frame.words
            if (word.role is Role.CONTENT or (in_words and _is_figure(word)))
            and word.text not in own
            and not (
                word.role is Role.CONTENT
                and self.frame.question[word.start : word.end] == word.asked
                and any(span.start <= word.start < span.end for span in numbers)
            )
        )

    def nearness(self, view: SentenceView) -> float:
        """Return how far a sentence's cosine stands out, in standard deviations."""
        unit = Unit(view.report.id, UnitKind.SENTENCE, view.sentence.index)
        return self.deviation(unit)

    def deviation(self, unit: Unit) -> float:
        """Return the cosine of a unit in standard deviations above the mean of all sentences."""
        cosine = self.cosines.get(unit)
        return 0.0 if cosine is None else (cosine - self.mean) / self.spread


# Questions whose answer is a sentence: a number in them ("de eerste 1000 dagen") is a word to find.
_IN_WORDS = (Ask.REASON, Ask.MANNER, Ask.DEFINITION, Ask.GOAL, Ask.TEXT, Ask.PERSON, Ask.PLACE)
_SMALLEST_FIGURE = 13  # smaller ones count something; "2.6" is a paragraph, "1.000" is not
_GROUPED = 4


def _is_figure(word: Word) -> bool:
    """Tell a number that is as good as a name from a year, a count or a paragraph."""
    digits = word.text.replace(".", "")
    if not digits.isdecimal() or ("." in word.text and len(digits) < _GROUPED):
        return False
    return int(digits) >= _SMALLEST_FIGURE and not 1900 <= int(digits) <= 2100
