"""What the reports say of a claim, in our words: "Dat klopt", "Dat klopt niet"."""

from answer.answer import Verdict
from ui.words import DUTCH, Words


def verdict_in_words(verdict: Verdict, words: Words = DUTCH, *, summed: bool = False) -> str:
    """Return what the reports say of a claim; ``summed`` where lines had to be added up for it.

    >>> verdict_in_words(Verdict.SUPPORTED, summed=True)
    'Dat klopt, als optelling'
    """
    if verdict is Verdict.SUPPORTED:
        return words.supported_sum if summed else words.supported
    return words.contradicted if verdict is Verdict.CONTRADICTED else words.claim_not_found
