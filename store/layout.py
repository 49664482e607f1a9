"""What answering needs of a report beside its text, worked out once when it is read in.

Cutting words, stems, numbers and dates from a report of 60 passages takes 0.1 s, and a question
looks into twelve reports. What depends on the report alone is kept with it; what depends on the
whole archive (the parts of compounds) is added when it answers.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from ingest.dates import DateMention, find_dates
from ingest.quantities import Quantity, find_quantities
from ingest.report import Report
from store.abbreviations import abbreviations
from store.contexts import fold_lines
from store.identity import identity_of
from store.running_lines import body_text, running_lines
from store.terms import index_terms, words

T = TypeVar("T")

# A letter or list of decisions names its day within the first half page.
_HEAD = 600


@dataclass(frozen=True, slots=True)
class Layout:
    """A report's sentences and names as words; indexes count into ``Report.sentences``.

    ``said`` is each sentence on one line, ``terms`` its words as `packed`, ``places`` for each word
    or abbreviation the numbers of the sentences that hold it, with spaces between them. ``told``
    has the words of a sentence in a row's explanation where a line break makes them differ.
    ``names`` maps titles, labels and groups to their words. ``short`` are abbreviations with what
    they stand for, ``identity`` the words by which the report is called, ``days`` those that it is
    dated by, ISO.
    ``quantities`` and ``dates`` leave out sentences without any; their spans count in ``said``.
    """

    said: tuple[str, ...]
    terms: tuple[str, ...]
    places: Mapping[str, str]
    told: Mapping[int, str]
    names: Mapping[str, str]
    short: tuple[tuple[str, str], ...]
    identity: str
    days: tuple[str, ...]
    quantities: Mapping[int, tuple[Quantity, ...]]
    dates: Mapping[int, tuple[DateMention, ...]]


def lay_out(report: Report) -> Layout:
    """Return the layout of a report; costs milliseconds per page."""
    running = running_lines(report)
    short = abbreviations(report.text)
    known = frozenset(form for form, _ in short)
    printed = tuple(body_text(report, s.span, running) for s in report.sentences)
    said = tuple(" ".join(text.split()) for text in printed)
    terms = tuple(packed(fold_lines(text), known) for text in printed)
    explained = (s for s in report.sentences if s.figure is not None)
    told = {s.index: packed(report.quote(s.span), known) for s in explained}
    identity = identity_of(report)
    return Layout(
        said=said,
        terms=terms,
        places=_places(terms),
        told={index: text for index, text in told.items() if text != terms[index]},
        names={name: packed(name, known) for name in (identity, *_names(report))},
        short=short,
        identity=identity,
        days=_days(report),
        quantities=_found(find_quantities, said),
        dates=_found(find_dates, said),
    )


def packed(text: str, short: frozenset[str]) -> str:
    r"""Return the index terms of ``text``, each once, then behind a tab its abbreviations.

    >>> packed("De WoR helpt, de ouderen", frozenset({"wor"}))
    'de wor helpt ouderen ouder\twor'
    """
    terms = " ".join(dict.fromkeys(index_terms(text).split()))
    used = sorted(short.intersection(words(text))) if short else ()
    return f"{terms}\t{' '.join(used)}" if used else terms


@lru_cache(maxsize=50_000)
def label_words(label: str) -> str:
    """Return a row's label with its words written as one, two and three at a time.

    >>> label_words("Kom er bij")
    'Kom er bij komer erbij komerbij'
    """
    run = words(label)
    glued = " ".join(
        "".join(run[at : at + length]) for length in (2, 3) for at in range(len(run) - length + 1)
    )
    return f"{label} {glued}"


def group_words(row_path: Iterable[str]) -> str:
    """Return the names of the groups that a row stands in."""
    return " ".join(tuple(row_path)[:-1])


def _places(terms: tuple[str, ...]) -> Mapping[str, str]:
    """Return where each word stands; an abbreviation has a tab in front of it."""
    places: dict[str, list[str]] = {}
    for at, packed_terms in enumerate(terms):
        said, _, used = packed_terms.partition("\t")
        for form in (*said.split(), *(f"\t{short}" for short in used.split())):
            places.setdefault(form, []).append(str(at))
    return {form: " ".join(found) for form, found in places.items()}


def _names(report: Report) -> tuple[str, ...]:
    titles = [section.title for section in report.sections]
    labels = [label_words(figure.label) for figure in report.figures]
    groups = [group_words(figure.row_path) for figure in report.figures]
    return tuple(dict.fromkeys((*titles, *labels, *groups)))


def _days(report: Report) -> tuple[str, ...]:
    """Return the days that a report is dated by: its own, and those in its first lines."""
    named = {mention.iso for mention in find_dates(report.text[:_HEAD]) if mention.iso}
    return tuple(sorted(named | ({report.date} if report.date else set())))


def _found(
    find: Callable[[str], tuple[T, ...]], said: tuple[str, ...]
) -> Mapping[int, tuple[T, ...]]:
    return {at: found for at, text in enumerate(said) if (found := find(text))}
