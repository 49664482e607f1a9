"""Numbers in Dutch notation, as answers show them in either language."""

import re
from decimal import Decimal


def euro(value: Decimal) -> str:
    """Return an amount with the euro sign, points between thousands, cents only if any.

    >>> euro(Decimal("228000")), euro(Decimal("-1234.5"))
    ('€ 228.000', '€ -1.234,50')
    """
    return f"€ {number(value, 2)}"


def number(value: Decimal, places: int = 4) -> str:
    """Return a number with points between thousands, at most ``places`` decimals.

    >>> number(Decimal("0.6667")), number(Decimal("42.0")), number(Decimal("6277990"))
    ('0,6667', '42', '6.277.990')
    """
    whole = value == value.to_integral_value()
    text = f"{value:,.0f}" if whole else f"{value:,.{places}f}"
    if not whole and places > 2:
        text = text.rstrip("0")
    return text.translate(str.maketrans(",.", ".,"))


def shown(value: Decimal, unit: str | None) -> str:
    """Return a value with its unit.

    >>> shown(Decimal(70), "percent"), shown(Decimal(88), "count"), shown(Decimal(38), "dagen")
    ('70%', '88', '38 dagen')
    """
    if unit == "euro":
        return euro(value)
    return f"{number(value)}%" if unit == "percent" else f"{number(value)}{unit_behind(unit)}"


_NOT_SAID = (None, "count", "number", "fraction", "year")
_GRADE = re.compile(r"cijfer|score|index|schaal", re.IGNORECASE)


def unit_behind(unit: str | None) -> str:
    """Return what is shown behind a number of a unit that a table names, with a space before it.

    >>> unit_behind("per 1.000 inwoners"), unit_behind("rapportcijfer"), unit_behind("count")
    (' per 1.000 inwoners', ' (rapportcijfer)', '')
    """
    if unit in _NOT_SAID:
        return ""
    return f" ({unit})" if _GRADE.search(str(unit)) else f" {unit}"
