"""A report laid out for answering: every section, budget line and sentence with its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import groupby
from operator import or_

from answer.bag import EMPTY, Bag, bag_of
from answer.furniture import body_text, running_lines
from answer.identity import identity_of
from answer.points_back import points_back
from answer.short_forms import find_short_forms
from answer.vocabulary import Vocabulary
from ingest.dates import DateMention, find_dates
from ingest.quantities import Quantity, find_quantities
from ingest.report import Figure, Health, Report, Section, Sentence
from store.terms import words


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence: ``text`` with white space folded, ``bag`` its words, its numbers and its dates.

    The spans of ``quantities`` and ``dates`` count in ``text``. ``near`` holds the words of what
    stands around it: its row's label, the titles above it, and the sentences before and behind it.
    "Ze signaleert ..." is said of what the sentence before names: ``pointed``.
    """

    report: Report
    sentence: Sentence
    text: str
    bag: Bag
    near: Bag
    pointed: Bag  # the words of the sentence before, where this one begins by pointing back to it
    before: str  # that sentence's text, or ""
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    of_days: tuple[str, ...]  # the days on which its report is dated, ISO
    own_keys: frozenset[str]  # the forms under which its words, or those around it, may be met
    near_keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class LineView:
    """One row of a table with all its figures; ``body`` holds the words of its explanation."""

    report: Report
    figures: tuple[Figure, ...]
    label: str
    name: Bag
    path: Bag
    lead: Bag  # the first sentence of the explanation: what the line is for
    body: Bag

    @property
    def first(self) -> Figure:
        """Return the leftmost figure of the row."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section with the budget lines in it, sub-sections included; totals are left out."""

    report: Report
    section: Section
    name: Bag
    path: Bag
    body: Bag
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report, ready to be matched with a question."""

    report: Report
    title: Bag
    sentences: tuple[SentenceView, ...]
    lines: tuple[LineView, ...]
    sections: tuple[SectionView, ...]
    short_forms: tuple[str, ...]  # folded abbreviations that the report explains


def view_of(report: Report, vocabulary: Vocabulary) -> ReportView:
    """Return ``report`` laid out; costs milliseconds per page, so callers keep it."""
    short = find_short_forms(report.text)
    running = running_lines(report)
    texts = tuple(body_text(report, s.span, running) for s in report.sentences)
    titles = tuple(bag_of(s.title, vocabulary, short) for s in report.sections)
    own = tuple(bag_of(text, vocabulary, short) for text in texts)
    lines = _lines(report, vocabulary, short, titles)
    labels = {line.first.index: line.name for line in lines}
    return ReportView(
        report=report,
        title=bag_of(identity_of(report), vocabulary, short),
        sentences=_sentences(report, (texts, own), titles, labels),
        short_forms=tuple(sorted(short)),
        lines=lines,
        sections=_sections(report, titles, own, lines),
    )


def _sentences(
    report: Report,
    said: tuple[tuple[str, ...], tuple[Bag, ...]],
    titles: tuple[Bag, ...],
    labels: Mapping[int, Bag],
) -> tuple[SentenceView, ...]:
    """Return the sentences but for headings, which name an answer and are none."""
    headings = {section.heading for section in report.sections}
    return tuple(
        _sentence(report, sentence, said, _around(report, sentence, titles, labels))
        for sentence in report.sentences
        if sentence.span not in headings
    )


def _sentence(
    report: Report,
    sentence: Sentence,
    said: tuple[tuple[str, ...], tuple[Bag, ...]],
    around: Bag,
) -> SentenceView:
    texts, own = said
    text = texts[sentence.index]
    here = sentence.index
    same = [
        own[i]
        for i in (here - 2, here - 1, here + 1)
        if 0 <= i < len(own) and _same_place(report.sentences[i], sentence)
    ]
    near = reduce(or_, same, around)
    back = here > 0 and points_back(text) and _same_place(report.sentences[here - 1], sentence)
    before = texts[here - 1] if back else ""
    return SentenceView(
        report=report,
        sentence=sentence,
        text=text,
        bag=own[here],
        near=near,
        pointed=own[here - 1] if back else EMPTY,
        before=before,
        quantities=find_quantities(text),
        dates=find_dates(text),
        of_days=_days(report),
        own_keys=own[here].keys | (own[here - 1].keys if back else frozenset()),
        near_keys=near.keys,
    )


@lru_cache(maxsize=256)
def _days(report: Report) -> tuple[str, ...]:
    """Return the days that a report is dated by: its own, and those in its first lines."""
    named = {mention.iso for mention in find_dates(report.text[:_HEAD]) if mention.iso}
    return tuple(sorted(named | ({report.date} if report.date else set())))


# A letter or list of decisions names its day within the first half page.
_HEAD = 600


def _same_place(one: Sentence, other: Sentence) -> bool:
    return one.section == other.section and one.figure == other.figure


def _around(
    report: Report, sentence: Sentence, titles: tuple[Bag, ...], labels: Mapping[int, Bag]
) -> Bag:
    path = [titles[s.index] for s in report.section_path(sentence.section)]
    label = labels.get(sentence.figure, EMPTY) if sentence.figure is not None else EMPTY
    return reduce(or_, path, label)


def _lines(
    report: Report,
    vocabulary: Vocabulary,
    short: Mapping[str, tuple[str, ...]],
    titles: tuple[Bag, ...],
) -> tuple[LineView, ...]:
    """Return the rows of all tables; figures on a page that was not read well are left out."""
    unsure = {page.number for page in report.pages if page.health is Health.TABLE_UNSURE}
    sure = (figure for figure in report.figures if figure.page not in unsure)
    rows = groupby(sure, key=lambda figure: (figure.table, figure.row))
    views = []
    for _, group in rows:
        figures = tuple(group)
        first = figures[0]
        path = [titles[s.index] for s in report.section_path(first.section)]
        groups = bag_of(" ".join(first.row_path[:-1]), vocabulary, short)
        explained = [s for s in report.sentences if s.figure == first.index]
        bags = [bag_of(report.quote(s.span), vocabulary, short) for s in explained]
        views.append(
            LineView(
                report=report,
                figures=figures,
                label=first.label,
                name=bag_of(f"{first.label} {_glued(first.label)}", vocabulary, short),
                path=reduce(or_, path, groups),
                lead=bags[0] if bags else EMPTY,
                body=reduce(or_, bags, EMPTY),
            )
        )
    return tuple(views)


def _glued(label: str) -> str:
    """Return a name's words written as one, two and three at a time ("Kom er bij": "komerbij")."""
    run = words(label)
    return " ".join(
        "".join(run[at : at + length]) for length in (2, 3) for at in range(len(run) - length + 1)
    )


def _sections(
    report: Report, titles: tuple[Bag, ...], own: tuple[Bag, ...], lines: tuple[LineView, ...]
) -> tuple[SectionView, ...]:
    views = []
    for section in report.sections:
        above = [titles[s.index] for s in report.section_path(section.parent)]
        prose = [
            own[s.index] for s in report.sentences if s.span in section.span and s.figure is None
        ]
        inside = tuple(
            line for line in lines if not line.first.is_total and line.first.amount in section.span
        )
        views.append(
            SectionView(
                report=report,
                section=section,
                name=titles[section.index],
                path=reduce(or_, above, EMPTY),
                body=reduce(or_, prose, EMPTY),
                lines=inside,
            )
        )
    return tuple(views)
