"""Numbers in running text, Dutch and English: money, percentages, fractions, ranges and counts."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.dates import DateMention, find_dates
from ingest.number_words import MULTIPLIERS, number_word, number_words
from ingest.span import Span

# A hard space parts thousands; a plain one only behind "€", as cells of a table stand so too.
_SPACED = r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+|(?<=€ )\d{1,3}(?: \d{3})+(?!\s*[\d€]|\.\d)"
_DIGITS = (
    rf"(?:{_SPACED})(?:,\d+)?|"
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![,\d])|"
    r"\d+(?:[,.]\d{1,2})?(?!\d)|\d+"
)
_WORDS = "|".join(map(re.escape, number_words()))
_NUMBER = rf"(?:{_DIGITS}|(?<![^\W\d_])(?:{_WORDS})(?![^\W\d_]))"
_TIMES = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
_ABOUT = (
    r"ruim|ca\.?|circa|ongeveer|zo['’]n|bijna|meer dan|minder dan|minstens|maximaal|rond de|"
    r"about|almost|nearly|over|more than|less than|at least|some|around|approximately"
)
_FRACTIONS = {
    "de helft": "1/2", "half of": "1/2", "een derde": "1/3", "twee derde": "2/3",
    "een kwart": "1/4", "driekwart": "3/4", "drie kwart": "3/4", "two thirds": "2/3",
    "one third": "1/3", "a third": "1/3", "three quarters": "3/4", "a quarter of": "1/4",
}  # fmt: skip
_PATTERN = re.compile(
    rf"(?:(?P<about>\b(?:{_ABOUT}))\s+)?"
    rf"(?P<minus2>(?<!\S)(?:-/-\s*|-)(?=\s?€))?"
    rf"(?P<euro>€|\bEUR\b)?\s*(?<![\w.,/+-])(?P<minus>-)?(?P<number>{_NUMBER})"
    rf"(?:\s*(?:[-–]|tot|à|á|to)\s*(?P<upto>{_NUMBER}))?(?P<dash>,-+)?"
    rf"(?:\s*(?P<times>{_TIMES})\b)?(?P<minus3>\s*-/-)?"
    r"(?P<thousands>\s*\(\s*[x×*]\s*(?:€\s*)?1[. ]?000(?:,-+)?\s*\)"
    r"|(?<=\d)\s*[x×*]\s*€\s*1[. ]?000(?:,-+)?(?!\.?\d))?"
    r"(?P<after>\s*(?:euro|euro['’]s|EUR)\b|\s?%|\s*(?:procent|percent|per cent)\b)?"
    r"(?![\d/]|[.,]\d|\w)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?<![\d/.,])(?P<over>\d{1,2}/\d{1,2})(?![\d/])|\b(?:" + "|".join(_FRACTIONS) + r")\b",
    re.IGNORECASE,
)
# Digits that count nothing: ages ("65+", "0-23 jarige"), codes, paragraph and article numbers.
_NO_COUNT = re.compile(
    r"\d+\s*[-–]?\s*\d*\s*(?:\+|-?\s*jarige|e\b|ste\b|de\b)"
    r"|\b(?:intern|kenmerk|zaak|nr\.?|\w*nummer|paragraaf|par\.?|bijlage|hoofdstuk|lid|noot"
    r"|voetnoot|motie|amendement|agendapunt|versie|postbus|kvk|week|groep|programma|taakveld"
    r"|tabel|figuur|blz\.?|pagina|bladzijde|section|chapter|page|version|group)\s*[-:]?\s*\d[\d.]*"
    r"|\b(?:artikel(?:en)?|artt?\.?)\s*\d[\d.:]*[a-z]?"
    r"(?:(?:,|\s+(?:en|of|t/m|tot en met))\s*\d+[a-z]?\b)*"
    rf"|\b\d+(?:\.\d{{1,2}})+\b(?!\.\d|\s*(?:%|euro|procent|percent|(?:{_TIMES})\b))"
    r"|https?://\S+|\b\d{1,2}[:.]\d{2}\s*uur"
    r"|^\s*\(?\d{1,2}\)(?=\s)"  # the mark of a list
    # Telephones, postcodes, bank accounts and other codes that begin with a nought.
    r"|\(0\d{2,3}\)[\s\d-]{6,12}|(?<![\d.,])\+31[\s\d-]{9,13}|\b14[ -]?0\d{2,3}\b"
    r"|(?<![\d.,])(?<!\d\s)0\d{1,3}[ -]\d{2,}(?: \d{2,3})*|\b[A-Z]{2}\d{2} ?[A-Z]{4}[ \d]{10,14}"
    r"|(?<![\d.,€])(?<!€ )\b[1-9]\d{3} ?(?-i:(?!EU|MW|KW|GW|KM|HA)[A-Z]{2}\b(?=\s+[A-Z]|\s*$))"
    r"|(?<![\d.,])(?<!\d\s)0\d+\b(?![,.]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed at ``span``.

    It is ``value``, to ``value_max`` where it is a range (else None), in ``unit``. ``unit`` is
    euro, percent, fraction (value rounded to four decimals) or count. ``about`` is the printed word
    that makes it inexact ("ruim", "ca."), or None. ``step`` is what the last printed digit counts:
    100.000 in "3,4 miljoen".
    """

    span: Span
    value: Decimal
    value_max: Decimal | None
    unit: str
    about: str | None
    step: Decimal = Decimal(1)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers in ``text`` in order; dates, ages, codes and paragraph numbers are none.

    >>> [(str(q.value), q.unit) for q in find_quantities("ruim twee ton, 70% en 88 inwoners")]
    [('200000', 'euro'), ('70', 'percent'), ('88', 'count')]
    >>> [str(q.value) for q in find_quantities("€ 81k, ca. € 90 (x 1.000) en -€ 4.500")]
    ['81000', '90000', '-4500']
    >>> [int(q.value) for q in find_quantities("4,250 bezoekers, € 4,25 miljoen, € 4,087 mln")]
    [4250, 4250000, 4087000]
    >>> [(str(q.value), str(q.value_max)) for q in find_quantities("wekelijks 20 – 30 volwassenen")]
    [('20', '30')]
    >>> find_quantities("op 9 november 2023, 65+, paragraaf 2.6 (Intern - 748341)")
    ()
    >>> find_quantities("1) artikelen 212 en 213a, 7601 AB Almelo, (0546) 54 11 11")
    ()
    """
    taken = [mention.span for mention in find_dates(text) if _is_date(mention, text)]
    fractions = [m for m in _FRACTION.finditer(text) if not _overlaps(m, taken)]
    found = [_fraction(match) for match in fractions]
    taken += [q.span for q in found]
    taken += [Span(*m.span()) for m in _NO_COUNT.finditer(text) if "€" not in m.group()]
    found += [_quantity(m) for m in _PATTERN.finditer(text) if not _overlaps(m, taken)]
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _is_date(mention: DateMention, text: str) -> bool:
    """Tell a year from an amount of the same digits ("2000 euro")."""
    return mention.grain != "year" or not re.match(
        r"\s*(?:euro|%|procent)", text[mention.span.end :]
    )


def _overlaps(match: re.Match[str], taken: list[Span]) -> bool:
    start = match.start("number") if "number" in match.groupdict() else match.start()
    return any(start < span.end and span.start < match.end() for span in taken)


def _fraction(match: re.Match[str]) -> Quantity:
    printed = match.group("over") or _FRACTIONS[match.group().lower()]
    above, below = (Decimal(part) for part in printed.split("/"))
    value = round(above / below, 4) if below else Decimal(0)
    return Quantity(Span(*match.span()), value, None, "fraction", None)


def _quantity(match: re.Match[str]) -> Quantity:
    times = MULTIPLIERS.get((match["times"] or "").lower(), Decimal(1))
    times *= 1000 if match["thousands"] else 1
    negative = match["minus"] or match["minus2"] or match["minus3"]
    of_times = match["times"] is not None
    number = _number(match["number"], of_times=of_times)
    value = number * times * (-1 if negative else 1)
    upto = _number(match["upto"], of_times=of_times) * times if match["upto"] else None
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    step = times * _step(number)
    return Quantity(Span(start, match.end()), value, upto, _unit(match), match["about"], step)


def _unit(match: re.Match[str]) -> str:
    after = (match["after"] or "").strip().lower()
    if match["euro"] or match["dash"] or match["thousands"] or after.startswith("eur"):
        return "euro"
    if (match["times"] or "").lower() == "ton":
        return "euro"
    return "percent" if after else "count"


def _number(printed: str, *, of_times: bool = False) -> Decimal:
    """Return the value of digits or a word; three digits behind a mark are thousands.

    Behind the comma of "4,087 miljoen" (``of_times``) stand decimals: thousands of millions are
    not written so.

    >>> [str(_number(p)) for p in ("1.234,5", "63,000", "3,4", "3.4", "veertien")]
    ['1234.5', '63000', '3.4', '3.4', '14']
    """
    word = number_word(printed)
    if word is not None:
        return Decimal(word)
    decimals = of_times and _ONE_COMMA.fullmatch(printed)
    if _THOUSANDS_EN.fullmatch(printed) and not decimals:
        return Decimal(printed.replace(",", ""))
    if _DECIMAL_POINT.fullmatch(printed):
        return Decimal(printed)
    return Decimal(_SPACE.sub("", printed).replace(".", "").replace(",", "."))


_SPACE = re.compile(r"\s")
_THOUSANDS_EN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ONE_COMMA = re.compile(r"\d{1,3},\d{3}")
_DECIMAL_POINT = re.compile(r"\d+\.\d{1,2}")


def _step(value: Decimal) -> Decimal:
    """Return what the last digit counts: 1, or a tenth for each decimal."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
