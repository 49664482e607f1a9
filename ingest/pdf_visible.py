"""Looks at the printed page to see whether text on it shows."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.pdf_geometry import Matrix, Raw, around, direction, place

_SCALE = 1.5  # pixels a point: a letter of 6 points is 9 pixels high
_PAPER = 240  # of 255; lighter is paper
_SHARE = 0.3  # of the pixels around white letters that are coloured where the letters show
_CONTRAST = 12  # of 255; under that a patch is of one colour
_LARGEST = 12_000_000  # pixels; a page of 2 by 2 metres is not rendered


@dataclass(frozen=True, slots=True)
class Patch:
    """Where text is drawn, in points of the page; ``white`` for white letters."""

    left: float
    bottom: float
    right: float
    top: float
    white: bool


def visible_patches(path: Path, number: int, patches: Sequence[Patch]) -> tuple[bool, ...]:
    """Return for each patch of page ``number`` (from 1) whether its text can be seen.

    White letters show where most of what surrounds them is coloured; other letters where the patch
    is not all of one colour, as it is when something was drawn over them. What can't be rendered
    can't be seen.
    """
    nothing = (False,) * len(patches)
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError:
        return nothing
    try:
        page = document[number - 1]
        width, height = page.get_size()
        if width * height * _SCALE**2 > _LARGEST:
            return nothing
        bitmap = page.render(scale=_SCALE, grayscale=True)
        return tuple(_shows(page, bitmap, patch) for patch in patches)
    except (pdfium.PdfiumError, IndexError, ValueError):
        return nothing
    finally:
        document.close()


def _shows(page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap, patch: Patch) -> bool:
    columns, rows = _pixels(page, bitmap, patch)
    if not columns or not rows:
        return False
    data, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
    values = b"".join(
        bytes(data[row * stride + columns.start : row * stride + columns.stop]) for row in rows
    )
    if patch.white:
        return sum(1 for value in values if value < _PAPER) >= _SHARE * len(values)
    return max(values) - min(values) >= _CONTRAST


def _pixels(page: pdfium.PdfPage, bitmap: pdfium.PdfBitmap, patch: Patch) -> tuple[range, range]:
    """Return the columns and rows of the bitmap that ``patch`` covers; the page may be turned."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners: list[tuple[int, int]] = []
    for across, up in ((patch.left, patch.bottom), (patch.right, patch.top)):
        pdfium_c.FPDF_PageToDevice(
            page.raw,
            0,
            0,
            bitmap.width,
            bitmap.height,
            0,
            across,
            up,
            ctypes.byref(x),
            ctypes.byref(y),
        )
        corners.append((x.value, y.value))
    (x0, y0), (x1, y1) = corners
    columns = range(max(0, min(x0, x1)), min(bitmap.width, max(x0, x1) + 1))
    rows = range(max(0, min(y0, y1)), min(bitmap.height, max(y0, y1) + 1))
    return columns, rows


def text_patch(cm: Matrix, tm: Matrix, size: float, operands: Raw, *, white: bool) -> Patch:
    """Return where the first letters of a text operator stand, a little less than they take.

    ``size`` is that of the letters in points, ``white`` their colour.
    """
    x, y = place(cm, tm)
    along, up = direction(cm, tm)
    width = min(12.0, max(0.5, 0.4 * _letters(operands))) * size
    corners = [
        (x + a * along[0] * width + b * up[0] * size, y + a * along[1] * width + b * up[1] * size)
        for a in (0.0, 1.0)
        for b in (0.0, 0.7)
    ]
    left, bottom, right, top = around(corners)
    return Patch(left, bottom, right, top, white)


def _letters(operands: Raw) -> int:
    """Return about how many letters a text operator shows; a code of two bytes counts as two."""
    last = operands[-1] if operands else b""
    pieces = last if isinstance(last, list) else [last]
    return sum(len(piece) for piece in pieces if isinstance(piece, str | bytes))
