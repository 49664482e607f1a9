"""Pages that hold two columns of text or two facing pages, taken apart."""

from itertools import pairwise

from ingest.placed_words import Word
from ingest.table_lines import Line, table_lines

# Of the width of what is printed: two columns of a real agreement lie 0.13 apart, those of a
# portrait plan some 0.04; cells of a table with words on both sides lie 0.01 to 0.02 apart.
_GUTTER = 0.03
_EVEN = 0.06  # the two sides are equally wide but for so much
_PROSE = 7  # words beside each other that make a line of running text
_SPACE = 0.55  # of a line height: more room parts cells
_LINES = 2  # of running text that each side holds at least
_ALIKE = 3  # pages with the same strip that make it the layout of a document
_OFF = 2.0  # points that a letter may reach into the strip
# Of the width of the page: facing pages of a real agreement lie 0.13 apart. Between the labels and
# the amounts of a table over both columns of a plan there may be as much as its gutter, some 0.06.
_WIDE = 0.1
_WHITE = 0.6  # of the height of a line: the white above a table; between its rows is up to 0.5


Half = tuple[Word, ...]


def page_halves(pages: tuple[Half, ...]) -> tuple[tuple[Half, ...], ...]:
    """Return for each page the words of its left and of its right half, or all as the one part.

    A page is taken apart where an empty strip runs down its middle from top to bottom, both sides
    are equally wide and each holds running text: a table holds amounts on its right side. So a row
    of a table on one side is not read on into the text beside it. Where pages of a document are
    laid out so, those with the same empty strip are too, though they hold tables only. A table
    below the columns that takes both sides is a part of its own.
    """
    found = tuple(_halves(words) for words in pages)
    strips = [_strip(*halves) for halves in found if len(halves) == 2]
    if len(strips) < _ALIKE:
        return found
    strip = max(left for left, _ in strips), min(right for _, right in strips)
    return tuple(
        _parted(words, strip) if len(halves) == 1 else halves
        for words, halves in zip(pages, found, strict=True)
    )


def _halves(words: Half) -> tuple[Half, ...]:
    """Return the two halves of a page that shows by itself that it has them."""
    if not words:
        return (words,)
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    middle = (left + right) / 2
    first = tuple(word for word in words if word.x1 <= middle)
    second = tuple(word for word in words if word.x0 >= middle)
    if len(first) + len(second) < len(words) or not first or not second:
        return (words,)
    strip = _strip(first, second)
    width = right - left
    uneven = abs((strip[0] - left) - (right - strip[1]))
    if strip[1] - strip[0] < _GUTTER * width or uneven > _EVEN * width:
        return (words,)
    if not (_is_prose(first) and _is_prose(second)):
        return (words,)
    over = _rows_over(words, strip)
    if over is None:
        return first, second
    return tuple(
        part
        for part in (
            *(tuple(w for w in half if w.bottom < over[0]) for half in (first, second)),
            tuple(w for w in words if over[0] <= w.bottom <= over[1]),
            *(tuple(w for w in half if w.bottom > over[1]) for half in (first, second)),
        )
        if part
    )


def _rows_over(words: Half, strip: tuple[float, float]) -> tuple[float, float] | None:
    """Return from which to which height a table runs over both halves, or None.

    Its labels stand at the left and nothing but its amounts at the right. It begins with its header
    at the white above its first row.
    """
    lines = table_lines(words)
    rows = [n for n, line in enumerate(lines) if _is_row_over(line, strip)]
    if len(rows) < _LINES:
        return None
    first = rows[0]
    while first and lines[first].top - lines[first - 1].bottom < _WHITE * lines[first].height:
        first -= 1
    if any(_holds_text(line) for line in lines[first : rows[-1] + 1]):
        return None
    return lines[first].top, lines[rows[-1]].bottom


def _is_row_over(line: Line, strip: tuple[float, float]) -> bool:
    right = [piece for piece in line.pieces if piece.x0 >= strip[1] - _OFF]
    left = line.pieces[: len(line.pieces) - len(right)]
    return bool(left and right) and all(p.is_value for p in right) and not left[-1].is_value


def _holds_text(line: Line) -> bool:
    return any(len(piece.words) >= _PROSE for piece in line.pieces)


def _strip(first: Half, second: Half) -> tuple[float, float]:
    """Return where the empty strip between two halves begins and ends."""
    return max(word.x1 for word in first), min(word.x0 for word in second)


def _parted(words: Half, strip: tuple[float, float]) -> tuple[Half, ...]:
    """Return a page in two where nothing stands in the strip of its document, wide enough."""
    left, right = strip
    first = tuple(word for word in words if word.x1 <= left + _OFF)
    second = tuple(word for word in words if word.x0 >= right - _OFF)
    if right - left < _WIDE * max((word.x1 for word in words), default=0.0):
        return (words,)
    whole = len(first) + len(second) == len(words) and first and second
    return (first, second) if whole else (words,)


def _is_prose(words: Half) -> bool:
    """Return whether a side holds lines of running text."""
    run, lines = 1, 0
    for a, b in pairwise(words):
        beside = abs(a.middle - b.middle) < 0.45 * b.height and b.x0 - a.x1 < _SPACE * b.height
        run = run + 1 if beside else 1
        lines += run == _PROSE
    return lines >= _LINES
