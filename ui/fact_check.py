"""A pasted text split into the sentences that can be checked, each with the question to ask."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates import find_dates
from ingest.quantities import find_quantities
from ingest.sentence_ends import split_sentences
from ui.plain import one_line

LONGEST_TEXT = 5_000
"""Characters of all claims together: two pages of a speech."""

_ASKED_AS = "Klopt het dat {claim}?"
_LONGEST_CLAIM = 500 - len(_ASKED_AS)  # the engine refuses questions of more than 500 characters
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-–•*o]|\d{1,2}[.)])\s)")
_MARK = re.compile(r"^\s*(?:[-–•*o]|\d{1,2}[.)])\s+")
_JOINED = re.compile(r",?\s+(?:en|maar|terwijl)\s+|;\s+")
# How a speech begins says nothing that a report could say.
_ADDRESS = re.compile(
    r"^(?:(?:geachte|beste|waarde)\s+)?(?:(?:mevrouw|meneer)\s+(?:de\s+)?)?"
    r"(?:voorzitter|collega[’']?s|raadsleden|leden van de raad|dames en heren|aanwezigen)"
    r"\s*[,!:]\s*",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\b(?!euro\b|miljoen\b|duizend\b|procent\b)[^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence as pasted; ``question`` asks the engine for it, None where it can't be checked.

    ``why_not`` then says in Dutch why.
    """

    text: str
    question: str | None
    why_not: str = ""


def claims(text: str) -> tuple[Claim, ...]:
    """Return the sentences of a pasted text, in order.

    A sentence can be checked when it holds a number, a date or a name. One that gives several
    things a number each is taken apart: one false number must not hide behind a true one.

    >>> [claim.question for claim in claims("Er ging 57.000 euro naar sport. Dat is mooi.")]
    ['Klopt het dat er ging 57.000 euro naar sport?', None]
    >>> claims("Geachte voorzitter, Avedan kreeg 57.000 euro.")[0].question
    'Klopt het dat Avedan kreeg 57.000 euro?'
    """
    sentences = _sentences(text[:LONGEST_TEXT])
    return tuple(_claim(part) for sentence in sentences for part in _parts(sentence))


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences; a hard line break inside a paragraph is a space, list marks are left."""
    for paragraph in _PARAGRAPH.split(text.replace("\r", "")):
        folded = one_line(_MARK.sub("", paragraph))
        for span in split_sentences(folded):
            yield span.cut(folded)


def _parts(sentence: str) -> tuple[str, ...]:
    """Return the halves of a sentence that say something of their own, or the sentence whole.

    >>> _parts("De coach kreeg 57.000 euro en de fietsers 10.000 euro.")
    ('De coach kreeg 57.000 euro', 'de fietsers 10.000 euro.')
    >>> _parts("De coach en de fietsers kregen samen 67.000 euro.")
    ('De coach en de fietsers kregen samen 67.000 euro.',)
    """
    parts = tuple(part for part in _JOINED.split(sentence) if part)
    whole = all(find_quantities(part) and _TELLING.search(part) for part in parts)
    return parts if whole else (sentence,)


def _claim(sentence: str) -> Claim:
    spoken = sentence.strip().rstrip(".!…").strip()
    bare = _ADDRESS.sub("", spoken)
    if sentence.rstrip().endswith("?"):
        return Claim(sentence, None, "Dit is een vraag, geen bewering.")
    if len(bare) > _LONGEST_CLAIM:
        return Claim(sentence, None, "Deze zin is te lang. Maak er twee zinnen van.")
    if not (find_quantities(bare) or find_dates(bare) or names(bare)):
        return Claim(sentence, None, "Hier staat geen getal, datum of naam in.")
    # Behind an address a capital is that of a name.
    said = bare if bare != spoken else _in_a_sentence(bare)
    return Claim(sentence, _ASKED_AS.format(claim=said))


def names(sentence: str) -> tuple[str, ...]:
    """Return the words that are written as a name, behind the first word, in order.

    The first word counts when it has more than one capital: each sentence begins with one.

    >>> names("Volgens de wethouder kreeg Avedan geld van de GGD")
    ('Avedan', 'GGD')
    """
    found = [word.group() for word in _WORD.finditer(sentence)]
    return tuple(
        word
        for place, word in enumerate(found)
        if any(char.isupper() for char in (word if place else word[1:]))
    )


def _in_a_sentence(bare: str) -> str:
    """Return the sentence as it is written behind "dat": small, unless it begins with a name.

    >>> _in_a_sentence("De GGD kreeg geld"), _in_a_sentence("GGD Twente kreeg geld")
    ('de GGD kreeg geld', 'GGD Twente kreeg geld')
    """
    first = bare.split(" ", 1)[0]
    common = first[:1].isupper() and first[1:] == first[1:].lower()
    return bare[:1].lower() + bare[1:] if common else bare
