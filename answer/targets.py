"""Chooses which sections and lines a question about money means, or says what is missing."""

from collections.abc import Sequence

from answer.draft import Refusal, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.link import MET, Link, link
from answer.measures import is_measure
from answer.topics import LEAVES_OUT
from answer.view import LineView, SectionView
from answer.words import Word

Target = LineView | SectionView

# What rows and sections may be called as a kind, what money may be called, and what asks to add up:
# words that need not be part of a name.
_FREE = frozenset(
    """
    organisatie organisaties vereniging verenigingen stichting stichtingen club clubs instelling
    instellingen partij partijen aanvrager aanvragers ontvanger ontvangers programma programma's
    programmas programs programmes organisations organizations jaren jaar totalen uitkering
    uitkeringen tel tellen optellen optelling plus register hele thema thema's themas onderdelen
    acties maatregelen bedragen taakveld taakvelden tarief tarieven
    meegerekend meegeteld stijgen stijgt steeg dalen daalt daalde toename afname gestegen gedaald
    toegenomen afgenomen omhoog omlaag
    """.split()
)

# Shares of the question's content by weight, chosen on the dev questions and the own dev split
# (python -m evals.run): lower lets absent organisations through, higher refuses loose wording.
_COVERED = 0.67
_NAMED = 0.45
# Two links this near to each other are both meant.
_TIE = 0.03
# A line without the asked name is accepted when it and its explanation hold at least so many of
# the question's words, this share of them by weight, and so much more than any other line.
_DESCRIBED = 3
_TOLD = 0.7
_TOLD_BODY = 0.9
_TOLD_MARGIN = 0.15
_PARTLY_NAMED = 0.5
_SMALL_PART = 0.5
_MOST_ALIKE = 6
_SOMEBODY = (
    "voerder", "coach", "maker", "leider", "adviseur", "coordinator", "consulent", "werker",
    "manager", "medewerker", "verpleegkundige",
)  # fmt: skip


def choose(inquiry: Inquiry, asked: Sequence[Word]) -> tuple[Target, ...] | Refusal:
    """Return the targets that are meant, best first (several only when the archive is ambiguous).

    Words that choose a column or a kind of row ("begroot", "organisaties") need not be in a name.
    """
    named = things(asked) or tuple(asked)
    also = tuple(word for word in asked if word not in named)
    links = link(named, inquiry.frame.context, inquiry.views, also)
    links = _in_sections(inquiry, links)
    good = [made for made in links if _accepted(made, named, inquiry)]
    if not good:
        described = _described(inquiry, named)
        return (described,) if described else _refusal(links, named)
    best = good[0]
    ties = [made.target for made in good if best.score - made.score <= _TIE]
    return _distinct((*ties, *_mentions(inquiry, best, named), *_partly_alike(good, named)))


def _partly_alike(good: Sequence[Link], asked: Sequence[Word]) -> tuple[Target, ...]:
    """Return all that carry the one word that was asked for where it is a small part of each name.

    "Onderwijs" is in "Rijksbijdrage onderwijs" and in "Sport, cultuur en onderwijs": the first
    found is no better an answer than the others.
    """
    best = good[0]
    if len(asked) != 1 or asked[0].is_name or best.full > _SMALL_PART:
        return ()
    met = best.target.name.meets(asked[0])
    alike = [m.target for m in good if m.target.name.meets(asked[0]) == met]
    return tuple(alike[:_MOST_ALIKE])


def is_free(word: Word) -> bool:
    """Return whether a word need not be in the name of what is meant."""
    return is_measure(word) or word.text in _FREE or word.text in LEAVES_OUT


