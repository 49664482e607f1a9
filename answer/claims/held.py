"""Whether a sentence holds a word of a claim itself: "gaat ... uit" holds "uitgaat"."""

from answer.verbs import infinitive
from answer.view import SentenceView
from answer.words import Word
from store.terms import tokens

MET = 0.6
"""How well a word must be met: one that means the same will do, a part of a compound won't."""
_LONGEST_PARTICLE = 6


def held(view: SentenceView, word: Word) -> bool:
    """Return whether the sentence, or the one that it points back to, holds ``word``."""
    met = max(view.bag.meets(word), view.pointed.meets(word))
    return met >= MET or _separated(view.text, word)


def _separated(text: str, word: Word) -> bool:
    """Tell "gaat ... uit" in a sentence from "uitgaat" in the claim."""
    whole = infinitive(word.text)
    forms = [token.text for token in tokens(text)] if whole else []
    return any(
        whole == f"{particle}{base}"
        for base in filter(None, map(infinitive, forms))
        for particle in forms
        if whole and whole.endswith(base) and len(particle) < _LONGEST_PARTICLE
    )
