"""Where each character of a PDF page is drawn, by pdfium.

pdfium hands out characters in the order of the file, which is the order of pypdf's plain text too
(equal on 117 of 137 pages of a begroting, the rest but for some characters). It takes 1.1 s for
those pages, where pypdf's plain and layout text together take 20 s, and it gives true left and
right edges, so that a number stays in its column.
"""

import ctypes
import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

PDFIUM = Lock()
"""Held while pdfium works: it is not made for two threads at once."""
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_CUT = "\x02"  # what pdfium calls a hyphen at the end of a line
_NAME = 100  # bytes of a font name that are looked at
_MAX_CHARACTERS = 60_000  # a full page of small print holds some 8,000


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character; points, ``top`` < ``bottom`` counted down from the top of the page.

    ``weight`` is higher for bold than for regular type of one family, on a scale of the font's own.
    """

    char: str
    x0: float
    x1: float
    top: float
    bottom: float
    weight: int = 0


def read_glyphs(
    path: Path, numbers: tuple[int, ...] | None = None
) -> tuple[tuple[Glyph, ...], ...]:
    """Return the characters of each page, in the order of the file, white space left out.

    ``numbers`` (from 1) limits the work to those pages; the others come back empty, as does a page
    that pdfium can't read or that holds more than 60,000 characters.

    Raises:
        pypdfium2.PdfiumError: when the file can't be opened.
    """
    with PDFIUM:
        document = pdfium.PdfDocument(path)
        try:
            wanted = set(range(1, len(document) + 1) if numbers is None else numbers)
            return tuple(
                _page_glyphs(document, index) if index + 1 in wanted else ()
                for index in range(len(document))
            )
        finally:
            document.close()


def _page_glyphs(document: pdfium.PdfDocument, index: int) -> tuple[Glyph, ...]:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return ()
    text = page.get_textpage()
    try:
        if text.count_chars() > _MAX_CHARACTERS:
            return ()
        return tuple(_text_glyphs(text, page.get_height()))
    finally:
        text.close()
        page.close()


def _text_glyphs(text: pdfium.PdfTextPage, height: float) -> list[Glyph]:
    box = pdfium_c.FS_RECTF()  # the loose box: as high as the font, so that "." and "T" line up
    glyphs = []
    for index in range(text.count_chars()):
        char = chr(pdfium_c.FPDFText_GetUnicode(text.raw, index)).replace(_CUT, "-")
        if char.isspace() or char == "\0":
            continue
        if pdfium_c.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box)):
            weight = pdfium_c.FPDFText_GetFontWeight(text.raw, index) or _named_weight(text, index)
            top, bottom = height - box.top, height - box.bottom
            glyphs.append(Glyph(char, box.left, box.right, top, bottom, weight))
    return glyphs


def _named_weight(text: pdfium.PdfTextPage, index: int) -> int:
    """Return the weight that the name of a font tells, for the standard fonts, which state none."""
    name = ctypes.create_string_buffer(_NAME)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(text.raw, index, name, _NAME, ctypes.byref(flags))
    return 700 if _BOLD.search(name.value) else 400
