"""Holds one sentence beside a claim: it bears the claim out, contradicts it, or proves nothing."""

import re
from collections.abc import Sequence

from answer.answer import Verdict
from answer.claims.bears import bears
from answer.claims.claim import Claim
from answer.claims.held import MET, held
from answer.claims.how_many_of import extents_agree
from answer.claims.opposites import turned
from answer.claims.periods import periods_agree
from answer.claims.relations import in_full, relation_of
from answer.claims.wished import is_wished
from answer.negation import negates
from answer.view import SentenceView
from answer.words import Role, Word
from store.terms import stem, tokens

_BREAK = re.compile(
    r"[,;:.]|\b(?:en|maar|die|dat|omdat|doordat|want|zodat|waardoor|waarbij|waarmee|terwijl)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\b(?:zonder|without)(?P<what>\s+(?:(?:de|het|een|enige|extra|any)\s+)?\w+)", re.IGNORECASE
)


def judge(view: SentenceView, claim: Claim) -> Verdict | None:
    """Return what one sentence says of the claim, None where it proves nothing."""
    here = [w for w in (*claim.words, *claim.told()) if view.bag.meets(w) >= MET]
    said = in_full(_clause(view.text, here))
    relation = relation_of(claim.text)
    if (relation and not relation.search(in_full(view.text))) or not bears(view, claim):
        return None
    opposite = _turned(claim, said, view)
    if opposite is None or (is_wished(said) and not is_wished(claim.text)):
        return None
    extent = extents_agree(claim.text, said)
    period = periods_agree(claim.periods, claim.text, view, lambda text: _count(claim, text))
    if extent is None or period is None:
        return None
    if not period and not all(held(view, w) or view.label.meets(w) >= MET for w in claim.words):
        return None
    opposed = negates(claim.text) ^ negates(_without(said, claim)) ^ opposite
    if opposed and not (extent and period):
        return None
    return Verdict.SUPPORTED if not opposed and extent and period else Verdict.CONTRADICTED


def _without(said: str, claim: Claim) -> str:
    """Return the text less a "zonder" of which the claim says nothing: it denies one noun alone."""
    forms = _forms(claim.words)

    def kept(match: re.Match[str]) -> str:
        spoken_of = any(stem(token.text) in forms for token in tokens(match["what"]))
        return match.group() if spoken_of else match["what"]

    return _WITHOUT.sub(kept, said)


def _turned(claim: Claim, said: str, view: SentenceView) -> bool | None:
    """Tell whether a sentence turns a word of the claim; what it points back to may hold it."""
    found = turned(claim.all_words, said)
    return turned(claim.all_words, f"{view.before} {said}") if found is None else found


def _count(claim: Claim, text: str) -> int:
    forms = _forms([word for word in claim.all_words if word.role is not Role.GRAMMAR])
    return sum(stem(token.text) in forms for token in tokens(text))


def _clause(text: str, said: Sequence[Word]) -> str:
    """Return the part of a sentence from its first word of the claim to the last, whole clauses."""
    forms = _forms(said)
    places = [token for token in tokens(text) if stem(token.text) in forms]
    if not places:
        return text
    breaks = [match.span() for match in _BREAK.finditer(text)]
    start = max((end for _, end in breaks if end <= places[0].start), default=0)
    end = min((begin for begin, _ in breaks if begin >= places[-1].end), default=len(text))
    return text[start:end]


def _forms(said: Sequence[Word]) -> frozenset[str]:
    return frozenset(f for w in said for f in (w.stem, w.verb, *w.parts, *w.also) if f)
