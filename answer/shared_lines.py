"""Rows whose one amount is for several organisations: the part of each of them stands nowhere."""

import re
from collections.abc import Sequence

from answer.bag import Bag
from answer.draft import Refusal
from answer.evidence import Evidence
from answer.view import LineView, SectionView
from answer.words import Word
from store.terms import fold, stem, words

_PIECES = re.compile(r",\s+|\s+(?:en|and)\s+")
# Words of a name; of the piece that leads to the list only its end belongs to it.
_LONGEST = 4
_CAPITAL = re.compile(r"\b[A-Z]\w+")


def one_of_several(line: LineView | SectionView, asked: Sequence[Word]) -> Refusal | None:
    """Return a refusal where the question asks for the part of one organisation in a shared row.

    "Hoeveel kreeg de bibliotheek uit de regeling": the row names the regeling, its explanation
    lists who took part, and the amount is of all of them. None where the row itself is asked for.
    """
    if isinstance(line, SectionView):
        return None
    around = line.name | line.path | line.columns
    outside = [word for word in asked if around.meets(word) < _NAMED]
    if not any(_holds_one(listed, outside) for listed in _lists(line)):
        return None
    return Refusal(closest=(Evidence(line.report, line.first.span),), reason=_SHARED)


_SAME = 0.8  # the word itself, or a part of it
_NAMED = 0.55  # less names something else: "sportbedrijf" under "Sport"
_SHARED = (
    "Het bedrag in deze regel is voor meer organisaties samen. Wat één van hen kreeg, staat er "
    "niet bij.",
    "The amount in this line is for several organisations together. It does not say what one of "
    "them received.",
)


def _holds_one(listed: Sequence[Bag], asked: Sequence[Word]) -> bool:
    """Tell a list of names of which the question has some and not all."""
    said = [bag for bag in listed if any(bag.meets(word) >= _SAME for word in asked)]
    return 0 < len(said) < len(listed)


def _lists(line: LineView) -> list[list[Bag]]:
    """Return, per sentence of the explanation, the words of each organisation that it lists."""
    here = line.first.index
    texts = (line.words.layout.said[s.index] for s in line.report.sentences if s.figure == here)
    return [[_bag(name) for name in _names(text)] for text in texts]


def _names(text: str) -> list[str]:
    """Return the pieces of an enumeration that hold a name.

    >>> _names("Inzet bij Sportbedrijf Almelo BV, Bibliotheek, Kaliber en anderen.")
    ['bij Sportbedrijf Almelo BV', 'Bibliotheek', 'Kaliber']
    >>> _names("Met kunst, cultuur en creativiteit bereikt Kaliber de ouderen.")
    []
    """
    first, *rest = _PIECES.split(text)
    lead = first.split()
    opening = " ".join(lead[1:][-_LONGEST:] or lead)  # any word that opens a sentence has a capital
    pieces = (opening, *(piece for piece in rest if len(piece.split()) <= _LONGEST))
    return [piece for piece in pieces if _CAPITAL.search(piece)] if rest else []


def _bag(name: str) -> Bag:
    forms = words(name)
    return Bag(frozenset(map(stem, forms)), frozenset(), frozenset(map(fold, forms)))
