"""The number that a printed table cell stands for."""

import re
from dataclasses import dataclass
from decimal import Decimal

# Dutch notation only: a dot or a space parts thousands, a comma parts cents. "12.5" and
# "1,234.50" are no Dutch numbers; reading them one way or the other would be a guess.
_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|0|[1-9]\d*)"
_CENTS = r"(?:,(?P<cents>\d+)|,(?:--|-|=|–|—))?"
_SIGN = r"(?:-/-|[-–−+])"
_WORDS = {
    "mln": 1_000_000, "miljoen": 1_000_000, "mio": 1_000_000, "duizend": 1_000, "k": 1_000,
    "mld": 1_000_000_000, "mrd": 1_000_000_000, "miljard": 1_000_000_000,
}  # fmt: skip
_CELL = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>{_SIGN})?\s*(?P<euro>€|EUR|euro)?\s*(?P<sign2>{_SIGN})?\s*"
    rf"(?P<whole>{_DIGITS}){_CENTS}\s*(?P<scale>(?:mln|mio|mld|mrd)\.?|miljoen|miljard|duizend|k)?\s*(?P<euro2>euro|€)?\s*"
    rf"(?P<percent>%)?\s*(?:\((?P<year>(?:19|20)\d\d)\))?\s*(?P<trail>-/-|[-–−]|(?-i:\b[NVnv]\b|\([NV]\))|\b(?:voor|na)de(?:el|lig)\b)?\s*(?P<close>\))?",
    re.IGNORECASE,
)
# A mark that points to a footnote: stars, superscript digits, or "1)" after a space.
_FOOTNOTE = re.compile(r"(?:\s*\*+\)?|[¹²³⁴⁵⁶⁷⁸⁹]+|\s+\d\))$")
_BRACKETED_YEAR = re.compile(r"\((?:19|20)\d\d\)")  # "(2023)" tells when, it is no negative amount
_NOTHING = re.compile(
    r"(?:€\s*)?(?:[-–—−]+|p\.?\s?m\.?|n\.?v\.?t\.?|nvt|nihil|n\.?n?\.?b\.?|pro memorie|x)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell says: ``value`` as printed (no table scale), None for "-", "p.m." and "n.v.t.".

    ``unit`` is "euro" or "percent" where the cell itself says so, otherwise None. A word such as
    "mln" in the cell is applied: "1,2 mln" is 1200000 with ``scale`` 1000000. ``year`` is that of
    "8,6% (2023)".
    """

    value: Decimal | None
    unit: str | None = None
    scale: int = 1
    year: int | None = None


def parse_cell(printed: str) -> CellValue | None:
    """Return the number in a cell, or None when the cell holds anything but one Dutch number.

    Leading zeros ("0547"), dates, ranges ("2-6") and foreign notation give None.

    >>> parse_cell("€ 1.234,50")
    CellValue(value=Decimal('1234.50'), unit='euro', scale=1, year=None)
    >>> parse_cell("(4.496)").value, parse_cell("15-").value, parse_cell("-/- 20").value
    (Decimal('-4496'), Decimal('-15'), Decimal('-20'))
    >>> parse_cell("120 N").value, parse_cell("€ 45 V").value  # nadeel, voordeel
    (Decimal('-120'), Decimal('45'))
    >>> parse_cell("€ 12.500 nadelig").value, parse_cell("-5 V"), parse_cell("5 nadelen")
    (Decimal('-12500'), None, None)
    >>> parse_cell("€ 85,-").value, parse_cell("1,2 mln").value, parse_cell("12,4%**").unit
    (Decimal('85'), Decimal('1200000.0'), 'percent')
    >>> parse_cell("€ 81k").value, parse_cell("8,6 % (2023)").year, parse_cell("12 500").value
    (Decimal('81000'), 2023, Decimal('12500'))
    >>> parse_cell("p.m.").value is None, parse_cell("-").value is None
    (True, True)
    >>> parse_cell("2-6"), parse_cell("12.5"), parse_cell("De Klup"), parse_cell("0547")
    (None, None, None, None)
    """
    cell = _FOOTNOTE.sub("", printed.strip()).strip()
    if _NOTHING.fullmatch(cell):
        return CellValue(None)
    found = _CELL.fullmatch(cell)
    if found is None or not _signs_agree(found) or _BRACKETED_YEAR.fullmatch(cell):
        return None
    whole = re.sub(r"\D", "", found["whole"])
    value = Decimal(f"{whole}.{found['cents']}" if found["cents"] else whole)
    scale = _WORDS[found["scale"].rstrip(".").lower()] if found["scale"] else 1
    unit = "percent" if found["percent"] else "euro" if found["euro"] or found["euro2"] else None
    year = int(found["year"]) if found["year"] else None
    return CellValue((-value if _is_negative(found) else value) * scale, unit, scale, year)


def _signs_agree(found: re.Match[str]) -> bool:
    """Return whether brackets come in pairs and at most one sign is printed."""
    signs = [found[name] for name in ("sign", "sign2", "trail", "open") if found[name]]
    return bool(found["open"]) == bool(found["close"]) and len(signs) <= 1


def _is_negative(found: re.Match[str]) -> bool:
    sign = found["sign"] or found["sign2"]
    trailing = found["trail"] and not found["trail"].strip("()").lower().startswith("v")
    return bool(found["open"] or trailing or (sign and sign != "+"))
