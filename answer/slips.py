"""What a typing error meant: the nearest word of the archive or of the language of asking."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import groupby

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein

from answer.lexicon import ASKING, COMPARING, GRAMMAR, MONEY, TOTAL
from answer.sounds import sounds_like
from answer.verbs import is_dutch, undiminished
from store.terms import stem

# Shorter words have too many neighbours one letter away ("kost" and "post").
_SHORTEST_REPAIR = 4
_SHORTEST_HEARD = 5  # shorter words sound like too many others
# One slip in a word of 5 to 7 letters, two in a longer one; lab figure: 67 to 74% right under
# typos.
_LETTERS_PER_SLIP = 5
_SHORT_WORD = 6
# "Accoord" is in the dictionary too; a long word one letter from one of the archive is that word.
_LONG_WORD = 7
# Below this share of equal letters two words of four letters or more differ by two slips.
_NEAR = 72
_ASKING_WORDS = GRAMMAR | MONEY | TOTAL | ASKING | COMPARING
# The short words of asking are too near to other short words to be guessed at.
_ASKING_TARGETS = tuple(sorted(word for word in _ASKING_WORDS if len(word) > 5))
_ASKING_BY_SOUND = {
    sounds_like(word): word for word in sorted(_ASKING_WORDS) if len(word) >= _SHORTEST_REPAIR
}
# "Kleinst" is read as the "kleinste" of the list.
_ASKING_FORMS = {stem(word): word for word in _ASKING_TARGETS}


class Slips:
    """Mends the words of a question by what an archive calls things.

    ``forms`` are the archive's folded words with how many units hold each, ``has`` tells whether a
    form of a word stands there, ``is_compound`` whether it is made of words that do.
    """

    def __init__(
        self,
        forms: Mapping[str, int],
        has: Callable[[str], bool],
        is_compound: Callable[[str], bool],
    ) -> None:
        self._forms = forms
        self._has = has
        self._is_compound = is_compound

    def mended(self, form: str) -> str:
        """Return the nearest known word for one that the archive and the language of asking lack.

        The form itself is returned when it is known, a compound of known words, too short, or when
        nothing is near enough.
        """
        if form in self._forms or form in _ASKING_WORDS or not form.isalpha():
            return form
        if len(form) < _SHORTEST_REPAIR:
            return form
        if is_dutch(form):
            return self._repair_dutch(form)
        asking = _asking_heard(form) or self._nearest(form, _ASKING_TARGETS, slips=1)
        if asking or self._has(form):
            return asking or form
        one = self._is_compound(form)
        slips = 1 if one else min(2, max(1, len(form) // _LETTERS_PER_SLIP))
        return self._heard(form) or self._nearest(form, self._plain_targets, slips) or form

    def _repair_dutch(self, form: str) -> str:
        """Return the archive's word for a long one that it lacks, though the dictionary has it."""
        asking = None if self._has(form) else _asking_heard(form)
        plain = asking or _ASKING_FORMS.get(stem(form)) or undiminished(form)
        if len(form) < _LONG_WORD or self._has(plain) or self._is_compound(form):
            return plain
        # "Storten" is no slip for "sporten": of verbs the dictionary has both.
        near = None if plain.endswith("en") else self._nearest(form, self._plain_targets, slips=1)
        return self._heard(form) or near or plain

    def _heard(self, form: str) -> str | None:
        return self._by_sound.get(sounds_like(form)) if len(form) >= _SHORTEST_HEARD else None

    def _nearest(self, form: str, targets: Iterable[str], slips: int) -> str | None:
        near = process.extract(form, tuple(targets), scorer=fuzz.ratio, limit=8, score_cutoff=_NEAR)
        ranked = sorted(
            (DamerauLevenshtein.distance(form, word), -self._forms.get(word, 0), word)
            for word, _, _ in near
            if word[0] == form[0] and _is_slip(form, word)
        )
        if not ranked or ranked[0][0] > slips:
            return None
        found = ranked[0][2]
        return self._plain_targets.get(found, found)

    @cached_property
    def _plain_targets(self) -> Mapping[str, str]:
        """The words to repair to, without their apostrophes ("themas"), as they are written."""
        return {w.replace("'", ""): w for w in sorted(self._forms, reverse=True) if is_word(w)}

    @cached_property
    def _by_sound(self) -> Mapping[str, str]:
        """The most frequent word of each sound; the first in the alphabet of those as frequent."""
        ranked = sorted(filter(is_word, self._forms), key=lambda w: (self._forms[w], w))
        return {sounds_like(word): word for word in ranked}


def _asking_heard(form: str) -> str | None:
    """Return the word of asking that sounds so; a short one may differ in its end only ("gelt")."""
    heard = _ASKING_BY_SOUND.get(sounds_like(form))
    same = heard and (
        len(form) > _SHORTEST_REPAIR or heard[:-1] == form[:-1] or _single(heard) == _single(form)
    )
    return heard if same else None


def _single(form: str) -> str:
    """Return a word with each run of one vowel as one: "kreg" of "kreeg"."""
    runs = ((letter, len(tuple(run))) for letter, run in groupby(form))
    return "".join(letter if letter in _VOWELS else letter * n for letter, n in runs)


_VOWELS = "aeiou"


def is_word(form: str) -> bool:
    """Tell a word that something may be repaired to: of four letters or more."""
    return len(form) >= _SHORTEST_REPAIR and form.replace("'", "").isalpha()


def _is_slip(form: str, word: str) -> bool:
    """Tell a slip of the finger from another short word.

    A changed letter makes a short word another word ("lenen" and "leven"); a letter too many, too
    few or swapped is a slip.
    """
    if len(form) > _SHORT_WORD:
        return True
    return len(form) != len(word) or sorted(form) == sorted(word)
