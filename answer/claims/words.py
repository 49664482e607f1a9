"""Which words of a claim a sentence must hold: more of them than of a question."""

from collections.abc import Sequence

from answer.inquiry import Inquiry
from answer.lexicon import PARTICLES
from answer.view import SentenceView
from answer.words import Role, Word
from store.terms import stem, words

# Words of asking that state something where nothing is asked.
_STATING = frozenset(
    "raad college wethouder groot grote klein kleine lang lange oud hoog goed goede beter volledig "
    "volledige laatste bekend nodig altijd overal".split()
)
# Those that add nothing to what is stated.
_LIGHT = frozenset(
    """
    maken maakt maakte gemaakt inmiddels reeds echt feitelijk eigenlijk daadwerkelijk uiteindelijk
    momenteel gewoon zelf weer opnieuw verder steeds sprake gebeurd gebeurt klopt kloppen waar juist
    correct enkel alleen alsnog inderdaad gehoord gelezen wel true right really gemeente volgens
    aantal only
    """.split()
)
# A claim of fewer words of content is met in its other words too.
_FEW = 3


def claim_words(inquiry: Inquiry) -> tuple[Word, ...]:
    """Return the words of the claim that must be met, in order."""
    asked = inquiry.asked
    return tuple(w for w in inquiry.frame.words if w in asked or w.text in _STATING)


def lacks_words(view: SentenceView, words: Sequence[Word], said: Sequence[Word]) -> bool:
    """Return whether a short claim has a word of asking that the sentence lacks.

    ``words`` are those that must be met anyway, ``said`` all of the claim.
    """
    if len(words) >= _FEW:
        return False
    near = view.bag | view.label | view.chapter
    stating = (w for w in said if w.role is Role.ASKING and w.text not in _LIGHT | _STATING)
    return any(near.meets(word) == 0 for word in stating)


def lacks_particle(text: str, said: Sequence[Word]) -> bool:
    """Return whether a claim ends in a part of its verb that the sentence does not have.

    "De verkoop loopt op" is not borne out by "de verkoop loopt terug". The end of "daar ... over"
    is no such part.
    """
    if any(word.text in ("daar", "er", "hier") for word in said):
        return False
    spoken = [word.text for word in said if word.text not in _CLOSING]
    last = spoken[-1] if spoken else ""
    forms = words(text)
    return last in PARTICLES and not any(form.startswith(last) for form in forms)


_CLOSING = frozenset(["toch", "he", "nietwaar", "hoor", "dat", "klopt"])


def lacks_money_word(text: str, content: Sequence[Word], said: Sequence[Word]) -> bool:
    """Return whether a claim of a word or two speaks of "prijzen" and the sentence of none.

    Such words ask for money in a question; in a claim about a percentage they are its subject.
    """
    if len(content) >= _FEW - 1:
        return False
    forms = {stem(form) for form in words(text)}
    named = [w for w in said if w.role is Role.MONEY]
    return any(not forms & {w.stem, *w.also} for w in named)
