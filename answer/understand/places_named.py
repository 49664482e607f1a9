"""Names of places in small letters: "in hengelo"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from answer.verbs import is_dutch
from answer.words import Role, Word


def places_named(read: Sequence[Word]) -> list[Word]:
    """Take a word that neither the archive nor the language has for a name where it follows "in".

    "Hoeveel groepen in hengelo" names Hengelo, of which the archive has nothing.
    """
    made = list(read[:1])
    for before, word in pairwise(read):
        strange = not word.known and not is_dutch(word.text) and word.text.isalpha()
        place = before.text == "in" and strange and word.role is Role.CONTENT
        made.append(replace(word, is_name=True, is_verb=False) if place else word)
    return made
