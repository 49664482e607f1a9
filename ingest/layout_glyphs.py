"""Places of characters from pypdf's layout text, for a page that pdfium gives no places for."""

import re
from collections import defaultdict

from ingest.glyphs import Glyph

_RUN = re.compile(r"\S+(?: \S+)*")  # two spaces or more part the columns of layout text
# The made-up size of a layout character in points: half as wide as high, as in common fonts, so
# that one space stays within a piece and two part it (see `ingest.table_lines`).
_WIDTH = 5.0
_HEIGHT = 12.0
_PITCH = 13.0


def layout_glyphs(plain: str, layout: str) -> tuple[Glyph, ...]:
    """Return the characters of ``layout`` in the order in which ``plain`` holds them.

    Both are one page by pypdf. Layout runs are laid over the plain text like tiles, each time the
    run that comes next on the page among those that go on the text; coarser than true places, as
    layout mode pushes words aside that would overlap.
    """
    tiles: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row, line in enumerate(layout.split("\n")):
        for found in _RUN.finditer(line):
            tiles[found.group()[0]].append((row, found.start(), found.group()))
    wanted = "".join(plain.split())
    glyphs: list[Glyph] = []
    index, row, column = 0, 0, 0
    while index < len(wanted):
        tile = _next_tile(tiles[wanted[index]], wanted, index, (row, column))
        if tile is None:
            index += 1
            continue
        tiles[wanted[index]].remove(tile)
        row, column = tile[0], tile[1]
        glyphs += _drawn(tile)
        index += len("".join(tile[2].split()))
    return tuple(glyphs)


def _next_tile(
    tiles: list[tuple[int, int, str]], wanted: str, index: int, last: tuple[int, int]
) -> tuple[int, int, str] | None:
    """Return the nearest tile after the last one that the text goes on with, the longest first."""
    fits = [tile for tile in tiles if wanted.startswith("".join(tile[2].split()), index)]
    return min(
        fits,
        key=lambda tile: (tile[:2] < last, abs(tile[0] - last[0]), -len(tile[2]), tile[1]),
        default=None,
    )


def _drawn(tile: tuple[int, int, str]) -> list[Glyph]:
    row, column, text = tile
    top = row * _PITCH
    return [
        Glyph(char, x, x + _WIDTH, top, top + _HEIGHT)
        for x, char in ((_WIDTH * (column + i), char) for i, char in enumerate(text))
        if not char.isspace()
    ]
