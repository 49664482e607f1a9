"""Checks a claim without a number against the one sentence that bears all of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.answer import Kind, Verdict
from answer.claims.how_many_of import Extent, extent_of, speaks_of_only
from answer.claims.opening import opening_end
from answer.claims.opposites import has_opposite, turned
from answer.claims.parts_played import plays_another_part
from answer.claims.periods import periods_agree
from answer.claims.relations import WORDS, in_full, relation_of
from answer.claims.words import claim_words, lacks_particle, lacks_words
from answer.draft import Draft, Refusal, Result, not_met
from answer.evidence import Evidence
from answer.inquiry import Inquiry
from answer.negation import negates
from answer.sentences import rank_sentences
from answer.verbs import infinitive
from answer.view import SentenceView
from answer.words import Role, Word
from ingest.dates import DateMention, find_dates
from store.terms import stem, tokens

# How well a word must be met: a word that means the same will do, a part of a compound won't.
_MET = 0.6
# One or two shared words prove nothing: "komt er een voedselbank" and "de voedselbank in ...".
_FEWEST = 3
# Of the words a sentence must hold so many itself; the others may stand in its headings.
_FEWEST_OWN = 2
_LOOKED_AT = 12
_BREAK = re.compile(
    r"[,;:.]|\b(?:en|maar|die|dat|omdat|doordat|want|zodat|waardoor|waarbij|waarmee|terwijl)\b",
    re.IGNORECASE,
)
# What is wished, or may be, is not what is.
_MODAL = re.compile(
    r"\b(?:zou|zouden|wil|willen|wilde|wilden|wens|wenst|kan|kunnen|kon|konden|moet|moeten|"
    r"streeft|hoop|hoopt|misschien|mogelijk|can|could|should|must|may|might|wants?)\b",
    re.IGNORECASE,
)
_AGENT = frozenset(["door", "by"])
_POINTS_BACK = re.compile(r"\b(daar\w*|hier\w*|die|dat|deze|dit|ze|zij|it|that|this)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a claim says: its words, the text behind its opening, and the periods it names."""

    text: str
    words: tuple[Word, ...]
    all_words: tuple[Word, ...]
    periods: tuple[DateMention, ...]
    has_number: bool


def check_fact(inquiry: Inquiry) -> Result:
    """Return what the reports say of a claim without a number, or what of it was not met.

    Every word must be met; negations, opposites, "alle" and "alleen", years and months decide.
    """
    claim = _claim(inquiry)
    ranked = rank_sentences(inquiry, claim.words, lambda _: 0.0)[:_LOOKED_AT]
    judged = [(scored.view, _judge(scored.view, claim)) for scored in ranked]
    found = [(view, verdict) for view, verdict in judged if verdict is not None]
    if len({verdict for _, verdict in found}) == 1:
        view, verdict = found[0]
        return _draft(view, verdict)
    near = tuple(Evidence(s.view.report, s.view.sentence.span) for s in ranked[:3])
    lacking = ranked[0].missing if ranked else ()
    return Refusal(missing=not_met(lacking or inquiry.asked), closest=near, kind=Kind.CLAIM)


def bearing(inquiry: Inquiry) -> list[SentenceView]:
    """Return the sentences that say all that a claim says but for its number, the best first."""
    claim = _claim(inquiry)
    ranked = rank_sentences(inquiry, claim.words, lambda _: 0.0)[:_LOOKED_AT]
    return [s.view for s in ranked if _judge(s.view, claim) is Verdict.SUPPORTED]


def _draft(view: SentenceView, verdict: Verdict) -> Draft:
    return Draft(
        kind=Kind.CLAIM,
        subject=view.text,
        evidence=(Evidence(view.report, view.sentence.span),),
        verdict=verdict,
        confidence=0.75,
    )


def _claim(inquiry: Inquiry) -> _Claim:
    frame = inquiry.frame
    start = opening_end(frame.question)
    text = in_full(frame.question[start:])
    carried = frame.context if _POINTS_BACK.search(text) and len(inquiry.asked) < _FEWEST else ()
    said = tuple(w for w in claim_words(inquiry) if w.text not in WORDS)
    context = tuple(w for w in carried if not w.is_verb and w not in said)
    numbers = [quantity.span for quantity in frame.quantities]
    others = tuple(
        word for word in frame.words if not any(s.start <= word.start < s.end for s in numbers)
    )
    return _Claim(text, (*said, *context), others, find_dates(text), bool(numbers))


