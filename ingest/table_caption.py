"""The line that names a table or a picture: "Tabel 3: bijdragen per gemeente"."""

import re

_CAPTION = re.compile(
    r"(?:(?:Tabel|TABEL|Figuur|FIGUUR|Grafiek|Diagram|Schema|Kaart|Afbeelding|Table|Figure)"
    r"\s+(?:\d+(?:[.\-]\d+)*[a-z]?|[IVX]+|[A-Z])(?:\s*[:.–—-]\s+\S|\s+(?=[A-Z(‘“\"'])\S))"
)


def is_caption(printed: str) -> bool:
    """Return whether a line is the caption of a table or picture: no heading, whatever its look.

    What stands around a table with a caption stays in the section that the table is in.

    >>> is_caption("Tabel 3: bijdragen per gemeente"), is_caption("Figuur 2.1 Leerlingen")
    (True, True)
    >>> is_caption("Tabel 3 laat zien wat het kost."), is_caption("Tabellen en grafieken")
    (False, False)
    """
    return _CAPTION.match(printed) is not None
