"""Whether a citation supports the answer: does it cover what the gold quotes say?"""

from collections import Counter

from evals.given import GivenCitation
from evals.normalise import fold, words
from evals.question import Evidence

COVERED = 0.6
"""Share of a gold quote's words that a citation must hold (given with the questions)."""
LEAST_WORDS = 3
"""A shorter citation without a figure proves nothing: "De Klup" stands everywhere."""


def supports(citation: GivenCitation, evidence: Evidence) -> bool:
    """Return whether a citation of the same document covers the gold quote or lies inside it."""
    if citation.document != evidence.document:
        return False
    return covers(citation.quote, evidence.quote)


def covers(quote: str, gold: str) -> bool:
    """Return whether ``quote`` holds 60% of the words of ``gold``, or lies inside it.

    >>> covers("74.000 Fysiocollectief", "74.000 Fysiocollectief Almelo")
    True
    >>> covers("Almelo", "74.000 Fysiocollectief Almelo")
    False
    """
    mine, wanted = words(quote), words(gold)
    if len(mine) < LEAST_WORDS and not any(map(str.isdigit, quote)):
        return False
    if fold(quote) in fold(gold):
        return True
    return (Counter(mine) & Counter(wanted)).total() >= COVERED * len(wanted)
