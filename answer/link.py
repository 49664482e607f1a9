"""Links the words of a question to the sections and budget lines that carry those names."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TypeVar

from answer.bag import Bag
from answer.captions import captioned
from answer.groups import groups_of
from answer.lexicon import GRAMMAR
from answer.unread import unread_pages
from answer.view import LineView, ReportView, SectionView
from answer.words import Word
from store.terms import stem, words

# How far a word may be met outside the name itself. A word of the path ("ABCD onder sociale basis")
# is nearly as good; one of the explanation tells lines apart but names none of them.
_PATH = 0.9
_LEAD = 0.6
_BODY = 0.45
# What a name of which every word was asked for is worth beside one that was asked for in part, so
# that "valpreventie" is the section of that name and not the line "Kwartiermaker valpreventie".
_NAME_SHARE = 0.35
_CONTEXT = 0.15
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MARKS = re.compile(r"[(:]")
_LISTED = re.compile(r"[(:,/]")
# "Sport" names "Sport, cultuur en onderwijs" less than "Sport" itself, beyond a tie.
_FIRST_OF_SEVERAL = 0.9
# "Subsidieplafond" is not named by "subsidies": less than the head of a compound names nothing.
_HEAD_MET = 0.55
_HEAD_ALONE = 0.6  # the head of a compound that the archive does not have (`answer.bag`)
# Of these there is one for everything: which one is said by the front of the compound.
_GENERAL = frozenset(
    map(
        stem,
        """
        tarief tarieven programma project projecten uitkering subsidie subsidies regeling actie
        acties maatregel maatregelen bijdrage bijdragen fonds beleid plan plannen belasting heffing
        """.split(),
    )
)
# A word by which the whole report is called ("volgens het AZWA") need not be in a name in it.
_CALLED = 0.8
# Below this a word counts as not met.
MET = 0.35

T = TypeVar("T", LineView, SectionView)


@dataclass(frozen=True, slots=True)
class Link:
    """A section or line that the question may mean.

    ``score`` orders the links of one question (higher is better). ``covered`` is the share of the
    question's content that is met anywhere in it, by weight; ``full`` the share of the whole name
    that was asked for, without synonyms; ``missing`` the words that are met nowhere in it,
    ``unnamed`` those that are met only in its explanation.
    """

    target: LineView | SectionView
    score: float
    covered: float
    full: float
    missing: tuple[Word, ...]
    unnamed: tuple[Word, ...]

    @property
    def order(self) -> tuple[float, str, int]:
        """Return the sort key: best first, then report and place."""
        target = self.target
        at = (
            target.section.span.start
            if isinstance(target, SectionView)
            else target.first.span.start
        )
        return (-round(self.score, 6), target.report.id, at)


def link(
    asked: Sequence[Word],
    context: Sequence[Word],
    views: Iterable[ReportView],
    also: Sequence[Word] = (),
) -> tuple[Link, ...]:
    """Return what has lines or is a line, and whose name meets a word of ``asked``, best first.

    Sections, groups of rows and rows are tried. A section without lines counts where a page of it
    was not read well: its lines may be on that page. ``also`` are words that may be part of a name
    and need not be met anywhere.
    """
    found = []
    for view in views:
        # Most reports of a large archive name nothing that was asked for.
        near = tuple(word for word in asked if view.names.meets(word))
        targets: tuple[LineView | SectionView, ...] = (
            *_met(view.sections, near),
            *_met((*groups_of(view), *captioned(view)), asked),
            *_met(view.lines, near),
        )
        for target in targets:
            if isinstance(target, SectionView) and not target.lines and not _is_unread(target):
                continue
            made = _link(asked, context, target, (view.title, tuple(also)))
            if made:
                found.append(made)
    return tuple(sorted(found, key=lambda made: made.order))


def _met(targets: Sequence[T], asked: Sequence[Word]) -> tuple[T, ...]:
    """Return the targets whose name meets one of the words."""
    return tuple(t for t in targets if any(t.name.meets(word) >= _HEAD_MET for word in asked))


def _is_unread(section: SectionView) -> bool:
    return bool(unread_pages(section.report, section.section.span))


def _link(
    asked: Sequence[Word],
    context: Sequence[Word],
    target: LineView | SectionView,
    around: tuple[Bag, tuple[Word, ...]],
) -> Link | None:
    title, also = around
    asked = tuple(word for word in asked if title.meets(word) < _CALLED) or tuple(asked)
    names = _with_nouns(asked, [_in_name(target, word) for word in asked])
    if not any(met >= MET for met in names):
        return None
    outside = [_outside(word, target, title) for word in asked]
    best = [max(pair) for pair in zip(names, outside, strict=True)]
    total = sum(word.weight for word in asked) or 1.0
    covered = sum(w.weight * met for w, met in zip(asked, best, strict=True)) / total
    full, named = _named(target, (*asked, *also))
    helped = _context_share(context, target)
    return Link(
        target=target,
        score=covered + _NAME_SHARE * named + _CONTEXT * helped,
        covered=covered,
        full=full,
        missing=tuple(w for w, met in zip(asked, best, strict=True) if met < MET),
        unnamed=tuple(
            w
            for w, met, near in zip(asked, names, outside, strict=True)
            if met < MET <= near < _PATH * MET * 2
        ),
    )


def _with_nouns(asked: Sequence[Word], names: Sequence[float]) -> list[float]:
    """Return how well each word is met, an adjective only where its noun is met in the name too.

    "Sociaal verwijzen" is not named by "sociaal domein".
    """
    behind = zip((*asked[1:], None), (*names[1:], 0.0), strict=True)
    return [
        0.0 if noun and noun_met < MET and _belongs_to(word, noun) else met
        for word, met, (noun, noun_met) in zip(asked, names, behind, strict=True)
    ]


def _belongs_to(word: Word, noun: Word) -> bool:
    return noun.start == word.end + 1 and word.text.endswith(_ADJECTIVE) and not word.is_name


_ADJECTIVE = tuple("aal ale eel ele isch ische lijk lijke ief ieve emeen emene".split())


def _in_name(target: LineView | SectionView, word: Word) -> float:
    """Return how well a name meets a word; the mere front of a compound names something else."""
    met = target.name.meets(word)
    general = bool(word.parts) and word.parts[-1] in _GENERAL
    if general and not word.attested and met <= _HEAD_ALONE:
        return 0.0  # "parkeertarief" is none of the "tarieven riool"
    return met if met >= _HEAD_MET else 0.0


def _outside(word: Word, target: LineView | SectionView, title: Bag) -> float:
    met = [_PATH * target.path.meets(word), _LEAD * title.meets(word)]
    if isinstance(target, LineView):
        met += [_LEAD * target.lead.meets(word), _PATH * target.columns.meets(word)]
    met += [_BODY * target.body.meets(word)]
    return max(met)


def _named(target: LineView | SectionView, asked: Sequence[Word]) -> tuple[float, float]:
    """Return the shares that were asked for: of the whole name, literally, and of it or its head.

    What stands in brackets is a name of its own: "Nationale diabeteschallenge (NDC)". The head is
    what stands before the first mark: "ABCD" of "ABCD (asset based ...)-aanpak: ...".
    """
    name = target.section.title if isinstance(target, SectionView) else target.label
    outside = _BRACKETS.sub(" ", name)
    inside = " ".join(_BRACKETS.findall(name))
    full = max(_share_named(part, asked) for part in (outside, inside, name))
    head = _share_named(_MARKS.split(name)[0], asked)
    first = _FIRST_OF_SEVERAL * _share_named(_LISTED.split(name)[0], asked)
    literal = max(_share_named(part, asked, also=False) for part in (outside, inside, name))
    return literal, max(full, head, first)


def head_of(name: str) -> str:
    """Return a name up to its first bracket or colon, folded.

    >>> head_of("ABCD (asset based community development)-aanpak: een methodiek")
    'abcd'
    """
    return " ".join(words(_MARKS.split(name)[0]))


def _share_named(name: str, asked: Sequence[Word], *, also: bool = True) -> float:
    roots = {stem(word) for word in words(name) if word not in GRAMMAR}
    if not roots:
        return 0.0
    said = {
        form for word in asked for form in (word.stem, *word.parts, *(word.also if also else ()))
    }
    glued = "".join(word.text for word in asked)
    met = (
        root in said or (len(root) > 5 and root in glued) or _is_made_of(root, said)
        for root in roots
    )
    return sum(met) / len(roots)


def _is_made_of(root: str, said: Set[str]) -> bool:
    """Tell a compound of two words that were said: "valpreventie" of "preventie" and "val"."""
    fronts = (form for form in said if len(form) >= _SHORTEST_FRONT and root.startswith(form))
    rests = (root[len(front) :] for front in fronts)
    return any(rest.removeprefix(link) in said for rest in rests for link in _LINKS if rest)


_SHORTEST_FRONT = 3
_LINKS = ("", "s", "en", "e")


def _context_share(context: Sequence[Word], target: LineView | SectionView) -> float:
    total = sum(word.weight for word in context)
    if not total:
        return 0.0
    met = (
        word.weight * max(target.name.meets(word), _PATH * target.path.meets(word))
        for word in context
    )
    return sum(met) / total
