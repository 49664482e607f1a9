"""The boxes of single letters, joined into one box per printed line."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left of a picture."""

    left: int
    top: int
    right: int
    bottom: int


def joined_by_line(letters: Sequence[Box]) -> tuple[Box, ...]:
    """Return one box per line and table cell, in the order of the letters.

    >>> joined_by_line((Box(0, 0, 5, 9), Box(6, 1, 11, 9), Box(0, 12, 5, 21)))
    (Box(left=0, top=0, right=11, bottom=9), Box(left=0, top=12, right=5, bottom=21))
    """
    lines: list[Box] = []
    for box in letters:
        if lines and _same_line(lines[-1], box):
            last = lines[-1]
            lines[-1] = Box(
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            lines.append(box)
    return tuple(lines)


def _same_line(line: Box, box: Box) -> bool:
    """Return whether a letter goes on where a line stopped: same height, no column in between."""
    middle = (box.top + box.bottom) / 2
    height = max(line.bottom - line.top, 1)
    return line.top <= middle <= line.bottom and -height <= box.left - line.right <= 2 * height
