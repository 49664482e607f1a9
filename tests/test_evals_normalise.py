"""I need words, numbers and dates compared as a Dutch reader does, however a file prints them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.normalise import contains, dates, fold, numbers, only_date, ranges, words

FOLDED = {
    "case and white space": ("Samen  in\n de Wijk", "samen in de wijk"),
    "broken at a line's end": ("ontwikke-\nling", "ontwikkeling"),
    "broken, line end as space": ("ontwikke- ling", "ontwikkeling"),
    "soft hyphen": ("buurt\u00adhuis", "buurthuis"),
    "hyphen inside": ("wmo-loket", "wmoloket"),
    "shared second half stays two": ("buurt- en dorpshuis", "buurt en dorpshuis"),
    "range is not a number": ("2-6 jaar", "2~6 jaar"),
    "range with a dash": ("20 – 30", "20~30"),
    "outer punctuation": ("«De speelbus.»", "de speelbus"),
    "inner punctuation stays": ("nee, dank u", "nee, dank u"),
    "curly quotes": ("’t Hof", "t hof"),
    "thousands": ("€ 1.234.567", "€ 1234567"),
    "thousands with hard space": ("12\u00a0000", "12000"),
    "decimals stay": ("€ 1.234,50", "€ 1234,50"),
    "section number stays": ("paragraaf 2.10", "paragraaf 2.10"),
    "composed accents": ("cafe\u0301", "café"),
}

CONTAINED = {
    "whole word": ("de speelbus rijdt", "Speelbus", True),
    "part of a word": ("de speelbussen", "speelbus", False),
    "compound": ("de buurtspeelbus", "speelbus", False),
    "number inside a number": ("1.300 bomen", "300", False),
    "number before a decimal": ("5,3 keer", "5", False),
    "number at the end": ("Het zijn er 300.", "300", True),
    "lower end of a range": ("20 – 30 mensen", "20", False),
    "range in another print": ("20-30 mensen", "20 – 30", True),
    "fraction": ("zo'n 2/3 blijft", "2/3", True),
    "fraction inside another": ("zo'n 12/3 blijft", "2/3", False),
    "date in digits": ("op 16-4-2025", "16 april 2025", True),
    "date in English": ("on May 6, or 6 May 2025", "6 mei 2025", True),
    "other date": ("op 17-4-2025", "16 april 2025", False),
    "nothing is in nothing": ("iets", " . ", False),
}

NUMBERS = {
    "thousands": ("€ 228.000", [228000]),
    "euro and cents": ("€ 1.234,50", [Decimal("1234.50")]),
    "dash for no cents": ("€ 500,-", [500]),
    "millions in digits": ("6.277.990 euro", [6277990]),
    "millions in words": ("1,5 miljoen", [1500000]),
    "mln": ("€ 2 mln", [2000000]),
    "ton": ("ruim twee ton", [200000]),
    "thousand": ("62 duizend euro", [62000]),
    "word": ("veertien gemeenten", [14]),
    "English word": ("seventeen owners", [17]),
    "no thousands point": ("ca. 1000 kaarten", [1000]),
    "percent": ("70%", [70]),
    "several": ("van 311 naar 530", [311, 530]),
    "negative": ("saldo -5,00", [-5]),
    "part of a word": ("A28 en covid19", []),
    "a section is no number": ("3.1.2", []),
}

DATES = {
    "Dutch": ("op 9 november 2023.", [date(2023, 11, 9)]),
    "Dutch, short": ("9 nov. 2023", [date(2023, 11, 9)]),
    "English": ("9 March 2024", [date(2024, 3, 9)]),
    "English ordinal": ("9th March 2024", [date(2024, 3, 9)]),
    "digits, day first": ("06-05-2025", [date(2025, 5, 6)]),
    "slashes": ("6/5/2025", [date(2025, 5, 6)]),
    "ISO": ("2025-05-06", [date(2025, 5, 6)]),
    "impossible": ("31 februari 2024", []),
    "month alone": ("mei 2025", []),
    "order of the text": ("2025-05-06 en 1 mei 2024", [date(2025, 5, 6), date(2024, 5, 1)]),
}

RANGES = {
    "dash": ("20 – 30", [(20, 30)]),
    "tot en met": ("12 tot en met 18 jaar", [(12, 18)]),
    "t/m": ("4 t/m 12", [(4, 12)]),
    "thousands": ("1.000 tot 1.500", [(1000, 1500)]),
    "falling is no range": ("30 en 20", []),
    "one number": ("20 mensen", []),
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.values(), ids=FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "part", "is_there"), CONTAINED.values(), ids=CONTAINED)
def test_contains(text: str, part: str, is_there: bool) -> None:
    assert contains(text, part) is is_there


@pytest.mark.parametrize(("text", "found"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(text: str, found: list[int]) -> None:
    assert list(numbers(text)) == found


@pytest.mark.parametrize(("text", "found"), DATES.values(), ids=DATES)
def test_dates(text: str, found: list[date]) -> None:
    assert list(dates(text)) == found


@pytest.mark.parametrize(("text", "found"), RANGES.values(), ids=RANGES)
def test_ranges(text: str, found: list[tuple[int, int]]) -> None:
    assert list(ranges(text)) == found


def test_only_a_bare_date_is_a_date() -> None:
    assert only_date("16 april 2025") == date(2025, 4, 16)
    assert only_date("voor 16 april 2025") is None


@given(st.integers(min_value=1000, max_value=10**9))
def test_a_printed_amount_reads_back(amount: int) -> None:
    assert numbers(f"€ {amount:,}".replace(",", ".")) == (Decimal(amount),)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once or "~" in fold(text)
