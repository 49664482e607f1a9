"""Whether one sentence, with the headings it stands under, holds every word of a claim."""

from answer.claims.claim import Claim
from answer.claims.held import MET, held
from answer.claims.how_many_of import Extent, extent_of
from answer.claims.opposites import has_opposite
from answer.claims.parts_played import plays_another_part
from answer.claims.relations import relation_of
from answer.claims.wished import is_wished
from answer.claims.words import lacks_particle, lacks_words
from answer.view import SentenceView
from answer.words import Word

# One or two shared words prove nothing: "komt er een voedselbank" and "de voedselbank in ...".
_FEWEST = 3
# Of the words a sentence must hold so many itself; the others may stand in its headings.
_FEWEST_OWN = 2


def bears(view: SentenceView, claim: Claim) -> bool:
    """Return whether a sentence and its headings hold every word, enough of them itself.

    A word that has an opposite may be missing: the sentence may say that opposite.
    """
    own = [word for word in claim.words if held(view, word)]
    heads = view.label | view.chapter
    lacking = [word for word in claim.words if word not in own and heads.meets(word) < MET]
    if not all(has_opposite(word) for word in lacking) or _says_otherwise(view, claim, own):
        return False
    told = [w for w in claim.told() if view.bag.meets(w) >= MET]
    more = _turns(claim, own)
    itself = len(own) + len(told) + more
    met = len(claim.words) - len(lacking) + len(told) + more
    return bool(own or told) and itself >= _FEWEST_OWN and met >= _FEWEST


def _says_otherwise(view: SentenceView, claim: Claim, own: list[Word]) -> bool:
    """Tell that a sentence has the words, but not who did it, whom to, or a part of the verb."""
    if not all(word in own for word in claim.agents()):
        return True
    if plays_another_part(view.text, claim.text, claim.words):
        return True
    if lacks_particle(view.text, claim.all_words) and not relation_of(claim.text):
        return True
    return lacks_words(view, claim.words, claim.unrelated())


def _turns(claim: Claim, own: list[Word]) -> int:
    """Return how much a claim says beside its words: a relation, a period, a wish, an extent."""
    said = (
        claim.has_number,
        relation_of(claim.text),
        claim.periods,
        is_wished(claim.text),
        extent_of(claim.text) is not Extent.OPEN,
        any(has_opposite(word) for word in claim.all_words if word not in own),
    )
    return sum(map(bool, said))
