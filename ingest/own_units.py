"""The unit that a row names for itself: in a column "Eenheid", or in brackets behind its label."""

import re

from ingest.reading import Cell
from ingest.scale import row_unit_of, unit_of
from ingest.table_roles import Roles

NUMBER = "number"
"""The unit of a bare number: no money, no share, and nothing says that things were counted."""

_HEAD = re.compile(r"(?:meet)?eenhe(?:id|den)|in|unit", re.IGNORECASE)
# A count per so many others, or in thousands, is no number of things: its words are its unit.
_RATIO = re.compile(r"\bper\b|/|[x*×]\s*1|\bduizend|\bmiljoen|\bmln\b|‰", re.IGNORECASE)
_LONGEST = 80  # characters of a unit; the longest real one has 57, a remark there is longer
_LETTER = re.compile(r"[^\W\d_]|‰|°")
_PER = r"(?:per|/) ?(?:\d[\d.]* ?)?[^\W\d_][^()€%]*"
_BEHIND = re.compile(
    r"\((?P<unit>(?:in |aantal |gemiddeld )?(?:(?:"
    r"(?:seconden|minuten|uren|uur|dagen|werkdagen|weken|maanden|jaren|jaar)|punten|(?:rapport)?cijfers?"
    r"|score|index|(?:schaal|cijfer) (?:van )?\d+\s?(?:-|–|t/m|tot)\s?\d+|promille|‰|dB|graden|°C"
    r"|km|[kc]?m[23²³]|ha|hectare|kg|kilo|kilogram|kilometers?|[kMG]Wh|[GT]J|liter"
    rf")(?: ?{_PER})?|per \d[\d.]* [^\W\d_][^()€%]*|x 1\.000 (?!euro)[^\W\d_]+))\)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"aantal(?:len)? (?=per\b|x\b)|in (?=\w)", re.IGNORECASE)


def own_unit(roles: Roles, cells: tuple[Cell, ...]) -> str:
    """Return what a row says in a column of units ("Eenheid"), or ""."""
    columns = unit_columns(roles)
    return next((cells[c].text for c in columns if c < len(cells)), "")


def unit_columns(roles: Roles) -> tuple[int, ...]:
    """Return the columns that hold the units of rows."""
    paths = roles.paths
    return tuple(c for c in range(len(paths)) if paths[c] and _HEAD.fullmatch(paths[c][-1].strip()))


def unit_told(said: str) -> str | None:
    """Return the unit that a cell of that column names; None where it names none.

    Other than euro, percent and count the unit is what is printed, as it reads behind a number.

    >>> unit_told("aantal"), unit_told("% van de aanvragen"), unit_told("euro x 1.000")
    ('count', 'percent', 'euro')
    >>> unit_told("Per 1.000 inwoners"), unit_told("Minuten"), unit_told("aantal per 100 jongeren")
    ('per 1.000 inwoners', 'minuten', 'per 100 jongeren')
    >>> unit_told("-") is None, unit_told("12") is None
    (True, True)
    """
    words = " ".join(said.split())
    found = row_unit_of(words) or unit_of(words)
    if found in ("euro", "percent") or (found and not _RATIO.search(words)):
        return found
    return _named(words) if _LETTER.search(words) and len(words) <= _LONGEST else None


def unit_behind(label: str) -> str | None:
    """Return the unit in brackets at the end of a label, as printed, or None.

    Only words that can be nothing else count: "(Wmo)" and "(2024)" are no units.

    >>> unit_behind("Wachttijd (dagen)"), unit_behind("Diefstal (per 1.000 inwoners)")
    ('dagen', 'per 1.000 inwoners')
    >>> unit_behind("Hulp thuis (Wmo)") is None, unit_behind("Totaal (per saldo nadeel)") is None
    (True, True)
    """
    found = _BEHIND.search(" ".join(label.split()))
    return _named(found["unit"]) if found else None


def _named(words: str) -> str:
    """Return a unit as it reads behind a number: without "aantal", no capital but in "GJ"."""
    unit = _COUNTED.sub("", words.strip(), count=1)
    return unit if unit[:2].isupper() else unit[:1].lower() + unit[1:]