def _judge(view: SentenceView, claim: _Claim) -> Verdict | None:
    """Return what one sentence says of the claim, None where it proves nothing."""
    here = [w for w in (*claim.words, *_told(claim)) if view.bag.meets(w) >= _MET]
    said = in_full(_clause(view.text, here))
    relation = relation_of(claim.text)
    if (relation and not relation.search(in_full(view.text))) or not _bears(view, claim):
        return None
    opposite = _turned(claim, said, view)
    if opposite is None or (_MODAL.search(said) and not _MODAL.search(claim.text)):
        return None
    extent = _extents_agree(claim.text, said)
    period = periods_agree(claim.periods, claim.text, view, lambda text: _count(claim, text))
    if extent is None or period is None:
        return None
    if not period and not all(_own(view, w) or view.label.meets(w) >= _MET for w in claim.words):
        return None
    opposed = negates(claim.text) ^ negates(_without(said, claim)) ^ opposite
    if opposed and not (extent and period):
        return None
    return Verdict.SUPPORTED if not opposed and extent and period else Verdict.CONTRADICTED


_WITHOUT = re.compile(
    r"\b(?:zonder|without)(?P<what>\s+(?:(?:de|het|een|enige|extra|any)\s+)?\w+)", re.IGNORECASE
)


def _without(said: str, claim: _Claim) -> str:
    """Return the text less a "zonder" of which the claim says nothing: it denies one noun alone."""
    forms = _forms(claim.words)

    def kept(match: re.Match[str]) -> str:
        spoken_of = any(stem(token.text) in forms for token in tokens(match["what"]))
        return match.group() if spoken_of else match["what"]

    return _WITHOUT.sub(kept, said)


def _turned(claim: _Claim, said: str, view: SentenceView) -> bool | None:
    """Tell whether a sentence turns a word of the claim; what it points back to may hold it."""
    found = turned(claim.all_words, said)
    return turned(claim.all_words, f"{view.before} {said}") if found is None else found


def _count(claim: _Claim, text: str) -> int:
    forms = _forms([word for word in claim.all_words if word.role is not Role.GRAMMAR])
    return sum(stem(token.text) in forms for token in tokens(text))


def _forms(said: Sequence[Word]) -> frozenset[str]:
    return frozenset(f for w in said for f in (w.stem, w.verb, *w.parts, *w.also) if f)


def _bears(view: SentenceView, claim: _Claim) -> bool:
    """Tell whether a sentence and its headings hold every word, enough of them itself."""
    own = [word for word in claim.words if _own(view, word)]
    heads = view.label | view.chapter
    lacking = [word for word in claim.words if word not in own and heads.meets(word) < _MET]
    if not all(has_opposite(word) for word in lacking):
        return False
    if not all(word in own for word in _agents(claim)):
        return False
    if plays_another_part(view.text, claim.text, claim.words):
        return False
    if lacks_particle(view.text, claim.all_words) and not relation_of(claim.text):
        return False
    if lacks_words(view, claim.words, _unrelated(claim)):
        return False
    told = [w for w in _told(claim) if view.bag.meets(w) >= _MET]
    turns = (relation_of(claim.text), claim.periods, _MODAL.search(claim.text))
    more = claim.has_number + sum(map(bool, (*turns, extent_of(claim.text) is not Extent.OPEN)))
    more += any(has_opposite(word) for word in claim.all_words if word not in own)
    itself = len(own) + len(told) + more
    met = len(claim.words) - len(lacking) + len(told) + more
    return bool(own or told) and itself >= _FEWEST_OWN and met >= _FEWEST


def _told(claim: _Claim) -> list[Word]:
    """Return the words of asking and of money, which say something in a claim."""
    roles = (Role.ASKING, Role.MONEY)
    return [w for w in claim.all_words if w.role in roles and w not in claim.words]


def _unrelated(claim: _Claim) -> tuple[Word, ...]:
    """Return all words but those of its turn of phrase and its periods."""
    times = [mention.span.cut(claim.text).lower() for mention in claim.periods]
    return tuple(
        word
        for word in claim.all_words
        if word.text not in WORDS and not any(word.asked.lower() in time for time in times)
    )


def _own(view: SentenceView, word: Word) -> bool:
    met = max(view.bag.meets(word), view.pointed.meets(word))
    return met >= _MET or _separated(view.text, word)


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


_LONGEST_PARTICLE = 6


def _agents(claim: _Claim) -> list[Word]:
    """Return the words behind "door": who does it must stand in the sentence itself."""
    found: list[Word] = []
    behind = False
    for word in claim.all_words:
        if word.role is Role.CONTENT:
            found += [word] if behind and word in claim.words else []
            behind = False
        behind = behind or word.text in _AGENT
    return found


def _extents_agree(claim: str, said: str) -> bool | None:
    """Return whether claim and sentence speak of as many; None where it can't be told."""
    if speaks_of_only(claim) != speaks_of_only(said):
        return None
    wanted, given = extent_of(claim), extent_of(said)
    if wanted is given or (wanted is Extent.OPEN and given is not Extent.SOME):
        return True
    return False if wanted is Extent.ALL and given in (Extent.NEARLY, Extent.SOME) else None


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
