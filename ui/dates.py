"""Dates as a reader writes them."""

from datetime import date

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def in_full(iso: str, language: str = "nl") -> str:
    """Return an ISO date with the month in full; what is no date comes back as it is.

    >>> in_full("2025-03-04"), in_full("2025-03-04", "en"), in_full("voorjaar 2025")
    ('4 maart 2025', '4 March 2025', 'voorjaar 2025')
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"
