"""The archive's own words: how rare they are, and what is in compounds."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from answer.lexicon import GRAMMAR, PARTICLES
from answer.slips import Slips, is_word
from answer.verbs import infinitive, is_dutch
from ingest.number_words import number_word
from store.terms import stem

_SHORTEST_PIECE = 4  # letters of a word that may be split and misspelt at once
# Words of one root: five letters at least ("fysio"), and most of the shorter of the two.
_SHORTEST_ROOT = 5
_ROOT_SHARE = 0.7
_BEHIND_PARTICLE = 3  # letters of the verb itself: "uitvoering" and "uitvoerend" share four
_OFTEN = 3
# Some 400 bytes each; the two real reports have 3,100 forms, 170 generated ones 30,000.
_FORMS_KEPT = 200_000
_LINKS = ("", "s", "en", "e", "n", "er")
_SHORTEST_PART = 3
_SHORTEST_HEAD = 4
_SHORTEST_GLUED = 6
_LONG_COMPOUND = 12  # letters of a compound that may be split and misspelt at once
# Ends of adjectives that are words too: "kansrijk" has nothing to do with the Rijk.
_ENDINGS = frozenset("rijk rijke loos loze zaam zame baar bare".split())
_SHORTEST_UNSEEN = 5  # letters of a compound's front that only the dictionary knows


@dataclass(frozen=True, slots=True)
class Opened:
    """One word form with all under which it may be met: itself and the number that it says.

    ``stems`` are its own and that of its infinitive, ``parts`` the stems inside a compound,
    ``keys`` all of these together.
    """

    forms: frozenset[str]
    stems: frozenset[str]
    parts: frozenset[str]
    keys: frozenset[str]


class Vocabulary:
    """What the archive calls things; made once per index.

    ``forms`` maps each folded word form to the number of units that hold it, out of ``units``.
    """

    def __init__(self, forms: Mapping[str, int], units: int) -> None:
        self._forms = forms
        self._units = max(units, 1)
        self.split = lru_cache(maxsize=50_000)(self._split)
        slips = Slips(forms, self.has, lambda form: bool(self.split(form)))
        self.repair = lru_cache(maxsize=5_000)(slips.mended)
        self.opened = lru_cache(maxsize=_FORMS_KEPT)(self._opened)

    def _opened(self, form: str) -> Opened:
        number = number_word(form)
        forms = frozenset((form,) if number is None else (form, str(number)))
        verbs = filter(None, map(infinitive, forms))
        stems = frozenset(map(stem, (*forms, *verbs)))
        parts = frozenset(part for one in forms for part in self.split(one))
        return Opened(forms, stems, parts, forms | stems | parts)

    @cached_property
    def _stems(self) -> Mapping[str, int]:
        """Stems with the number of units that hold a form of them (an upper estimate)."""
        counts: dict[str, int] = {}
        for form, count in self._forms.items():
            root = stem(form)
            counts[root] = counts.get(root, 0) + count
        return counts

    def relatives(self, form: str) -> tuple[str, ...]:
        """Return the stems of the archive that an unknown word shares its beginning with.

        "Organisatoren" is met by "organiserende", "fysio" by "fysiotherapie". What words share must
        be more than a particle: "terugbetaald" has nothing to do with "terugdringen".
        """
        root = stem(form)
        least = max(_SHORTEST_ROOT, _particle(form) + _BEHIND_PARTICLE)
        return tuple(
            other
            for other in self._sorted_stems
            if other[:_SHORTEST_ROOT] == root[:_SHORTEST_ROOT]
            and _shared(root, other) >= max(least, _ROOT_SHARE * min(len(root), len(other)))
        )

    def beginning_with(self, letters: str) -> str | None:
        """Return the most frequent word that these letters open, the first of those as frequent."""
        found = (word for word in self._forms if word.startswith(letters) and is_word(word))
        return min(found, key=lambda word: (-self._forms[word], word), default=None)

    @cached_property
    def _sorted_stems(self) -> tuple[str, ...]:
        return tuple(sorted(self._stems))

    def has(self, form: str) -> bool:
        """Tell whether a form of this word stands anywhere in the archive."""
        return form in self._forms or stem(form) in self._stems

    def weight(self, form: str) -> float:
        """Return the rarity of a word: 1 for a word that no unit holds, near 0 for one that all do.

        This is the usual inverse document frequency, scaled by its largest value.
        """
        count = min(self._stems.get(stem(form), 0), self._units)
        return math.log((self._units + 1) / (count + 1)) / math.log(self._units + 1)

    def _split(self, form: str) -> tuple[str, ...]:
        """Return the stems of a compound's parts, the head last; () when it is not one.

        Both parts must stand in the archive ("valpreventie": "val", "preventie"); the longest head
        is taken, since Dutch names the kind of thing last.
        """
        if len(form) < 2 * _SHORTEST_PART or not form.isalpha():
            return ()
        for cut in range(_SHORTEST_PART, len(form) - _SHORTEST_HEAD + 1):
            head, front = form[cut:], form[:cut]
            if front in PARTICLES and is_dutch(form):
                continue  # "terugdringen" is not about "terug"
            if head not in _ENDINGS and stem(head) in self._stems and self._stands_alone(head):
                modifier = self._modifier(front)
                if modifier:
                    return (*modifier, stem(head))
        return ()

    def _stands_alone(self, part: str) -> bool:
        """Tell a word from a piece of one that a line end or a prefix left ("inw", "ver")."""
        return part not in GRAMMAR and (is_dutch(part) or self._forms.get(part, 0) >= _OFTEN)

    def _modifier(self, front: str) -> tuple[str, ...]:
        for link in _LINKS:
            bare = front.removesuffix(link) if link else front
            here = bare in self._forms or stem(bare) in self._stems
            if len(bare) >= _SHORTEST_PART and here and self._stands_alone(bare):
                return (stem(bare),)
            if len(bare) >= _SHORTEST_UNSEEN and is_dutch(bare):
                return (stem(bare),)
        return self._split(front) if len(front) > 2 * _SHORTEST_PART else ()

    def _is_known(self, form: str) -> bool:
        return self.has(form) or is_dutch(form)

    def glue(self, forms: Iterable[str], *, hyphenated: bool = False) -> str | None:
        """Return words written apart as the one word that the archive writes, or None.

        Words that the archive writes apart more often ("Twentse Koers", and once in a web address
        as one) stay apart.

        >>> Vocabulary({"mantelzorgers": 2}, 10).glue(("mantel", "zorgers"))
        'mantelzorgers'
        """
        parts = tuple(forms)
        joined = "".join(parts)
        long = len(joined) >= _LONG_COMPOUND and min(map(len, parts)) >= _SHORTEST_PIECE
        if long and not all(map(self._is_known, parts)):
            joined = self.repair(joined)
        together = self._forms.get(joined, 0)
        if not together and len(joined) > _SHORTEST_GLUED:
            together = self._stems.get(stem(joined), 0)
        return (
            joined
            if together
            and (hyphenated or together >= min(self._forms.get(part, 0) for part in parts))
            else None
        )


def _shared(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    return next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _particle(form: str) -> int:
    """Return the letters of the longest particle that a word begins with, 0 where it has none."""
    return max((len(each) for each in PARTICLES if form.startswith(each)), default=0)
