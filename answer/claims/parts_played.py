"""Whether the words of a claim play another part in a sentence: "aan de school", "de school"."""

import re
from collections.abc import Sequence

from answer.words import Word
from store.terms import fold, stem, tokens

_ARTICLE = r"(?:(?:de|het|een|the|a)\s+)?"
_UNDER = re.compile(rf"\b(?:van|of|aan|naar|tegen)\s+{_ARTICLE}(\w+)", re.IGNORECASE)
_TOWARDS = re.compile(rf"\b(aan|naar|tegen)\s+{_ARTICLE}(\w+)", re.IGNORECASE)


def plays_another_part(text: str, claim: str, said: Sequence[Word]) -> bool:
    """Return whether who does it in the claim is spoken of otherwise in the sentence, or whom to.

    "De wethouder bracht de kaarten" is not borne out by "een groet van de wethouder", nor "een huis
    aan Joris gegeven" by "een huis van Joris". ``said`` are the words of the claim that count.
    """
    return _is_owned(text, claim, said[:1]) or _goes_elsewhere(text, claim)


def _is_owned(text: str, claim: str, first: Sequence[Word]) -> bool:
    under = _stems(_UNDER, text) - _stems(_UNDER, claim)
    forms = [stem(token.text) for token in tokens(text)]
    return any(
        form in under and forms.count(form) == 1
        for word in first
        for form in (word.stem, *word.also)
    )


def _goes_elsewhere(text: str, claim: str) -> bool:
    """Tell that the sentence has a word of "aan X" of the claim without that "aan"."""
    there = {(m[1].lower(), stem(fold(m[2]))) for m in _TOWARDS.finditer(text)}
    forms = {stem(token.text) for token in tokens(text)}
    wanted = {(m[1].lower(), stem(fold(m[2]))) for m in _TOWARDS.finditer(claim)}
    return any(noun in forms and (mark, noun) not in there for mark, noun in wanted)


def _stems(pattern: re.Pattern[str], text: str) -> set[str]:
    return {stem(fold(match[1])) for match in pattern.finditer(text)}
