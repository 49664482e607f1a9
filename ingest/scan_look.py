"""Tells a scanned page with a stamp on it from a photo with a title, by looking at it."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium

# A page is drawn at 36 dots an inch. Of five scanned pages 0.80 to 0.97 was paper and 0.01 to 0.12
# ink; of a photo or a coloured cover under 0.4 is as light as paper.
_SCALE = 0.5
_PAPER = 215  # of 255; grey paper of a bad scan is 220
_INK = 140
_PAPER_SHARE = 0.6
_INK_SHARES = (0.004, 0.3)
_LARGEST = 4_000_000  # points; a page of a square metre and more is a map


def looks_scanned(path: Path, number: int) -> bool:
    """Return whether page ``number`` (from 1) is mostly paper with print on it.

    A page that can't be drawn does not.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError:
        return False
    try:
        page = document[number - 1]
        width, height = page.get_size()
        if width * height > _LARGEST:
            return False
        grey = page.render(scale=_SCALE, grayscale=True).to_numpy()
        low, high = _INK_SHARES
        ink = float(np.mean(grey < _INK))
        return float(np.mean(grey > _PAPER)) >= _PAPER_SHARE and low <= ink <= high
    except (pdfium.PdfiumError, IndexError, ValueError):
        return False
    finally:
        document.close()
