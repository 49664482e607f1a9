"""The words of one report, each text opened into a bag when it is first looked at."""

from collections.abc import Sequence
from functools import cached_property, lru_cache, reduce
from operator import or_

from answer.bag import EMPTY, Bag, bag_of, with_short_forms
from answer.view.short_forms import short_forms
from answer.vocabulary import Vocabulary
from ingest.report import Figure, Report, Sentence
from store.layout import Layout, label_words, packed


class ReportWords:
    """What a report says, as bags; may be used from several threads.

    A question looks at a tenth of a report's sentences: opening them all took 0.1 s a report.
    """

    def __init__(self, report: Report, layout: Layout, vocabulary: Vocabulary) -> None:
        self.report = report
        self.layout = layout
        self._vocabulary = vocabulary
        self._labels: dict[int, str] = {}
        self._bags: dict[str, Bag] = {}
        self._paths: dict[int | None, Bag] = {}
        self.met = lru_cache(maxsize=_ASKED_KEPT)(self._met)

    def label_rows(self, rows: Sequence[tuple[Figure, ...]]) -> None:
        """Let the explanation of each row be met by the row's label."""
        self._labels = {row[0].index: row[0].label for row in rows}

    @cached_property
    def short(self) -> dict[str, tuple[str, ...]]:
        """Return the report's abbreviations with the stems of what they stand for."""
        return dict(short_forms(self.layout.short))

    def sentence(self, index: int) -> Bag:
        """Return the words of a sentence."""
        return self._bag(self.layout.terms[index])

    def told(self, index: int) -> Bag:
        """Return the words of a sentence in a row's explanation, as it stands there."""
        return self._bag(self.layout.told.get(index, self.layout.terms[index]))

    def name(self, text: str) -> Bag:
        """Return the words of a title or another name, and how the report shortens it."""
        return with_short_forms(self._name(text), self.short)

    def _name(self, text: str) -> Bag:
        return self._bag(self._name_terms(text))

    def path(self, section: int | None) -> Bag:
        """Return the words of the titles around a section, its own included."""
        if section not in self._paths:
            titles = [self._name(s.title) for s in self.report.section_path(section)]
            self._paths[section] = reduce(or_, titles, EMPTY)
        return self._paths[section]

    def near(self, sentence: Sentence) -> Bag:
        """Return the words around a sentence: titles, label, two sentences before and one after."""
        beside = (sentence.index + step for step in _BESIDE)
        said = (self.sentence(at) for at in beside if self.beside(at, sentence))
        return reduce(or_, said, self.above(sentence))

    def row(self, sentence: Sentence) -> Bag:
        """Return the words of all that is told of the row a sentence explains; none outside one."""
        if sentence.figure is None:
            return EMPTY
        told = (s for s in self.report.sentences if s.figure == sentence.figure)
        return reduce(or_, (self.sentence(s.index) for s in told), EMPTY)

    def above(self, sentence: Sentence) -> Bag:
        """Return the words that a sentence stands under: titles, and the label of its row."""
        return self.path(sentence.section) | self.label(sentence)

    def label(self, sentence: Sentence) -> Bag:
        """Return the words of the label of the row that a sentence explains."""
        label = self._labels.get(sentence.figure) if sentence.figure is not None else None
        return EMPTY if label is None else self._name(label_words(label))

    def chapter(self, sentence: Sentence) -> Bag:
        """Return the words of the titles that a sentence stands under; of a row the numbered ones.

        "Middelen en resultaten" above a table names the table and not what its rows are about.
        """
        above = self.report.section_path(sentence.section)
        in_row = sentence.figure is not None
        numbered = [section for section in above if section.number and in_row]
        return reduce(or_, (self._name(s.title) for s in numbered or above), EMPTY)

    def beside(self, at: int, sentence: Sentence) -> bool:
        """Return whether there is a sentence ``at`` under the same heading or in the same row."""
        if not 0 <= at < len(self.report.sentences):
            return False
        other = self.report.sentences[at]
        return other.section == sentence.section and other.figure == sentence.figure

    def _met(self, keys: frozenset[str]) -> frozenset[int]:
        """Return the sentences in which, or near which, a word may be met under one of ``keys``."""
        sentences = self.report.sentences
        own = self._met_inside(keys)
        near = {at - step for at in own for step in _BESIDE if self._holds(at - step, at)}
        titles = {s.title for s in self.report.sections}
        titles = {title for title in titles if self._meets(self._name_terms(title), keys)}
        under = {
            s.index
            for s in self.report.sections
            if titles and any(p.title in titles for p in self.report.section_path(s.index))
        }
        rows = {
            at
            for at, label in self._labels.items()
            if self._meets(self._name_terms(label_words(label)), keys)
        }
        around = {s.index for s in sentences if s.section in under or s.figure in rows}
        return frozenset(own | near | around)

    def _holds(self, at: int, other: int) -> bool:
        return self.beside(at, self.report.sentences[other])

    def _met_inside(self, keys: frozenset[str]) -> set[int]:
        opened, short = self._vocabulary.opened, self.short
        own: set[int] = set()
        for form, places in self.layout.places.items():
            met = short.get(form[1:], ()) if form[0] == "\t" else opened(form).keys
            if not keys.isdisjoint(met):
                own.update(map(int, places.split()))
        return own

    def _meets(self, terms: str, keys: frozenset[str]) -> bool:
        said, _, used = terms.partition("\t")
        return any(
            not keys.isdisjoint(self._vocabulary.opened(form).keys) for form in said.split()
        ) or any(not keys.isdisjoint(self.short.get(short, ())) for short in used.split())

    def _name_terms(self, text: str) -> str:
        kept = self.layout.names.get(text)
        return packed(text, frozenset(self.short)) if kept is None else kept

    def _bag(self, terms: str) -> Bag:
        found = self._bags.get(terms)
        if found is None:
            found = self._bags[terms] = bag_of(terms, self._vocabulary, self.short)
        return found


# A sentence is read with the two before it and the one behind it.
_BESIDE = (-2, -1, 1)
# Sets of words that were looked for; one question looks for three or four.
_ASKED_KEPT = 8
