"""What the words around a table say about its amounts: thousands, millions, euros, percent."""

import re

# A year or the number of a table before the scale is none of it: "Lasten 2024 (x € 1.000)". Other
# numbers are: "6 x 1.000 m3", "€ 384 (x 1.000)".
_NUMBER = re.compile(
    r"(?:(?<![€\d.,])(?<!€ )\b(?:19|20)\d\d"
    r"|\b(?:tabel|figuur|grafiek|bijlage|programma|hoofdstuk|paragraaf|thema|pijler|taakveld|deel|"
    r"kwartaal)\s+\d+(?:\.\d+)*[a-z]?)\b(?=[:.,]?\s*\(?\s*(?:bedragen\s*)?(?:€\s*)?[x*×])",
    re.IGNORECASE,
)
# "x € 1.000", "* 1.000", "× 1000", "x1.000,-", "x 1k"; no digit before it.
_TIMES = re.compile(
    r"(?<!\d)(?<!\d )(?<!\d \()(?<!\d\()[x*×]\s*(?:€|EUR|euro)?\s*"
    r"(1(?:\.\s?|\s)?000(?:[.\s]?000)?|1\s?k|['’`]000)\b",
    re.IGNORECASE,
)
# "x € 1 miljoen", "in duizenden euro's", "(€ mln)", "in 1.000 euro"; a bare amount of prose such as
# "€ 5 miljoen" is none of them.
_BY = r"(?:(?<!\d)(?<!\d )[x*×]|\b(?:in|per)\b)\s*(?:€|EUR|euro)?\s*(?:1\s+)?"
_THOUSANDS = re.compile(
    rf"{_BY}(?:duizend(?:en|tallen)?\b)|\bin\s+(?:€\s*)?1\.?000\s*(?:euro\b|EUR\b|€)|€\s?k\b|\bk\s?€"
    r"|\bkeuro\b|€\s?['’`]000\b",
    re.IGNORECASE,
)
# "in € 1.000" of a caption; "resulteert in € 1.000" is prose. "(€ 1.000)" and "€ 1.000" by itself.
_IN_THOUSANDS = re.compile(
    r"(?:^|\(|\b(?:bedragen|cijfers|waarden|getallen|alles|vermeld|uitgedrukt|luiden|zijn)\s+)\s*in\s*"
    r"(?:€|EUR|euro)\s*1\.?000(?![.\d])|^(?:[^.€]{0,40}\()?€\s*1\.000(?:,-)?\)?$",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    rf"{_BY}(?:miljoen(?:en)?|mln|mio)\b|€\s?(?:mln|mio|miljoen)\b|\((?:mln|mio)\b"
    r"|(?<!\d)(?<!\d )\b(?:mln|mio)\.?\s?(?:€|euro\b)",
    re.IGNORECASE,
)
_BILLIONS = re.compile(
    rf"{_BY}(?:miljard(?:en)?|mrd|mld)\b|€\s?(?:mrd|mld|miljard)\b", re.IGNORECASE
)
# Words that say that amounts are not in thousands: they end the search for a scale.
_NOT_SCALED = re.compile(r"\bniet (?:in|per) (?:duizend|miljoen)", re.IGNORECASE)
_FULL = re.compile(
    r"\b(?:in|x)\s*(?:hele|gehele|volle|afgeronde)\s+euro"
    r"|\bin\s+(?:€|EUR\b|euro)(?:['’]s)?(?!\s*\w)"
    r"|[x*×]\s*(?:€|EUR)\s*1(?![\d.]|,\d|\s*(?:m|d|k))|[x*×]\s*1\s+euro\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bprocent|\bpercentage", re.IGNORECASE)
_COUNT = re.compile(r"\baantal(?:len)?\b|\bfte\b|\(kg\b|\(uren\b", re.IGNORECASE)
_ROW_UNIT = re.compile(r"(?P<percent>%|percentage|procent|aandeel)|aantal|fte\b", re.IGNORECASE)
_ROW_END = re.compile(
    r"\((?:in\s+)?(?:(?P<percent>%|procenten|procent|percentage)|(?P<count>aantal(?:len)?|fte)"
    r"|(?P<euro>€|euro(?:['’]?s)?))\)$",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:verschil|mutatie)\w*", re.IGNORECASE)
