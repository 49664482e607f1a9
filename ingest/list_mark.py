"""The mark at the start of a list item."""

import re

_MARK = re.compile(
    r"(?P<mark>[•▪●○◦‣∙·⁃◾◼■□▢►▶➢➤✓✔–—\-*\ue000-\uf8ff]|o|\d{1,2}[.)]|[a-zA-Z]\)|[a-z]\.|[ivx]{1,4}[.)]"
    r"|\([a-z\d]\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-ZÀ-Þ])|[A-H]\.(?=(?:\s+[^\W\d_]{3,}){3}))\s+(?=\S)"
)


def list_mark(printed: str) -> tuple[str, int] | None:
    """Return the mark of a list item and where its text starts, or None for another line.

    >>> list_mark("• SPUK sportakkoord II")
    ('•', 2)
    >>> list_mark("1. Onze inwoners bewegen meer")
    ('1.', 3)
    >>> list_mark("J. H. de Vries") is None
    True
    >>> list_mark("-5,00 naast de begroting") is None
    True
    """
    match = _MARK.match(printed)
    return (match["mark"], match.end()) if match else None
