"""A budget line laid out for answering: its figures, its name and what it explains."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from answer.bag import EMPTY, Bag
from answer.view.report_words import ReportWords
from ingest.report import Figure, Report
from store.layout import group_words, label_words


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
