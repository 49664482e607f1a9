"""Wipes the drawn lines of a table from a scanned page: next to them OCR loses whole rows."""

import numpy as np
from numpy.typing import NDArray

_DARK = 160  # of 255; print and drawn lines are darker, paper and its shadows lighter
_THICKER = 2  # pixels around a line that its blurred edge takes

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def without_rulings(page: Pixels, longest_letter: int) -> Pixels:
    """Return a grey page (0 black, 255 white) without dark runs across or down it.

    A run longer than ``longest_letter`` pixels is no part of a letter.

    >>> page = np.full((9, 40), 255, np.uint8)
    >>> page[4], page[1:3, 5] = 0, 0
    >>> wiped = without_rulings(page, 20)
    >>> int(wiped[4].min()), int(wiped[1, 5])
    (255, 0)
    """
    dark = page < _DARK
    lines = _runs(dark, longest_letter) | _runs(dark.T, longest_letter).T
    for _ in range(_THICKER - 1):
        lines = _grown(lines)
    return np.where(lines, np.uint8(255), page)


def _runs(dark: Mask, length: int) -> Mask:
    """Return the pixels of horizontal runs of ``length`` dark ones or more."""
    height, width = dark.shape
    if width <= length:
        return np.zeros_like(dark)
    # A page of more pixels across than an int16 holds is not rendered.
    sums = np.zeros((height, width + 1), np.int16)
    np.cumsum(dark, axis=1, out=sums[:, 1:], dtype=np.int16)
    starts = (sums[:, length:] - sums[:, :-length]) == length
    change = np.zeros((height, width + 1), np.int16)
    change[:, : starts.shape[1]] += starts
    change[:, length:] -= starts
    return np.cumsum(change, axis=1, dtype=np.int16)[:, :-1] > 0


def _grown(mask: Mask) -> Mask:
    """Return the mask with one pixel more on each side."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown
