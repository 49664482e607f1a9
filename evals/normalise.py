"""Dutch words, numbers and dates in the form in which the scorer compares them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_QUOTES = str.maketrans("’‘‛`´“”„«»", "'''''\"\"\"\"\"")
_HYPHENS = "-\u00ad\u2010\u2011"
_DASHES = "\u2012\u2013\u2014\u2212"
# "Netwerkontwikke- ling" is one word that broke at a line's end; "buurt- en wijkteams" is not.
_BROKEN_WORD = re.compile(rf"(?<=\w)[{_HYPHENS}]\s+(?!(?:en|of|en/of|dan|als|tot)\b)(?=[^\W\d])")
_RANGE_DASH = re.compile(rf"(?<=\d)\s*[{_HYPHENS}{_DASHES}]\s*(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d)[.\u00a0\u202f](?=\d{3}(?!\d))")
_OUTER = " \t.,;:!?…·•*'\"()[]{}<>|/"

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WRITTEN_DATE = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+({'|'.join(_MONTHS)})\.?\s+(\d{{4}})(?!\d)"
)
_DIGIT_DATE = re.compile(r"(?<![\d-])(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?![\d-])")
_ISO_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")

_NUMBER_WORDS = {
    word: value
    for value, words in enumerate(
        (
            "nul zero", "een één one", "twee two", "drie three", "vier four", "vijf five",
            "zes six", "zeven seven", "acht eight", "negen nine", "tien ten", "elf eleven",
            "twaalf twelve", "dertien thirteen", "veertien fourteen", "vijftien fifteen",
            "zestien sixteen", "zeventien seventeen", "achttien eighteen", "negentien nineteen",
            "twintig twenty",
        )
    )
    for word in words.split()
}  # fmt: skip
_SCALES = {"duizend": 1000, "ton": 100_000, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9}
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<minus>-\s?)?(?:€\s*|euro\s+)?"
    rf"(?:(?P<digits>\d{{1,3}}(?:[.\s]\d{{3}})+(?!\d)|\d+)(?P<decimals>,\d+)?|(?P<word>{'|'.join(_NUMBER_WORDS)}))"
    rf"(?:,-)?(?:\s*(?P<scale>{'|'.join(_SCALES)})\b)?(?![\w]|\.\d)"
)
_RANGE = re.compile(
    rf"(?<![\d.,])([\d.]*\d(?:,\d+)?)\s*(?:[{_HYPHENS}{_DASHES}]|tot en met|t/m|tot|à|to|en|and)\s*"
    r"([\d.]*\d(?:,\d+)?)(?![\d])"
)


def fold(text: str) -> str:
    r"""Return ``text`` as it is compared: lower case, white space folded, hyphens dropped.

    Words broken at a line's end are joined, a dash between two numbers becomes "~", points between
    thousands go, curly quotes become straight, outer punctuation goes.

    >>> fold("Netwerkontwikke-\nling, € 6.277.990 en 20 – 30 wmo-voorzieningen.")
    'netwerkontwikkeling, € 6277990 en 20~30 wmovoorzieningen'
    >>> fold("buurt- en wijkteams")
    'buurt en wijkteams'
    """
    folded = unicodedata.normalize("NFC", text).casefold().translate(_QUOTES)
    folded = _BROKEN_WORD.sub("", folded)
    # A range must not become one number: "2-6" is not "26".
    folded = _RANGE_DASH.sub("~", folded)
    folded = re.sub(f"[{_HYPHENS}]", "", folded)
    folded = _THOUSANDS.sub("", folded)
    return " ".join(folded.split()).strip(_OUTER)


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text`` in order, each without outer punctuation.

    >>> words("26.000 Kwartiermaker /projectleiding (val-preventie)")
    ('26000', 'kwartiermaker', 'projectleiding', 'valpreventie')
    """
    stripped = (word.strip(_OUTER) for word in fold(text).split())
    return tuple(word for word in stripped if any(map(str.isalnum, word)))


def contains(text: str, part: str) -> bool:
    """Return whether ``part`` stands in ``text`` as whole words, or is a date that stands there.

    >>> contains("Dat zijn meer dan 1.300 partners.", "300")
    False
    >>> contains("vastgesteld op 16-04-2025", "16 april 2025")
    True
    """
    wanted = fold(part)
    if not wanted:
        return False
    pattern = rf"(?<![\w~])(?<!\d[.,]){re.escape(wanted)}(?![\w~])(?![.,]\d)"
    if re.search(pattern, fold(text)):
        return True
    day = only_date(part)
    return day is not None and day in dates(text)


def dates(text: str) -> tuple[date, ...]:
    """Return the full dates that ``text`` names, in Dutch, English or digits (day first).

    >>> dates("op 9 november 2023 en 6-5-2025")
    (datetime.date(2023, 11, 9), datetime.date(2025, 5, 6))
    """
    low = text.casefold()
    triples = [
        *((m.start(), m[3], str(_MONTHS[m[2]]), m[1]) for m in _WRITTEN_DATE.finditer(low)),
        *((m.start(), m[3], m[2], m[1]) for m in _DIGIT_DATE.finditer(low)),
        *((m.start(), m[1], m[2], m[3]) for m in _ISO_DATE.finditer(low)),
    ]
    return tuple(d for _, y, m, day in sorted(triples) if (d := _date(y, m, day)) is not None)


def only_date(text: str) -> date | None:
    """Return the date that is all of ``text``, or None.

    >>> only_date("16 april 2025"), only_date("op 16 april 2025")
    (datetime.date(2025, 4, 16), None)
    """
    low = text.casefold().strip()
    whole = any(p.fullmatch(low) for p in (_WRITTEN_DATE, _DIGIT_DATE, _ISO_DATE))
    return next(iter(dates(low)), None) if whole else None


def numbers(text: str) -> tuple[Decimal, ...]:
    """Return the numbers that Dutch ``text`` prints, in full units, in order.

    >>> numbers("€ 228.000, ruim twee ton of 1,5 miljoen voor veertien gemeenten")
    (Decimal('228000'), Decimal('200000'), Decimal('1500000.0'), Decimal('14'))
    """
    return tuple(_number(match) for match in _NUMBER.finditer(text.casefold()))


def ranges(text: str) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the ranges that ``text`` prints, lower and upper end.

    >>> ranges("wekelijks 20 – 30 volwassenen; tussen 5 en 7 keer")
    ((Decimal('20'), Decimal('30')), (Decimal('5'), Decimal('7')))
    """
    pairs = ((numbers(m[1]), numbers(m[2])) for m in _RANGE.finditer(text.casefold()))
    return tuple((low[0], high[0]) for low, high in pairs if low and high and low[0] < high[0])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _number(match: re.Match[str]) -> Decimal:
    if match["word"]:
        value = Decimal(_NUMBER_WORDS[match["word"]])
    else:
        whole = re.sub(r"[.\s]", "", match["digits"])
        value = Decimal(whole + (match["decimals"] or "").replace(",", "."))
    value *= _SCALES.get(match["scale"] or "", 1)
    return -value if match["minus"] else value
