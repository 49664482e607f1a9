"""What headers and rows say about an amount: its year, and whether it is begroot or realisatie."""

import re

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")
# Years that are compared with or counted up to, not the year of the amount.
_OTHER_YEAR = re.compile(
    r"(?:t\.?o\.?v\.?|ten opzichte van|t/m|tot en met|sinds|peildatum(?:\s+\w+)?|vanaf|per \d+ \w+)"
    r"\s*(?:\w+\s+)?(?:19|20)\d\d",
    re.IGNORECASE,
)
# "Uitgegeven t/m 2025" stands for the end of that year where no other year is named.
_UP_TO = re.compile(r"(?:t/m|tot en met)\s*(?:\w+\s+)?((?:19|20)\d\d)(?![\d.,]\d)", re.IGNORECASE)
# Periods without an end or a beginning: "vanaf 2026", "sinds 1-1-2020", "tot 2027", "2026 e.v.".
# "Tot en met 2025" ends in a year, "begroting na de 2e wijziging 2025" and "voor 2025" are of one.
_OPEN = re.compile(
    r"\b(?:(?:(?:vanaf|sinds|m\.?i\.?v\.?|met ingang van)\s+(?:\w+\s+){0,2}?(?:\d{1,2}-\d{1,2}-)?"
    r"|tot\s+(?!en\s+met)(?:\w+\s+){0,2}?|(?:na|vóór)\s+)(?:19|20)\d\d(?![\d.,]\d)"
    r"|(?:19|20)\d\d\s*(?:e\.?\s?v\.?(?!\w)|en\s+(?:verder|later|volgende)|-\s*(?:heden|nu)\b"
    r"|(?:tot|t/m)\s+(?:heden|nu)\b))",
    re.IGNORECASE,
)
# What a row is called that holds for the rows below it: "Jaar 2025", "Begroting 2026", "2024".
_YEAR_GROUP = re.compile(
    r"(?:(?:(?:\w*jaar(?:schijf|rekening|stukken)?|begroting|rekening|realisatie|raming)"
    r"(?:\s+voor)?):?\s+)?((?:19|20)\d\d):?",
    re.IGNORECASE,
)
_CYCLE = (
    ("verschil", r"verschil|\bmutatie\b|afwijking|stijging|toename|afname|wijziging(?!en)"),
    ("verleend", r"verleend|verlening|toegekend|toekenning|beschikt\b"),
    ("aangevraagd", r"aangevraagd|gevraagd\b|aanvraag\b"),
    ("realisatie", r"realisatie|gerealiseerd|rekening|werkelijk|\bbesteed\b|\bbestedingen?\b"),
    ("begroot", r"begroot|begroting|\bbegr\.|raming|geraamd|\bbudget"),
    ("inzet", r"\binzet|ingezet"),
)
_SIDES = (
    ("lasten", r"\blasten|uitgaven|\bkosten"),
    ("baten", r"\bbaten|inkomsten|opbrengst"),
    ("saldo", r"\bsaldo|resultaat"),
)
# "Saldo van lasten en baten", "Baten minus lasten"; "Lasten per saldo" are expenses.
_BALANCE = re.compile(
    r"^(?:(?!\b(?:lasten|baten|uitgaven|inkomsten|kosten|opbrengst)).)*\b(?:saldo|resultaat)\b"
    r"|\b(?:lasten|uitgaven|kosten)\b.*\b(?:baten|inkomsten|opbrengsten)\b.*\b(?:saldo|resultaat)\b"
    r"|\b(?:baten|inkomsten|opbrengsten)\b.*\b(?:lasten|uitgaven|kosten)\b.*\b(?:saldo|resultaat)\b"
    r"|\b(?:baten|inkomsten|opbrengsten)\s+(?:minus|min|-/-)\s+(?:lasten|uitgaven|kosten)\b",
    re.IGNORECASE,
)
_NOT_SPENT = re.compile(r"\b(?:nog )?te besteden\b|\bbesteedbaar", re.IGNORECASE)
# "Begroting voor wijziging", "na de 2e wijziging", "incl. wijzigingen": the budget, no change.
_CHANGED = re.compile(
    r"\b(?:voor|vóór|na|met|incl(?:usief|\.)?|excl(?:usief|\.)?)\s+(?:[\w.]+\s+){0,3}?"
    r"(?:begrotings)?wijziging(?:en)?\b",
    re.IGNORECASE,
)


def _compiled(measures: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in measures)


_PATTERNS = (_compiled(_CYCLE), _compiled(_SIDES))


def measure_of(column: tuple[str, ...], row: tuple[str, ...] = ()) -> str | None:
    """Return the kind of amount under the headers ``column`` in the row ``row``, or None.

    The word for the place in the budget cycle goes first (begroot, realisatie, verschil, verleend,
    aangevraagd, inzet), then lasten, baten or saldo; the nearest header or row goes before those
    above it, headers before rows. A row never tells begroot from realisatie.

    >>> measure_of(("Begroting 2025", "Lasten")), measure_of(("2025", "Lasten"))
    ('begroot', 'lasten')
    >>> measure_of(("mutatie t.o.v. 2024",)), measure_of(("Begroting 2018 na wijziging",))
    ('verschil', 'begroot')
    >>> measure_of(("2026",), ("Baten", "Leges")), measure_of(("2026",), ("Reserve wegen",)) is None
    ('baten', True)
    >>> measure_of(("2025",), ("Saldo van lasten en baten",)), measure_of(("2025",), ("Lasten",))
    ('saldo', 'lasten')
    """
    cycle, sides = _PATTERNS
    found = _named(column, cycle) or _named(column, sides)
    return found or _named(row, sides)


def _named(path: tuple[str, ...], patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    for words in reversed(path):
        said = _CHANGED.sub(" ", _NOT_SPENT.sub(" ", words))
        if patterns is _PATTERNS[1] and _BALANCE.search(said):
            return "saldo"
        for name, pattern in patterns:
            if pattern.search(said):
                return name
    return None


def years_of(words: str) -> tuple[int, ...]:
    """Return the years that words name as their own, each once, in order.

    >>> years_of("Begroting 2025"), years_of("mutatie t.o.v. 2024"), years_of("2025 - 2027")
    ((2025,), (), (2025, 2027))
    >>> years_of("Uitgegeven t/m 2025"), years_of("Begroting 2025 t/m 2028")
    ((2025,), (2025,))
    """
    own = _OTHER_YEAR.sub(" ", words)
    named = _YEAR.findall(own) or _UP_TO.findall(words)
    return tuple(dict.fromkeys(map(int, named)))


def period_of(column: tuple[str, ...]) -> str | None:
    """Return the header, as printed, that gives a column a period and no single year, or None.

    >>> period_of(("Begroting 2025", "vanaf 2026")), period_of(("2024 - 2027",))
    ('vanaf 2026', '2024 - 2027')
    >>> period_of(("Uitgegeven t/m 2025",)), period_of(("2024", "Stijging sinds 2020"))
    (None, None)
    """
    for words in reversed(column):
        if _OPEN.search(words):
            compares = measure_of((words,)) == "verschil" and bool(years_of(" ".join(column)))
            return None if compares else words
        if years := years_of(words):
            return words if len(years) > 1 else None
    return None


def group_year(label: str) -> int | None:
    """Return the year that a row by itself gives to the rows below it, or None for another row.

    >>> group_year("Jaar 2025"), group_year("Begroting 2026"), group_year("2024:")
    (2025, 2026, 2024)
    >>> group_year("Krediet 2025") is None
    True
    """
    found = _YEAR_GROUP.fullmatch(label.strip())
    return int(found[1]) if found else None
