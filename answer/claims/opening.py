"""What opens a claim and is no part of it: "Staat in de terugblik dat", "I heard"."""

import re
from dataclasses import replace

from answer.frame import Frame

_OPENING = re.compile(
    r"^\W*(?:(?:en|maar|and|but)\s+)?(?:"
    r"(?:klopt|staat|zegt|stelt|meldt|vermeldt|schrijft|beweert)\b[^?!;:]{0,60}?\bdat\b"
    r"|(?:in|volgens) [^?!;:]{3,40}? (?:staat|zegt|stelt)(?: er)? dat\b"
    r"|(?:mijn|een|de|onze|my|a|the) \w+ (?:zegt|zei|beweert|stelt|says|claims)"
    r"(?: (?:dat|that))?\b"
    r"|in (?:het|de|ons|mijn) \w+ (?:staat|lees ik|stond)(?: dit)?:"
    r"|is (?:het|dat) (?:\w+ )?(?:waar|juist|zo|correct)\b[^?!;:]{0,20}?\bdat\b"
    r"|is (?:it|this|that) (?:\w+ )?(?:true|correct|right|so)\b[^?!;:]{0,20}?\bthat\b"
    r"|does\b[^?!;:]{0,50}?\b(?:say|state|mention|claim)\b(?:\s+that\b)?"
    r"|ik (?:heb )?(?:hoorde|las|dacht|gehoord|gelezen)\b[^?!;:]{0,30}?\bdat\b"
    r"|i (?:heard|read|thought|understood)(?:\s+that)?\b)",
    re.IGNORECASE,
)


def stated(frame: Frame) -> Frame:
    """Return the claim with the words that it states, those of its opening left out.

    A claim that is all opening ("Klopt het dat?") keeps its words.
    """
    start = opening_end(frame.question)
    said = tuple(word for word in frame.words if word.start >= start)
    return replace(frame, words=said) if start and said else frame


def opening_end(question: str) -> int:
    """Return where the claim itself begins.

    >>> question = "Staat in de brief dat er 24 projecten zijn?"
    >>> question[opening_end(question):]
    ' er 24 projecten zijn?'
    """
    opening = _OPENING.search(question)
    return opening.end() if opening else 0
