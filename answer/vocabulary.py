"""The archive's own words: how rare they are, what is in compounds, what a typing error meant."""

import math
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from answer.lexicon import ASKING, COMPARING, GRAMMAR, IRREGULAR_VERBS, MONEY, TOTAL
from store.terms import stem

# Shorter words have too many neighbours one letter away ("kost" and "post").
_SHORTEST_REPAIR = 4
# One slip in a word of 5 to 7 letters, two in a longer one; lab figure: 67 to 74% right under
# typos.
_LETTERS_PER_SLIP = 5
_SHORT_WORD = 6
_LINKS = ("", "s", "en", "e", "n", "er")
_SHORTEST_PART = 3
_SHORTEST_HEAD = 4
_SHORTEST_GLUED = 6
# Below this share of equal letters two words of four letters or more differ by two slips.
_NEAR = 72
_ASKING_WORDS = GRAMMAR | MONEY | TOTAL | ASKING | COMPARING
# The short words of asking are too near to other short words to be guessed at.
_ASKING_TARGETS = tuple(sorted(word for word in _ASKING_WORDS if len(word) > 5))


class Vocabulary:
    """What the archive calls things; made once per index.

    ``forms`` maps each folded word form to the number of units that hold it, out of ``units``.
    """

    def __init__(self, forms: Mapping[str, int], units: int) -> None:
        self._forms = forms
        self._units = max(units, 1)
        self.split = lru_cache(maxsize=50_000)(self._split)
        self.repair = lru_cache(maxsize=5_000)(self._repair)

    @cached_property
    def _stems(self) -> Mapping[str, int]:
        """Stems with the number of units that hold a form of them (an upper estimate)."""
        counts: dict[str, int] = {}
        for form, count in self._forms.items():
            root = stem(form)
            counts[root] = counts.get(root, 0) + count
        return counts

    @cached_property
    def _repair_targets(self) -> tuple[str, ...]:
        return tuple(sorted(w for w in self._forms if w.isalpha() and len(w) >= _SHORTEST_REPAIR))

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
            if stem(head) in self._stems:
                modifier = self._modifier(front)
                if modifier:
                    return (*modifier, stem(head))
        return ()

    def _modifier(self, front: str) -> tuple[str, ...]:
        for link in _LINKS:
            bare = front.removesuffix(link) if link else front
            if len(bare) >= _SHORTEST_PART and (bare in self._forms or stem(bare) in self._stems):
                return (stem(bare),)
        return self._split(front) if len(front) > 2 * _SHORTEST_PART else ()

    def _repair(self, form: str) -> str:
        """Return the nearest known word for one that the archive and the language of asking lack.

        The form itself is returned when it is known, a compound of known words, too short, or when
        nothing is near enough.
        """
        if form in self._forms or form in _ASKING_WORDS or not form.isalpha():
            return form
        if len(form) < _SHORTEST_REPAIR or form in IRREGULAR_VERBS:
            return form
        asking = self._nearest(form, _ASKING_TARGETS, slips=1)
        if asking or self.has(form) or self.split(form):
            return asking or form
        slips = min(2, max(1, len(form) // _LETTERS_PER_SLIP))
        return self._nearest(form, self._repair_targets, slips) or form

    def _nearest(self, form: str, targets: tuple[str, ...], slips: int) -> str | None:
        near = process.extract(form, targets, scorer=fuzz.ratio, limit=8, score_cutoff=_NEAR)
        ranked = sorted(
            (DamerauLevenshtein.distance(form, word), -self._forms.get(word, 0), word)
            for word, _, _ in near
            if word[0] == form[0] and _is_slip(form, word)
        )
        return ranked[0][2] if ranked and ranked[0][0] <= slips else None

    def glue(self, forms: Iterable[str]) -> str | None:
        """Return words written apart as the one word that the archive writes, or None.

        Words that the archive writes apart more often ("Twentse Koers", and once in a web address
        as one) stay apart.

        >>> Vocabulary({"mantelzorgers": 2}, 10).glue(("mantel", "zorgers"))
        'mantelzorgers'
        """
        parts = tuple(forms)
        joined = "".join(parts)
        together = self._forms.get(joined, 0)
        if not together and len(joined) > _SHORTEST_GLUED:
            together = self._stems.get(stem(joined), 0)
        return (
            joined
            if together and together >= min(self._forms.get(part, 0) for part in parts)
            else None
        )


def _is_slip(form: str, word: str) -> bool:
    """Tell a slip of the finger from another short word.

    A changed letter makes a short word another word ("lenen" and "leven"); a letter too many, too
    few or swapped is a slip.
    """
    if len(form) > _SHORT_WORD:
        return True
    return len(form) != len(word) or sorted(form) == sorted(word)
