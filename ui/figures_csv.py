"""Figures as a CSV file that Dutch Excel opens with a double click, and that can do no harm."""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal

from ui.figure_rows import FigureRow
from ui.plain import one_line

_BOM = "\ufeff"  # without it Excel reads UTF-8 as another alphabet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:,\d+)?")
_HEAD = (
    "rapport", "bestand", "datum", "paragraaf", "groep", "onderdeel", "kolom", "jaar", "bedrag",
    "eenheid", "totaalregel", "bladzijde pdf", "bladzijde gedrukt", "citaat",
)  # fmt: skip


def figures_csv(rows: Sequence[FigureRow]) -> bytes:
    """Return the rows under a heading: semicolons, decimal commas, UTF-8 with a byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows([safe_cell(value) for value in _values(row)] for row in rows)
    return (_BOM + out.getvalue()).encode("utf-8")


def safe_cell(value: str) -> str:
    """Return a cell that a spreadsheet shows as it is: what it would compute gets a ' before it.

    >>> [safe_cell(value) for value in ("=1+1", "-5,00", "-SOM(A1)", "@x", "+31", "12", "een")]
    ["'=1+1", '-5,00', "'-SOM(A1)", "'@x", "'+31", '12', 'een']
    """
    if value.startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def _values(row: FigureRow) -> tuple[str, ...]:
    return (
        one_line(row.report.title),
        row.report.file_name,
        row.report.date or "",
        row.section,
        row.group,
        row.label,
        row.column,
        str(row.year or ""),
        _number(row.figure.value),
        row.figure.unit,
        "ja" if row.figure.is_total else "nee",
        str(row.figure.page or ""),
        row.printed_page,
        one_line(row.citation.quote),
    )


def _number(value: Decimal) -> str:
    """Return a number with a decimal comma and no thousands mark, so that it can be added up.

    >>> _number(Decimal("-1250.50")), _number(Decimal("1E+6"))
    ('-1250,50', '1000000')
    """
    return f"{value:f}".replace(".", ",")
