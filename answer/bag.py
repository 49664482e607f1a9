"""The words of a piece of evidence, and how well a word of the question is met in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from answer.vocabulary import Vocabulary
from answer.words import Word
from store.terms import stem

WHOLE = 1.0
"""The word itself, in any of its forms."""
_ALL_PARTS = 0.9  # "valpreventiegroepen" where both "valpreventie" and "groepen" stand
_APART = 0.6  # the same, though the archive writes the compound itself elsewhere
_PART = 0.8  # "krant" in "zorgkrant"
_SAME = 0.75  # a word that means the same
_HEAD = 0.6  # "wandelgroepen" where only "groepen" stands
_HEAD_ONLY = 0.5  # the same, though the archive writes the compound elsewhere
_FRONT = 0.4  # "valpreventiegroepen" where only "valpreventie" stands
_SHORTEST_PART = 4
_SHORTEST_HEAD = 6  # shorter ends are met by chance ("eten" in "weten")


@dataclass(frozen=True, slots=True)
class Bag:
    """Words of a text: their ``stems``, ``parts`` inside compounds, and ``forms`` as printed."""

    stems: frozenset[str]
    parts: frozenset[str]
    forms: frozenset[str]

    def __or__(self, other: "Bag") -> "Bag":
        return Bag(self.stems | other.stems, self.parts | other.parts, self.forms | other.forms)

    def meets(self, word: Word) -> float:
        """Return how well ``word`` is met here, from 0 (not) to 1 (the word itself)."""
        if word.stem in self.stems or word.text in self.forms or word.verb in self.stems:
            return WHOLE
        if word.parts and all(part in self.stems or part in self.parts for part in word.parts):
            return _APART if word.attested else _ALL_PARTS
        if word.stem in self.parts and len(word.stem) >= _SHORTEST_PART - 1:
            return _PART
        if any(other in self.stems for other in word.also):
            return _SAME
        if any(other in self.parts for other in word.also):
            return _HEAD
        return self._meets_part(word)

    def _holds_kind(self, word: Word) -> bool:
        """Tell "nieuwbouwwoningen" of "nieuwbouwhuizen": one front, heads that mean the same."""
        front = all(part in self.stems or part in self.parts for part in word.parts[:-1])
        return front and any(head in self.stems or head in self.parts for head in word.head_also)

    def _meets_part(self, word: Word) -> float:
        if word.parts:
            if self._holds_kind(word):
                return _HEAD
            if word.parts[-1] in self.stems:
                return _HEAD_ONLY if word.attested else _HEAD
            return _FRONT if word.parts[0] in self.stems else 0.0
        if len(word.stem) < _SHORTEST_PART:
            return 0.0
        least, ends = len(word.stem) + 2, (word.text, word.stem)
        same = tuple(other for other in word.also if len(other) >= _SHORTEST_HEAD)
        met = 0.0
        for form in self.forms:  # a loop: this runs 3,000 times a question
            if len(form) > least and form.endswith(ends):
                return _PART
            if same and form.endswith(same):
                met = _HEAD  # "programmaleider" for "wie leidt"
        return met


EMPTY = Bag(frozenset(), frozenset(), frozenset())
"""Meets nothing."""


def bag_of(terms: str, vocabulary: Vocabulary, short_forms: Mapping[str, tuple[str, ...]]) -> Bag:
    """Return the words of a text that was packed by `store.layout.packed`, compounds opened.

    ``short_forms`` maps a folded abbreviation of the report to the stems of what it stands for.
    """
    said, _, used = terms.partition("\t")
    opened = [vocabulary.opened(form) for form in said.split()]
    spelled_out = (short_forms.get(short, ()) for short in used.split())
    return Bag(
        stems=frozenset().union(*(one.stems for one in opened), *spelled_out),
        parts=frozenset().union(*(one.parts for one in opened)),
        forms=frozenset().union(*(one.forms for one in opened)),
    )


def with_short_forms(name: Bag, short_forms: Mapping[str, tuple[str, ...]]) -> Bag:
    """Return a name's words with the abbreviations of which it has all words.

    "Welzijn op recept" is met by "WoR" where the report spells that out.
    """
    short = [stem(s) for s, spelled in short_forms.items() if spelled and name.stems >= {*spelled}]
    return replace(name, stems=name.stems.union(short)) if short else name
