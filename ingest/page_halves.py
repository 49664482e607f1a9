"""Pages that hold two columns of text or two facing pages, taken apart."""

from itertools import pairwise

from ingest.placed_words import Word

# Of the width of what is printed: two columns of a real agreement lie 0.13 apart, those of a
# portrait plan some 0.04; cells of a table with words on both sides lie 0.01 to 0.02 apart.
_GUTTER = 0.03
_EVEN = 0.06  # the two sides are equally wide but for so much
_PROSE = 7  # words beside each other that make a line of running text
_SPACE = 0.55  # of a line height: more room parts cells
_LINES = 2  # of running text that each side holds at least


def page_halves(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    """Return the words of the left and of the right half, or all words as the one part.

    A page is taken apart where an empty strip runs down its middle from top to bottom, both sides
    are equally wide and each holds running text: a table holds amounts on its right side. So a row
    of a table on one side is not read on into the text beside it.
    """
    if not words:
        return (words,)
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    middle = (left + right) / 2
    first = [word for word in words if word.x1 <= middle]
    second = [word for word in words if word.x0 >= middle]
    if len(first) + len(second) < len(words) or not first or not second:
        return (words,)
    width = right - left
    gutter = (max(w.x1 for w in first), min(w.x0 for w in second))
    uneven = abs((gutter[0] - left) - (right - gutter[1]))
    if gutter[1] - gutter[0] < _GUTTER * width or uneven > _EVEN * width:
        return (words,)
    return (tuple(first), tuple(second)) if _is_prose(first) and _is_prose(second) else (words,)


def _is_prose(words: list[Word]) -> bool:
    """Return whether a side holds lines of running text."""
    run, lines = 1, 0
    for a, b in pairwise(words):
        beside = abs(a.middle - b.middle) < 0.45 * b.height and b.x0 - a.x1 < _SPACE * b.height
        run = run + 1 if beside else 1
        lines += run == _PROSE
    return lines >= _LINES
