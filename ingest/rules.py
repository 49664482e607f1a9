"""The straight lines that are drawn on the pages of a PDF: the borders of its tables."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.glyphs import PDFIUM

_THIN = 3.0  # points: a filled box so narrow is a line; borders are 0.5 to 2
_LENGTH = 4.0  # points; shorter strokes are dots and serifs
_SEGMENTS = 400  # of one path: a drawing; a whole table in one path has some 200
_OBJECTS = 6_000  # of one page: a map or a chart; a page of tables has up to 2,000

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line at the height or the distance ``at``, from ``start`` to ``end``; points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of one page that run ``across`` and ``down`` it, y counted from the top."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


def read_rules(path: Path, numbers: tuple[int, ...]) -> tuple[Rules, ...]:
    """Return the drawn lines of pages ``numbers`` (from 1), in that order.

    Lines are strokes and the narrow filled boxes that word processors draw borders with. A page
    that is a drawing has none.

    Raises:
        pypdfium2.PdfiumError: when the file can't be opened.
    """
    with PDFIUM:
        document = pdfium.PdfDocument(path)
        try:
            return tuple(_page_rules(document, number - 1) for number in numbers)
        finally:
            document.close()


def _page_rules(document: pdfium.PdfDocument, index: int) -> Rules:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Rules()
    try:
        count = pdfium_c.FPDFPage_CountObjects(page.raw)
        if count > _OBJECTS:
            return Rules()
        objects = (pdfium_c.FPDFPage_GetObject(page.raw, n) for n in range(count))
        paths = [o for o in objects if pdfium_c.FPDFPageObj_GetType(o) == _PATH]
        strokes = [stroke for path in paths for stroke in _strokes(path)]
        return _rules(strokes, page.get_height())
    finally:
        page.close()


_PATH = pdfium_c.FPDF_PAGEOBJ_PATH


def _rules(strokes: list[tuple[Point, Point]], height: float) -> Rules:
    across = [
        Rule(height - (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
        for a, b in strokes
        if abs(a[1] - b[1]) < 1.0 <= abs(a[0] - b[0])
    ]
    down = [
        Rule((a[0] + b[0]) / 2, height - max(a[1], b[1]), height - min(a[1], b[1]))
        for a, b in strokes
        if abs(a[0] - b[0]) < 1.0 <= abs(a[1] - b[1])
    ]
    return Rules(_long(across), _long(down))


def _long(rules: list[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.end - rule.start >= _LENGTH)


def _strokes(path: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[tuple[Point, Point]]:
    """Yield the straight strokes of a path and the middle of its narrow boxes."""
    if pdfium_c.FPDFPath_CountSegments(path) > _SEGMENTS:
        return
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroked))
    for points in _outlines(path):
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        if right - left < _THIN or high - low < _THIN:
            x, y = (left + right) / 2, (low + high) / 2
            flat = right - left > high - low
            yield ((left, y), (right, y)) if flat else ((x, low), (x, high))
        elif stroked.value:
            yield from pairwise(points)


def _outlines(path: pdfium_c.FPDF_PAGEOBJECT) -> list[list[Point]]:
    """Return the corners of each part of a path, in points of the page; curves are left out."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    outlines: list[list[Point]] = []
    curved: set[int] = set()
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([])
        outlines[-1].append(point)
        if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            curved.add(len(outlines) - 1)
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return [points for n, points in enumerate(outlines) if n not in curved and len(points) > 1]
