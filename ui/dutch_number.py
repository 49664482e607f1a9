"""Numbers in Dutch notation, also around an English answer: the report is Dutch, and is quoted."""

from decimal import ROUND_HALF_UP, Decimal

from answer.dutch import unit_behind

NO_BREAK = "\u00a0"
_CENT = Decimal("0.01")
_TENTH = Decimal("0.1")


def in_words(value: Decimal, unit: str | None) -> str:
    r"""Return a value with its unit.

    ``unit`` is that of `answer.answer.Answer`: euro, count, number, percent, fraction, year, None,
    or the words of a table.

    >>> in_words(Decimal("228000"), "euro")
    '€\xa0228.000'
    >>> in_words(Decimal("-1250.5"), "euro")
    '-€\xa01.250,50'
    >>> in_words(Decimal("42.0"), "percent"), in_words(Decimal("2024"), "year")
    ('42%', '2024')
    >>> in_words(Decimal("38"), "dagen")
    '38 dagen'
    """
    if unit == "year":
        return str(int(value))
    if unit == "euro":
        sign = "-" if value < 0 else ""
        return f"{sign}€{NO_BREAK}{grouped(_cents(abs(value)))}"
    if unit == "percent":
        return f"{grouped(_trimmed(value.quantize(_TENTH, ROUND_HALF_UP)))}%"
    return f"{grouped(_trimmed(value))}{unit_behind(unit)}"


def grouped(value: Decimal) -> str:
    """Return a number with its thousands set apart.

    >>> grouped(Decimal("1447000")), grouped(Decimal("0.67"))
    ('1.447.000', '0,67')
    """
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def _cents(value: Decimal) -> Decimal:
    """Return whole euros bare, and anything else with two decimals."""
    return _trimmed(value) if value == value.to_integral_value() else value.quantize(_CENT)


def _trimmed(value: Decimal) -> Decimal:
    """Return the value without zeros behind the point.

    >>> _trimmed(Decimal("70.0"))
    Decimal('70')
    """
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def grouped_count(count: int, one: str, many: str) -> str:
    """Return a count with its noun.

    >>> grouped_count(1, "bladzijde", "bladzijden"), grouped_count(1204, "cijfer", "cijfers")
    ('1 bladzijde', '1.204 cijfers')
    """
    return f"{grouped(Decimal(count))} {one if count == 1 else many}"
