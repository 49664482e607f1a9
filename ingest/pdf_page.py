"""Reads one page of a PDF: its text, its lines with how they look, and what it hides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject
from pypdf.generic import ContentStream, NameObject

from ingest.glyphs import Glyph
from ingest.line import Line
from ingest.page_lines import Run, page_lines
from ingest.pdf_geometry import Raw
from ingest.pdf_ink import InkWatch
from ingest.pdf_visible import visible_patches

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600  # of 100 to 900, in a font's own description


@dataclass(frozen=True, slots=True)
class PageText:
    """One page as read. Spans of ``lines`` count in ``text``.

    ``hides`` tells that text was left out that a reader of the page can't see; ``picture`` is the
    share of the page, 0 to 1, that its largest picture covers; ``recognised`` tells that the text
    is that of text recognition (OCR), and ``glyphs`` where its letters stand if it is our own.
    ``runs`` are what was printed in one go, in the order of ``text``.
    """

    text: str
    lines: tuple[Line, ...]
    hides: bool
    picture: float
    recognised: bool = False
    glyphs: tuple[Glyph, ...] = ()
    runs: tuple[Run, ...] = ()


def read_page(page: PageObject, number: int, path: Path) -> PageText:
    """Return page ``number`` (from 1) of ``path``: pypdf's plain text without what the page hides.

    Raises:
        Exception: whatever a broken page makes pypdf raise; the caller leaves the page out.
    """
    if "/Contents" in page:  # parsed once for all passes over it
        content = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
        page[NameObject("/Contents")] = content
    text, runs, watch = _extract(page, frozenset())
    hides = False
    if hidden := watch.hidden() | _covered(watch, path, number):
        visible, visible_runs, _ = _extract(page, hidden)
        hides = "".join(visible.split()) != "".join(text.split())
        text, runs = (visible, visible_runs) if hides else (text, runs)
    lines = page_lines(text, runs, number)
    share, recognised = watch.picture_share(), watch.is_recognised()
    return PageText(text, lines, hides, share, recognised, runs=tuple(runs))


def _covered(watch: InkWatch, path: Path, number: int) -> frozenset[int]:
    """Return the doubtful text that can't be seen on the rendered page."""
    doubtful = watch.doubtful()
    seen = visible_patches(path, number, tuple(doubtful.values())) if doubtful else ()
    return frozenset(n for n, visible in zip(doubtful, seen, strict=True) if not visible)


def _extract(page: PageObject, blank: frozenset[int]) -> tuple[str, list[Run], InkWatch]:
    watch = InkWatch(page, blank)
    pieces: list[str] = []
    runs: list[Run] = []
    bold: dict[int, bool] = {}
    length = 0

    def visit(piece: str, cm: Sequence[float], tm: Sequence[float], font: Raw, size: float) -> None:
        nonlocal length
        if piece.strip():
            if id(font) not in bold:
                bold[id(font)] = _is_bold(font)
            grown = abs(size) * (abs(tm[0] * cm[0] + tm[1] * cm[2]) or abs(tm[1] * cm[1]) or 1.0)
            left = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            height = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            runs.append(Run(length, round(grown, 1), bold[id(font)], left, height))
        pieces.append(piece)
        length += len(piece)

    text = page.extract_text(
        visitor_operand_before=watch.before, visitor_operand_after=watch.after, visitor_text=visit
    )
    return text, runs if "".join(pieces) == text else [], watch


def _is_bold(font: Raw) -> bool:
    if font is None:
        return False
    name = str(font.get("/BaseFont", ""))
    described = font.get("/FontDescriptor")
    weight = described.get_object().get("/FontWeight", 0) if described is not None else 0
    weight = weight if isinstance(weight, int | float) else 0
    return bool(_BOLD.search(name)) or weight >= _BOLD_WEIGHT
