"""Numbers in Dutch notation, as answers show them in either language."""

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

    >>> shown(Decimal(70), "percent"), shown(Decimal(88), "count")
    ('70%', '88')
    """
    if unit == "euro":
        return euro(value)
    return f"{number(value)}%" if unit == "percent" else number(value)
