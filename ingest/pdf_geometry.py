"""Places on a PDF page: through the matrices of the page to its points."""

import math
from collections.abc import Sequence
from typing import Any

Raw = Any
"""An object of a PDF: in a broken file anything stands anywhere."""

Matrix = Sequence[float]
Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""


def direction(cm: Matrix, tm: Matrix) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the directions in which text runs and in which letters stand up, of length 1."""
    x, y = cm[0] * tm[0] + cm[2] * tm[1], cm[1] * tm[0] + cm[3] * tm[1]
    length = math.hypot(x, y) or 1.0
    along = (x / length, y / length)
    return along, (-along[1], along[0])


def page_box(page: Raw) -> Box:
    """Return the visible box of a page; A4 where its own is broken."""
    try:
        box = page.cropbox
        left, bottom, right, top = (float(v) for v in (box.left, box.bottom, box.right, box.top))
    except Exception:
        return (0.0, 0.0, 595.0, 842.0)
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    return (left, bottom, right, top) if right - left > 1 and top - bottom > 1 else (0, 0, 595, 842)


def as_numbers(operands: Raw) -> list[float]:
    """Return the numbers among the operands."""
    return [float(value) for value in operands if isinstance(value, int | float)]


def through(cm: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return the point of the page that (x, y) comes to."""
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]


def place(cm: Matrix, tm: Matrix) -> tuple[float, float]:
    """Return the point of the page where text starts."""
    return through(cm, tm[4], tm[5])


def scale(cm: Matrix, tm: Matrix) -> float:
    """Return by how much text grows from its font size to the page."""
    area = (cm[0] * cm[3] - cm[1] * cm[2]) * (tm[0] * tm[3] - tm[1] * tm[2])
    return math.sqrt(abs(area))


def around(points: Sequence[tuple[float, float]]) -> Box:
    """Return the smallest box that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def area(box: Box) -> float:
    """Return the area of a box in square points."""
    return (box[2] - box[0]) * (box[3] - box[1])
