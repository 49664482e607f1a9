"""Verbs that a question parts from their particle: "pakt ... aan", "terug te storten"."""

from collections.abc import Sequence
from dataclasses import replace

from answer.lexicon import PARTICLES
from answer.synonyms import synonyms
from answer.verbs import infinitive, is_dutch
from answer.vocabulary import Vocabulary
from answer.words import Role, Word
from store.terms import fold, stem


def parted_verbs(read: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    """Let a verb be met as the whole that it is with its particle: "pakt ... aan" is "aanpak"."""
    read = _with_te(read)
    ending = next((word for word in reversed(read) if word.text in PARTICLES), None)
    made = list(read)
    if ending is None:
        return made
    for at, word in enumerate(made):
        base = infinitive(word.text)
        if word is ending or not base or word.start > ending.start:
            continue
        whole = ending.text + base
        if is_dutch(whole) and word.role in (Role.CONTENT, Role.ASKING):
            also = (stem(whole), stem(whole.removesuffix("en")), *synonyms(stem(whole)))
            made[at] = replace(word, also=(*word.also, *also, *vocabulary.relatives(whole)))
        break
    return made


def _with_te(read: Sequence[Word]) -> list[Word]:
    """Let "terug te storten" be met as "terugstorten"; the particle is part of the verb."""
    made = list(read)
    for at in range(2, len(made)):
        particle, te, word = made[at - 2 : at + 1]
        whole = particle.text + fold(
            word.asked
        )  # as typed: "storten" alone may be taken for a slip
        if te.text != "te" or particle.text not in PARTICLES or not is_dutch(whole):
            continue
        if whole.endswith("en") and word.role is Role.CONTENT:
            also = (stem(whole), *synonyms(stem(whole)))
            made[at - 2] = replace(particle, role=Role.GRAMMAR)
            made[at] = replace(word, text=whole, stem=stem(whole), parts=(), also=also)
    return made
