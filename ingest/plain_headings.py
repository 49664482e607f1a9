"""Finds headings without a number: set in bold, larger than the text, or standing alone."""

import re
from collections.abc import Sequence

from ingest.body_style import is_styled
from ingest.line import Line
from ingest.list_mark import list_mark
from ingest.numbered_headings import heading_parts
from ingest.table_caption import is_caption

_LONGEST = 110  # characters of a heading that is set as one
_LONGEST_PLAIN = 60  # of a heading that only the space above it gives away
_LONGEST_ALONE = 85  # of one with space below it too
_ENDS_SENTENCE = (".", ":", ";", "!", "?", "’", "”", '"', "'", ")")
_AMOUNT = re.compile(r"€|\d{1,3}(?:\.\d{3})+|\d,\d|\d\s*%")
_LEADER = re.compile(r"\.{4,}|(?:\s\.){4,}|…{2,}")
_GREETING = re.compile(
    r"(?:geachte|beste|hoogachtend|met vriendelijke|namens|de (?:secretaris|burgemeester|griffier)"
    r"|burgemeester en wethouders|\(?(?:alle )?bedragen (?:in|x|\*|zijn)\b|aan (?:de|het)|postbus"
    r"|telefoon|www\.|http|\S+@)",
    re.IGNORECASE,
)


def plain_headings(
    text: str, lines: Sequence[Line], body: float, taken: frozenset[int]
) -> tuple[int, ...]:
    """Return the indexes of lines that are headings without a number, ascending.

    Where the file tells how lines look, only bold or larger lines count; in plain text a short line
    with white space above it and a sentence below. ``taken`` are lines that are something else:
    numbered headings, the title, cells of tables.
    """
    looks = any(line.bold for line in lines) or len({line.size for line in lines}) > 1
    found: list[int] = []
    for index, line in enumerate(lines):
        if index in taken or line.repeated or line.spread or is_caption(line.span.cut(text)):
            continue
        if (
            line.level
            or _is_item_heading(text, lines, index, body)
            or _is_heading(text, lines, index, body if looks else None)
        ):
            found.append(index)
    return tuple(found)


def _is_item_heading(text: str, lines: Sequence[Line], index: int, body: float) -> bool:
    """Tell a numbered heading outside the count of the report: "1. Inleiding" inside a chapter."""
    parts = heading_parts(lines[index].span.cut(text))
    if parts is None or not _may_be_heading(parts[1]):
        return False
    if is_styled(lines[index], body):
        return _stands_out(lines, index, body) and lines[index].apart
    return len(parts[1]) <= _LONGEST_PLAIN and _is_glued(text, lines, index)


def _is_heading(text: str, lines: Sequence[Line], index: int, body: float | None) -> bool:
    line = lines[index]
    printed = line.span.cut(text)
    if not _may_be_heading(printed):
        return False
    if body is not None and is_styled(line, body):
        return _stands_out(lines, index, body)
    if body is not None:
        return _is_glued(text, lines, index)
    return _stands_alone(text, lines, index)


def _may_be_heading(printed: str) -> bool:
    letters = sum(1 for char in printed if char.isalpha())
    return (
        3 <= len(printed) <= _LONGEST
        and letters >= 0.6 * sum(1 for char in printed if not char.isspace())
        and (printed[0].isupper() or printed[0] in "‘“\"'(")
        and printed[-1] not in ".;,!-–"
        and list_mark(printed) is None
        and not _AMOUNT.search(printed)
        and not _LEADER.search(printed)
        and not _GREETING.match(printed)
    )


def _is_glued(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell a heading set like the text, in another colour: space above, its text right below it."""
    line = lines[index]
    if index + 1 >= len(lines) or not line.apart or line.size == 0 or line.whole:
        return False
    printed, following = line.span.cut(text), lines[index + 1]
    below = following.span.cut(text)
    same_column = line.left is not None and following.left is not None
    return (
        not following.apart
        and following.page == line.page
        and len(below) >= max(50, 1.5 * len(printed))
        and below[0].isupper()
        and len(printed.split()) <= 8
        and printed[-1] not in _ENDS_SENTENCE
        and same_column
        and abs((line.left or 0) - (following.left or 0)) < 3
    )


def _stands_out(lines: Sequence[Line], index: int, body: float) -> bool:
    """Tell a bold heading from bold print inside a paragraph or a whole bold paragraph."""
    line = lines[index]
    run = index
    while run + 1 < len(lines) and _same_look(lines[run + 1], line) and not lines[run + 1].apart:
        run += 1
    long_run = (
        run - index >= 3
    )  # a bold paragraph; headings wrap onto a second line, rarely a third
    larger = body > 0 and line.size > 1.1 * body
    above = lines[index - 1] if index else None
    beside = above is not None and _is_beside(above, line)
    return not long_run and not beside and (larger or line.size >= 0.95 * body)


def _same_look(line: Line, other: Line) -> bool:
    return line.bold == other.bold and abs(line.size - other.size) < 0.2


def _is_beside(above: Line, line: Line) -> bool:
    """Tell whether two lines stand next to each other, as cells of a table do."""
    if above.height is None or line.height is None or above.page != line.page:
        return False
    return abs(above.height - line.height) < 0.4 * line.size


def _stands_alone(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell a heading in plain text: space or a sentence's end above it, its own text below."""
    line = lines[index]
    if index + 1 >= len(lines):
        return False
    printed = line.span.cut(text)
    above = lines[index - 1].span.cut(text) if index else "."
    below, space_below = lines[index + 1].span.cut(text), lines[index + 1].apart
    opens = line.apart or (
        space_below and (above.endswith(_ENDS_SENTENCE) or list_mark(above) is not None)
    )
    carries = len(below) > len(printed) or list_mark(below) is not None or space_below
    longest = _LONGEST_PLAIN if line.apart and not space_below else _LONGEST_ALONE
    return (
        opens
        and carries
        and len(printed) <= longest
        and len(printed.split()) <= 10
        and (printed[-1] not in _ENDS_SENTENCE or (printed[-1] == ")" and space_below))
        and (space_below or not below[0].islower())
        and "  " not in printed
    )