def things(asked: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that must name a thing: no measures, kinds of row or words for adding up."""
    named = tuple(word for word in asked if not is_free(word))
    return tuple(word for word in named if word.attested or not word.is_verb) or named


def _accepted(made: Link, asked: Sequence[Word], inquiry: Inquiry) -> bool:
    total = sum(word.weight for word in asked) or 1.0
    named = 1.0 - sum(w.weight for w in (*made.missing, *made.unnamed)) / total
    lacking = sum(word.weight for word in made.missing) / total
    if any(word.is_name for word in made.missing):
        return False
    if 1.0 - lacking < _COVERED or named < _NAMED:
        return False
    head_unnamed = bool(made.unnamed) and made.unnamed[0] is asked[0] and not asked[0].is_verb
    named_too = any(w.is_name and made.target.name.meets(w) >= MET for w in asked)
    if head_unnamed and asked[0].text.endswith(_SOMEBODY):
        return False  # what the "regievoerder van KomErbij" cost is a part of its row
    return inquiry.frame.language == "en" or named_too or not head_unnamed


def _in_sections(inquiry: Inquiry, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Keep the links inside the paragraphs that the question numbers."""
    numbers = inquiry.frame.sections
    if not numbers:
        return links
    return tuple(made for made in links if numbers_of(made.target) & set(numbers))


def numbers_of(target: Target) -> set[str]:
    """Return the numbers of the sections around a target, its own included."""
    index = target.section.index if isinstance(target, SectionView) else target.first.section
    return {s.number for s in target.report.section_path(index) if s.number}


def _described(inquiry: Inquiry, asked: Sequence[Word]) -> LineView | None:
    """Return the one line whose explanation, and not its name, holds what was asked."""
    telling = [word for word in asked if not word.is_verb]
    if len(telling) < _DESCRIBED:
        return None
    total = sum(word.weight for word in telling)
    scored = sorted(
        (
            (sum(w.weight * _told(line, w) for w in telling) / total, line)
            for view in inquiry.views
            for line in view.lines
        ),
        key=lambda pair: -pair[0],
    )[:2]
    if not scored or scored[0][0] < _TOLD or any(w.is_name for w in _untold(scored[0][1], telling)):
        return None
    alone = len(scored) == 1 or scored[0][0] - scored[1][0] >= _TOLD_MARGIN
    return scored[0][1] if alone else None


def _told(line: LineView, word: Word) -> float:
    return max(line.name.meets(word), line.path.meets(word), _TOLD_BODY * line.body.meets(word))


def _untold(line: LineView, asked: Sequence[Word]) -> list[Word]:
    return [word for word in asked if _told(line, word) < MET]


def _mentions(inquiry: Inquiry, best: Link, asked: Sequence[Word]) -> tuple[LineView, ...]:
    """Return lines elsewhere that open with the one common noun that was asked for.

    "Wat kostte de krant" may mean the line of that name and the line whose explanation opens with
    a newspaper; a full name ("Leeflab") means its own line only.
    """
    if len(asked) != 1 or best.full >= _PARTLY_NAMED or isinstance(best.target, SectionView):
        return ()
    return tuple(
        line
        for view in inquiry.views
        for line in view.lines
        if line is not best.target and line.lead.meets(asked[0]) == 1.0
    )


def _distinct(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Leave out a line that is the whole of a section which is meant too, and repeats."""
    sections = [target for target in targets if isinstance(target, SectionView)]
    kept: list[Target] = []
    for target in targets:
        inside = isinstance(target, LineView) and any(
            line is target for section in sections for line in section.lines
        )
        nested = isinstance(target, SectionView) and any(
            other is not target and target.lines == other.lines and other in kept
            for other in sections
        )
        if not inside and not nested and not any(target is other for other in kept):
            kept.append(target)
    return tuple(kept)


def _refusal(links: Sequence[Link], asked: Sequence[Word]) -> Refusal:
    best = links[0] if links else None
    missing = (*best.missing, *best.unnamed) if best else tuple(asked)
    near = tuple(evidence_of(made.target) for made in links[:3])
    return Refusal(missing=not_met(tuple(missing) or tuple(asked)), closest=near)


def evidence_of(target: Target) -> Evidence:
    """Return the place that names a target: its heading or its row."""
    if isinstance(target, SectionView):
        return Evidence(target.report, target.section.heading)
    return Evidence(target.report, target.first.span)
