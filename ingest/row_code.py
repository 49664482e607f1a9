"""Codes that number the rows of a table: "D5", "6.711", "4a"."""

import re

_CODE = re.compile(r"[A-Z]{0,2}\d+(?:\.\d+)*\.?[a-z]?\)?")


def is_code(text: str) -> bool:
    """Return whether a cell holds the code of a row, no label.

    >>> [is_code(text) for text in ("D5", "6.711", "4a", "3)", "D5 Zorg", "Wegen")]
    [True, True, True, True, False, False]
    """
    return bool(_CODE.fullmatch(text))
