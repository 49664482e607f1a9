"""A page of a PDF as a picture, with the lines of a quote marked in yellow."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from ingest.span import Span
from ui.line_boxes import Box, joined_by_line
from ui.quote_letters import quote_letters

SCALE = 1.8
"""Pixels per point: A4 is 1,071 wide, sharp at the 700 or so that the page gives it; 45 ms."""

NEAR_SCALE = 3.2
"""The same for a quote from nearby: a phone shows some three pixels of its own per point."""

_LEAST_WIDTH, _ABOVE, _BESIDE = 260, 48, 16
"""Points around a quote from nearby: print of 9 points is 11 pixels high on a phone of 360 wide."""

_YELLOW = (255, 232, 77)
_EDGE = (178, 134, 0)
_LONGEST_SIDE = 4_000  # pixels: A0 at 1.2; a page may be five metres and would take 10 GB


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn page: ``number`` of ``count`` from 1; ``boxes`` are pixels, none where unmarked."""

    jpeg: bytes
    number: int
    count: int
    boxes: tuple[Box, ...]


def draw_page(path: Path, number: int, page_text: str, start: int, end: int) -> Drawing:
    """Return page ``number`` with characters ``start`` to ``end`` of its stored text marked.

    The library in C that draws is not for several threads, nor to be trusted with any file: the
    page asks `ui.drawing_desk`, which calls this in a process of its own.

    Nothing is marked when ``start`` equals ``end``. A quote that can't be found on the page leaves
    ``boxes`` empty rather than marking a near miss.

    Raises:
        pdfium.PdfiumError: the file is no PDF that pdfium can open.
        IndexError: the file has no such page.
    """
    picture, count, boxes = _drawn(path, number, SCALE, page_text, Span(start, end))
    return Drawing(_as_jpeg(picture), number, count, boxes)


def draw_quote(path: Path, number: int, page_text: str, start: int, end: int) -> Drawing:
    """Return what `draw_page` does, of the quote and its surroundings alone, and larger.

    The whole page where the quote can't be found. Raises what `draw_page` does.
    """
    picture, count, boxes = _drawn(path, number, NEAR_SCALE, page_text, Span(start, end))
    if boxes:
        near = _surroundings(boxes, picture.width, picture.height)
        picture = picture.crop((near.left, near.top, near.right, near.bottom))
        boxes = tuple(
            Box(b.left - near.left, b.top - near.top, b.right - near.left, b.bottom - near.top)
            for b in boxes
        )
    return Drawing(_as_jpeg(picture), number, count, boxes)


def _drawn(
    path: Path, number: int, scale: float, page_text: str, quote: Span
) -> tuple[Image.Image, int, tuple[Box, ...]]:
    """Return the marked page, the number of pages, and where the marks are."""
    with pdfium.PdfDocument(path) as document:
        count = len(document)
        if not 1 <= number <= count:
            message = f"{path.name}: page {number} asked for, the file has {count}"
            raise IndexError(message)
        page = document[number - 1]
        bitmap = page.render(scale=min(scale, _LONGEST_SIDE / max(page.get_size())))
        start, end = quote.start, quote.end
        boxes = _boxes(page, bitmap, page_text, start, end) if start < end else ()
        picture = bitmap.to_pil().convert("RGB")
    return _marked(picture, boxes), count, boxes


def _surroundings(boxes: Sequence[Box], width: int, height: int) -> Box:
    """Return what to show of a picture of ``width`` by ``height`` around the boxes, in pixels.

    >>> _surroundings((Box(300, 900, 400, 930),), 1904, 2694)
    Box(left=0, top=746, right=832, bottom=1084)
    """
    above, beside, least = (round(each * NEAR_SCALE) for each in (_ABOVE, _BESIDE, _LEAST_WIDTH))
    left = min(box.left for box in boxes) - beside
    right = max(box.right for box in boxes) + beside
    missing = max(0, least - (right - left))
    left = max(0, min(left - missing // 2, width - least))
    right = min(width, max(right + missing // 2, left + least))
    top = max(0, min(box.top for box in boxes) - above)
    return Box(left, top, right, min(height, max(box.bottom for box in boxes) + above))


def _boxes(
    page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap, page_text: str, start: int, end: int
) -> tuple[Box, ...]:
    """Return where the quote stands in the bitmap, one box per line.

    Only the letters of the quote are measured: measuring all of a page takes 300 ms.
    """
    text, to_pixels = page.get_textpage(), bitmap.get_posconv(page)
    codes = (pdfium.raw.FPDFText_GetUnicode(text, index) for index in range(text.count_chars()))
    drawn = "".join(chr(code) if code else " " for code in codes)
    boxes: list[Box] = []
    for index in quote_letters(drawn, page_text, start, end):
        left, bottom, right, top = text.get_charbox(index, loose=True)
        x0, y0 = to_pixels.to_bitmap(left, top)
        x1, y1 = to_pixels.to_bitmap(right, bottom)
        boxes.append(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return joined_by_line(boxes)


def _marked(picture: Image.Image, boxes: tuple[Box, ...]) -> Image.Image:
    """Return the picture with each box tinted, the ink under it untouched, and underlined.

    The line below each box keeps the mark visible to who sees no yellow.
    """
    if not boxes:
        return picture
    tint = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(tint)
    for box in boxes:
        pen.rectangle((box.left - 2, box.top - 1, box.right + 2, box.bottom + 1), fill=_YELLOW)
        pen.line((box.left - 2, box.bottom + 1, box.right + 2, box.bottom + 1), fill=_EDGE, width=2)
    return ImageChops.multiply(picture, tint)


def _as_jpeg(picture: Image.Image) -> bytes:
    """Return the picture as some 200 kB; a PNG takes three times as long to make."""
    buffer = io.BytesIO()
    picture.save(buffer, format="JPEG", quality=85)
    return buffer.getvalue()
