"""Tells whether the text of a page can be read, or is a font's codes without a character map."""

import re
from collections.abc import Iterable

from ingest.report import Health

# The commonest words of Dutch and English. In real running text they are 30 to 50 of 100 words; on
# pages that are tables, still 5 or more of 100; in text without a character map, 0.
_COMMON = frozenset(
    """
    de het een en van in te dat die is voor met op aan door niet zijn worden wordt werd om als
    naar uit bij er ook tot of over maar kan hebben heeft we wij onze dit deze per meer is was
    totaal euro gemeente jaar raad college lasten baten saldo begroting rekening the of and to
    in is for that with on as by be are this from at or an it
    """.split()
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODES = re.compile(r"/[A-Za-z]{0,3}\d{1,5}|\(cid:\d+\)|[\ufffd\x00-\x08\x0e-\x1f]|\\x[0-9a-f]{2}")
_VOWELS = frozenset("aeiouyAEIOUYáéíóúäëïöüàèêçÁÉËÏÖÜ")
_ENOUGH = 40  # words; fewer say too little (a cover, a page of figures)


def text_health(text: str, *, picture: float, hides: bool, recognised: bool = False) -> Health:
    """Return how well a page was read, from its text and what else is on it.

    Args:
        text: the page's text.
        picture: share of the page, 0 to 1, that its largest picture covers.
        hides: whether text was found that a reader of the page can't see.
        recognised: whether the text is that of text recognition (OCR).

    >>> text_health("De gemeente Almelo", picture=0.0, hides=False).value
    'read'
    >>> text_health("", picture=0.9, hides=False).value
    'no_text'
    """
    if not text.strip():
        return Health.NO_TEXT if picture > 0 else Health.EMPTY
    if is_garbled(text):
        return Health.GARBLED
    if hides:
        return Health.HIDDEN_TEXT
    return Health.OCR if recognised else Health.READ


def is_garbled(text: str) -> bool:
    """Return whether ``text`` is glyph codes or letters that form no Dutch or English words.

    >>> is_garbled("/g12/g7/g33 /g12/g8/g4/g19/g20")
    True
    >>> is_garbled("Lasten 1.234 Baten 987")
    False
    """
    printed = sum(1 for char in text if not char.isspace())
    codes = sum(len(match.group()) for match in _CODES.finditer(text))
    if printed >= 8 and codes > 0.3 * printed:
        return True
    words = _WORD.findall(text)
    if len(words) < _ENOUGH:
        return False
    common = sum(1 for word in words if word.lower() in _COMMON)
    return common < 0.01 * len(words) and _vowels(words) < 0.28


def _vowels(words: Iterable[str]) -> float:
    """Return the share of vowels among letters: 0.38 to 0.42 in Dutch, 0.2 in shifted codes."""
    letters = "".join(words)
    return sum(1 for letter in letters if letter in _VOWELS) / max(1, len(letters))
