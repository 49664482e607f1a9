"""Reads one page that is a picture with Tesseract: its text, and where each letter stands."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from ingest.glyphs import Glyph
from ingest.line import Line
from ingest.ocr_cells import by_cell
from ingest.ocr_engine import LANGUAGE
from ingest.page_halves import page_halves
from ingest.placed_words import Word
from ingest.ruling_lines import without_rulings
from ingest.span import Span
from ingest.table_lines import table_lines

# Measured on a scanned report of 12 pages: 300 dots an inch read some figures that 200 lost;
# without its ruling lines the page gave all 30 rows of its tables, with them half.
_DOTS = 300
_INCH = 72  # points
_LARGEST = 30_000_000  # pixels; a page of 1 by 1.3 metre is not read
_LETTER = 0.5  # inch; a longer dark run is a drawn line
_SURE = 40  # of 100: a lone mark read with less certainty is dirt or a bit of a line
# One block of text of mixed sizes: rows of a table stay whole. Columns are taken apart afterwards.
_MODE = "--psm 4"
_RESTS = " \t\n_|~="  # what is left of drawn lines is read as
_BOX = 1.25  # ink from the top of "b" to the foot of "p" is 0.95 of the font size; boxes are 1.2
_TALL = 1.6  # of the usual height of the words of a line; taller is two lines taken for one


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The text of a page, its lines (spans count in ``text``) and where its letters stand."""

    text: str
    lines: tuple[Line, ...]
    glyphs: tuple[Glyph, ...]


def recognise(path: Path, number: int, seconds: float) -> RecognisedPage | None:
    """Return what Tesseract reads on page ``number`` (from 1), or None where it reads nothing.

    Raises:
        RuntimeError: when it takes longer than ``seconds``.
        pypdfium2.PdfiumError: when the page can't be drawn.
    """
    import pytesseract  # noqa: PLC0415 - an extra that need not be there

    pixels = _drawn(path, number)
    if pixels is None:
        return None
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # two pages at once on two cores go faster
    picture = Image.fromarray(without_rulings(pixels, int(_LETTER * _DOTS)))
    read = pytesseract.image_to_data(
        picture,
        lang=LANGUAGE,
        config=_MODE,
        output_type=pytesseract.Output.DICT,
        timeout=seconds,
    )
    rows = [tuple(_level(row, number)) for row in _rows(read)]
    words = tuple(word for row in rows for word in row)
    return _page(words, number) if words else None


def _drawn(path: Path, number: int) -> np.ndarray | None:
    """Return the page in grey, or None where it is too large to draw."""
    document = pdfium.PdfDocument(path)
    try:
        page = document[number - 1]
        width, height = page.get_size()
        if width * height * (_DOTS / _INCH) ** 2 > _LARGEST:
            return None
        drawn = page.render(scale=_DOTS / _INCH, grayscale=True).to_numpy()
        return np.array(drawn).reshape(drawn.shape[:2])
    finally:
        document.close()


def _rows(read: Mapping[str, list[Any]]) -> Iterator[list[Word]]:
    """Yield the words of each printed line, in points from the top; spans are not known yet."""
    keys = ("block_num", "par_num", "line_num")
    indexes = [i for i, text in enumerate(read["text"]) if _is_word(text, float(read["conf"][i]))]
    for _, run in groupby(indexes, key=lambda i: tuple(read[key][i] for key in keys)):
        yield [_word(read, index) for index in run]


def _is_word(text: str, certainty: float) -> bool:
    if not text.strip(_RESTS):
        return False
    return certainty >= _SURE or any(char.isalnum() for char in text)


def _word(read: Mapping[str, list[Any]], index: int) -> Word:
    scale = _INCH / _DOTS
    left, top = read["left"][index] * scale, read["top"][index] * scale
    right = left + read["width"][index] * scale
    bottom = top + read["height"][index] * scale
    text = read["text"][index].strip()
    return Word(text, Span(index, index), 0, left, right, top, bottom)


def _level(row: list[Word], number: int) -> Iterator[Word]:
    """Yield the words of a line in boxes at one height, as high as those of a PDF's letters are.

    A scan lies askew, "." is lower than "T", and a box ends where the ink ends.
    """
    usual = median(word.height for word in row)
    height = _BOX * max(word.height for word in row if word.height <= _TALL * usual)
    middle = median(word.middle for word in row)
    top, bottom = middle - height / 2, middle + height / 2
    for word in row:
        yield Word(word.text, word.span, number, word.x0, word.x1, top, bottom)


def _page(words: tuple[Word, ...], number: int) -> RecognisedPage:
    """Return the page in reading order: of two columns the left one first."""
    printed: list[str] = []
    lines: list[Line] = []
    glyphs: list[Glyph] = []
    start = 0
    for half in page_halves((words,))[0]:
        for row in by_cell(table_lines(half)):
            text = " ".join(word.text for word in row)
            span = Span(start, start + len(text))
            lines.append(Line(span, number, left=row[0].x0, height=-row[0].bottom))
            glyphs += [glyph for word in row for glyph in _letters(word)]
            printed.append(text)
            start = span.end + 1
    return RecognisedPage("\n".join(printed), tuple(lines), tuple(glyphs))


def _letters(word: Word) -> Iterator[Glyph]:
    """Yield the letters of a word, as wide as each other."""
    width = (word.x1 - word.x0) / len(word.text)
    for index, char in enumerate(word.text):
        left = word.x0 + index * width
        yield Glyph(char, left, left + width, word.top, word.bottom, 400)
