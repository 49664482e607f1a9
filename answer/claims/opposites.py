"""Words that say the opposite of each other: "hoger" and "lager", "positief" and "negatief"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from answer.words import Word
from store.terms import fold, stem, words

_PAIRS = """
meer hoger hogere groter grotere gestegen stijgt stegen steeg stijging stijgen toegenomen toename \
toeneemt groei groeit groeide gegroeid vergroot verhoogd verhoging omhoog uitgebreid more higher \
/ minder lager lagere kleiner kleinere gedaald daalt daalden daalde daling dalen afgenomen afname \
afneemt krimp kromp gekrompen verkleind verlaagd verlaging omlaag ingekrompen less fewer lower
positief positieve gunstig positive / negatief negatieve ongunstig negative
vroeger eerder / later
sneller / langzamer trager
geopend open / gesloten dicht
aangenomen / verworpen
toegekend goedgekeurd / afgewezen afgekeurd
gestart begonnen / gestopt beeindigd gestaakt
gelukt geslaagd / mislukt
genoeg voldoende veel / weinig onvoldoende
tevreden / ontevreden
verplicht / vrijwillig
betaald / gratis kosteloos
overschot / tekort
goed / slecht
beter / slechter
makkelijk gemakkelijk / moeilijk lastig
"""
"""General Dutch, a line a pair: what stands on one side is the opposite of all on the other."""
# Turns of phrase in which "meer" compares nothing.
_IDLE = re.compile(r"\b(?:onder|steeds|des te|niet|geen|nooit|no) (?:meer|more)\b", re.IGNORECASE)


def turned(claim: Sequence[Word], text: str) -> bool | None:
    """Return whether ``text`` says the opposite of a word of ``claim``.

    False where every such word stands there itself or none is said; None where one is met in
    neither form, or in both: then the text proves nothing of it.
    """
    stems = {stem(word) for word in words(_IDLE.sub(" ", text))}
    found = False
    for word in claim:
        if not has_opposite(word):
            continue
        own, others = _opposites()[_typed(word)]
        same, other = bool(stems & own), bool(stems & others)
        if same == other:
            return None
        found ^= other
    return found


def has_opposite(word: Word) -> bool:
    """Return whether there is a word that says the opposite."""
    return _typed(word) in _opposites()


def _typed(word: Word) -> str:
    """Return the stem as it was typed: "gedaald" is no slip for another word of the archive."""
    typed = stem(fold(word.asked))
    return typed if typed in _opposites() else word.stem


@cache
def _opposites() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return for each stem the stems of its own side and those of the other one."""
    table: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for pair in _PAIRS.strip().splitlines():
        one, other = (frozenset(map(stem, map(fold, side.split()))) for side in pair.split("/"))
        table |= dict.fromkeys(one, (one, other)) | dict.fromkeys(other, (other, one))
    return table
