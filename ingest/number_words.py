"""Number words of Dutch and English up to a hundred, and the round words ("ton") that multiply."""

from decimal import Decimal
from itertools import product

_NL_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_NL_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_NL_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_EN_UNITS = "one two three four five six seven eight nine".split()
_EN_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

MULTIPLIERS = {
    "duizend": Decimal(1_000),
    "thousand": Decimal(1_000),
    "k": Decimal(1_000),
    "ton": Decimal(100_000),
    "miljoen": Decimal(1_000_000),
    "million": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
    "billion": Decimal(1_000_000_000),
    "mld": Decimal(1_000_000_000),
    "mrd": Decimal(1_000_000_000),
}
"""What a round word multiplies by; "ton" is the Dutch word for a hundred thousand euros."""


def _words() -> dict[str, int]:
    """Return every number word from 2 to 100; "een" and "one" are more often articles."""
    table: dict[str, int] = {"één": 1, "honderd": 100, "beide": 2, "both": 2, "dozijn": 12}
    for teens in (_NL_TEENS, _EN_TEENS):
        table.update({word: 10 + i for i, word in enumerate(teens)})
    for units in (_NL_UNITS, _EN_UNITS):
        table.update({word: 1 + i for i, word in enumerate(units) if i})
    for tens in (_NL_TENS, _EN_TENS):
        table.update({word: 20 + 10 * i for i, word in enumerate(tens)})
    for (i, unit), (j, ten) in product(enumerate(_NL_UNITS), enumerate(_NL_TENS)):
        link = "ën" if unit.endswith("e") else "en"
        table[unit + link + ten] = 21 + i + 10 * j
    for (i, unit), (j, ten) in product(enumerate(_EN_UNITS), enumerate(_EN_TENS)):
        table[f"{ten}-{unit}"] = 21 + i + 10 * j
    return table


_TABLE = _words()


def number_word(word: str) -> int | None:
    """Return the number that a word names, from 1 to 100, or None.

    >>> number_word("veertien"), number_word("drieëntwintig"), number_word("een")
    (14, 23, None)
    """
    return _TABLE.get(word.lower())


def number_words() -> tuple[str, ...]:
    """Return every known number word, longest first, for use in a pattern."""
    return tuple(sorted(_TABLE, key=lambda word: (-len(word), word)))
