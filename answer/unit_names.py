"""The names that the answer format has for units."""

_NAMED = ("euro", "count", "percent", "fraction", "year")


def unit_name(unit: str | None) -> str | None:
    """Return the unit as the answer format names it: what is none of the others is a count.

    The text of the answer says the words of the table: "38 dagen".

    >>> unit_name("euro"), unit_name("dagen"), unit_name("number"), unit_name(None)
    ('euro', 'count', 'count', None)
    """
    return unit if unit is None or unit in _NAMED else "count"