_PLANNED = re.compile(
    r"\bbegroot\b|\bbegroting\b|\bbegr\.|\braming(?:en)?\b|\bgeraamd\b|\brealisatie\b|\brekening\b"
    r"|\bverschil\b|\bmutatie\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"€|\beuro|\bbedrag|\binzet\b|\bbudget|\bbegroot|\bbegroting|\bbegr\.|\braming|\bgeraamd|\brealisatie"
    r"|\brekening|\blasten|\bbaten|\bsaldo|\bkosten|\buitgaven|\binkomsten|\bopbrengst|\bkrediet|\btari(?:ef|even)"
    r"|\bbijdrage|\bsubsidie|\breserve|\bvoorziening|\buitkering|\bverschil|\bmutatie"
    r"|\bmiddelen\b|\bbeste(?:ed|ding)|\buitgegeven|\bverleend",
    re.IGNORECASE,
)


def scale_of(words: str) -> int | None:
    """Return what amounts are to be multiplied by where the words say so, otherwise None.

    Words that name full euros give 1.

    >>> scale_of("Bedragen x € 1.000"), scale_of("(in duizenden euro's)"), scale_of("in € mln")
    (1000, 1000, 1000000)
    >>> scale_of("Bedragen x € 1 miljoen"), scale_of("(in euro)"), scale_of("Bedragen in euro's.")
    (1000000, 1, 1)
    >>> scale_of("in hele euro’s, niet in duizendtallen"), scale_of("het kost € 5 miljoen") is None
    (1, True)
    >>> scale_of("gecalculeerd op € 384 (x 1.000)") is None, scale_of("bedragen x 1.000.000")
    (True, 1000000)
    >>> scale_of("Lasten 2024 (x € 1.000)"), scale_of("Tabel 4.2: x € 1.000"), scale_of("(€ 1.000)")
    (1000, 1000, 1000)
    """
    words = _NUMBER.sub(" ", words.strip())
    if _NOT_SCALED.search(words):
        return 1
    if times := _TIMES.search(words):
        return 1_000_000 if len(re.sub(r"\D", "", times[1])) > 4 else 1_000
    if _IN_THOUSANDS.search(words):
        return 1_000
    named = ((_BILLIONS, 1_000_000_000), (_MILLIONS, 1_000_000), (_THOUSANDS, 1_000), (_FULL, 1))
    return next((scale for pattern, scale in named if pattern.search(words)), None)


def unit_of(words: str) -> str | None:
    """Return "percent", "count" or "euro" where the words name it, in that order, otherwise None.

    >>> unit_of("Percentage 2025"), unit_of("Aantal woningen"), unit_of("Begroting 2025")
    ('percent', 'count', 'euro')
    >>> unit_of("Besteed 2025"), unit_of("Middelen"), unit_of("Peilwaarde") is None
    ('euro', 'euro', True)
    """
    if _PERCENT.search(words):
        return "percent"
    if _COUNT.search(words):
        return "count"
    return "euro" if _MONEY.search(words) or scale_of(words) else None


def is_count(words: str) -> bool:
    """Return whether words name a number of things or of jobs as the unit of what they are above.

    >>> is_count("Tabel 5: formatie per team in fte"), is_count("Lasten 2024 (x € 1.000)")
    (True, False)
    """
    return bool(_COUNT.search(words)) and not _MONEY.search(words)


def is_weak(words: str) -> bool:
    """Return whether words speak of money only as a change of something, which may be no money.

    >>> is_weak("Verschil"), is_weak("Verschil begroting")
    (True, False)
    """
    return _CHANGE.search(words) is not None and not _MONEY.search(_CHANGE.sub(" ", words))


def is_purely_money(words: str) -> bool:
    """Return whether words speak of money by more than a place in the budget cycle or a change.

    Indicators too are "begroot" and "gerealiseerd".

    >>> is_purely_money("Lasten 2025"), is_purely_money("Realisatie 2025")
    (True, False)
    """
    return is_money(_PLANNED.sub(" ", words))


def is_money(words: str) -> bool:
    """Return whether words speak of money at all.

    >>> is_money("Tarieven hondenbelasting"), is_money("Aantal inwoners")
    (True, False)
    """
    return bool(_MONEY.search(words) or scale_of(words))


def row_unit_of(label: str) -> str | None:
    """Return the unit that a row names at its start, or in brackets, which holds for its amounts.

    >>> row_unit_of("% inwoners met schulden"), row_unit_of("Aantal woningen")
    ('percent', 'count')
    >>> row_unit_of("Informatie voor inwoners") is None, row_unit_of("Sportdeelname (in %)")
    (True, 'percent')
    """
    if found := _ROW_END.search(label):
        return next(unit for unit in ("percent", "count", "euro") if found[unit])
    found = _ROW_UNIT.match(label)
    return None if found is None else "percent" if found["percent"] else "count"
