"""What the headers above an amount say: its year, and whether it is begroot or realisatie."""

import re

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")
# Years that are compared with or counted up to, not the year of the amount.
_OTHER_YEAR = re.compile(
    r"(?:t\.?o\.?v\.?|ten opzichte van|t/m|tot en met|sinds|peildatum(?:\s+\w+)?|vanaf|per \d+ \w+)"
    r"\s*(?:\w+\s+)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_MEASURES = (
    ("verschil", r"verschil|mutatie|afwijking|stijging|toename|afname|(?<!na )wijziging(?!en)"),
    ("realisatie", r"realisatie|gerealiseerd|rekening|werkelijk|jaarrekening"),
    ("lasten", r"\blasten|uitgaven|\bkosten"),
    ("baten", r"\bbaten|inkomsten|opbrengst"),
    ("saldo", r"\bsaldo|resultaat"),
    ("begroot", r"begroot|begroting|\bbegr\.|raming|geraamd"),
    ("inzet", r"\binzet|ingezet"),
)
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _MEASURES)


def measure_of(path: tuple[str, ...]) -> str | None:
    """Return the kind of amount that a column holds, its own header before those above it.

    >>> measure_of(("Begroting 2025", "Lasten")), measure_of(("Begroting 2025",))
    ('lasten', 'begroot')
    >>> measure_of(("mutatie t.o.v. 2024",)), measure_of(("Begroting 2018 na wijziging",))
    ('verschil', 'begroot')
    """
    for words in reversed(path):
        for name, pattern in _PATTERNS:
            if pattern.search(words):
                return name
    return None


def years_of(words: str) -> tuple[int, ...]:
    """Return the years that words name as their own, each once, in order.

    >>> years_of("Begroting 2025"), years_of("mutatie t.o.v. 2024"), years_of("2025 - 2027")
    ((2025,), (), (2025, 2027))
    """
    own = _OTHER_YEAR.sub(" ", words)
    return tuple(dict.fromkeys(int(found) for found in _YEAR.findall(own)))
