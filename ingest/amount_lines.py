"""Tables in plain text whose rows begin with an amount: amount, label, explanation."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.joined import joined
from ingest.reading import Cell, Grid
from ingest.span import Span
from ingest.text_lines import TextLine

_HEADER = re.compile(
    r"(?P<amount>inzet|bedrag|budget|kosten|bijdrage|uitgaven|middelen|subsidie)\s+"
    r"(?P<label>ten behoeve van|doel|bestemming|onderdeel|activiteit(?:en)?|omschrijving|post|"
    r"onderwerp|project|thema)(?:\s+(?P<more>(?:toelichting|resulta|opmerking|omschrijving).*))?",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\s*(?P<amount>(?:€\s*)?\d{1,3}(?:\.\d{3})+(?:,-|,\d\d)?)(?:\s+(?P<rest>\S.*))?$"
)
# Where no explanation runs on below a row, a line that begins with a small number is a row too.
_SMALL_ROW = re.compile(
    r"\s*(?P<amount>(?:€\s*)?\d{1,3}(?:\.\d{3})*(?:,-|,\d\d)?)(?:\s+(?P<rest>\S.*))?$"
)
_HEADING = re.compile(r"\s*\d+(?:\.\d+)+\.?\s+\S|\s*\d\.\s+[A-Z]")
_MARK = re.compile(r"\s*(?:[•▪●◦o–-]|\d{1,2}[.)])\s")
# The longest line of a label is 24 characters in two prints of one report; explanations there run
# to 60 and 63 a line.
_LABEL_WIDTH = 28
_OPENERS = frozenset(
    "aan als bij binnen dat de deze die dit door een er het hierbij hiermee in is met na naar om "
    "omdat onder op over sinds ten tijdens uit van vanuit via volgens voor we wij ze zij"
    " zijn".split()
)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The spans of one row."""

    amount: Span
    label: Span | None
    explanation: Span | None


def amount_grids(text: str, lines: tuple[TextLine, ...]) -> tuple[tuple[Grid, Span], ...]:
    """Return the tables whose header names an amount first, each with the characters it takes."""
    found = []
    for index, line in enumerate(lines):
        header = _HEADER.fullmatch(line.text.strip())
        if header is None:
            continue
        shape = _ROW if header["more"] else _SMALL_ROW
        end = _table_end(lines, index + 1, shape)
        rows = _rows(text, lines[index + 1 : end], shape)
        if rows:
            grid = _grid(text, line, header, rows)
            found.append((grid, Span(line.start, lines[end - 1].ink.end)))
    return tuple(found)


def _table_end(lines: tuple[TextLine, ...], first: int, shape: re.Pattern[str]) -> int:
    """Return the index behind the last line of the table that starts at ``first``."""
    blanks = 0
    before = ""
    explained = False  # whether the last row has come to its explanation
    for index in range(first, len(lines)):
        line = lines[index].text.strip()
        if not line:
            blanks += 1
            continue
        row = shape.match(line)
        if row is None and _leaves(line, before, blanks if explained else 0):
            return index
        explained = len(row["rest"] or "" if row else line) > _LABEL_WIDTH or (
            explained and row is None
        )
        blanks, before = 0, line
    return len(lines)


def _leaves(line: str, before: str, blanks: int) -> bool:
    """Return whether a line stands below the table: a heading, or a new start after white lines."""
    if _HEADING.match(line) or _HEADER.fullmatch(line):
        return True
    ended = before.endswith((".", "!", "?"))
    return blanks >= 2 and ended and not _MARK.match(line)


def _rows(text: str, lines: tuple[TextLine, ...], shape: re.Pattern[str]) -> list[_Cells]:
    width = max((len(line.text.strip()) for line in lines if not shape.match(line.text)), default=0)
    starts = [i for i in range(len(lines)) if _starts_row(lines, i, width, shape)]
    rows = []
    for start, stop in pairwise([*starts, len(lines)]):
        found = shape.match(lines[start].text)
        if found:
            rows.append(_cells(text, lines[start:stop], found, shape is _ROW, width))
    return rows


def _starts_row(
    lines: tuple[TextLine, ...], index: int, width: int, shape: re.Pattern[str]
) -> bool:
    """Return whether an amount at a line start opens a row, not a wrapped line of prose.

    In prose the amount stands there because it did not fit on the line before.
    """
    found = shape.match(lines[index].text)
    if found is None:
        return False
    before = lines[index - 1].text.strip() if index else ""
    full = len(before) + 1 + len(found["amount"]) > width and not shape.match(before)
    return not full or not before or before.endswith((".", "!", "?", ":", ")"))


def _cells(
    text: str, lines: tuple[TextLine, ...], row: re.Match[str], explained: bool, width: int
) -> _Cells:
    start = lines[0].start
    amount = Span(start + row.start("amount"), start + row.end("amount"))
    end = max((line.ink.end for line in lines if not line.blank), default=amount.end)
    rest = _ink(text, amount.end, end)
    if rest is None or not explained:
        return _Cells(amount, rest, None)
    cut = _label_end(lines, row, width)
    return _Cells(amount, _ink(text, amount.end, cut), _ink(text, cut, end))


def _ink(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends, or None when it is blank."""
    part = text[start:end]
    if not part.strip():
        return None
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _label_end(lines: tuple[TextLine, ...], row: re.Match[str], width: int) -> int:
    """Return the offset behind the label: its lines are short, those of the explanation long."""
    first = (row["rest"] or "").strip()
    if len(first) > _LABEL_WIDTH:
        following = next((line.text.split()[0] for line in lines[1:2] if not line.blank), "")
        return lines[0].start + row.start("rest") + _split_at(first, following, width)
    last = 0
    for index in range(1, len(lines)):
        if lines[index].blank:
            continue
        if not _is_label_line(lines, index, last):
            break
        last = index
    return lines[last].ink.end


def _is_label_line(lines: tuple[TextLine, ...], index: int, last: int) -> bool:
    """Return whether a short line goes on with the label that ended at line ``last`` so far.

    After a white line only a word is taken that ends no sentence and that a line with a capital
    follows at once: a line of prose would have been filled first.
    """
    line = lines[index].text.strip()
    if len(line) > _LABEL_WIDTH:
        return False
    if index == last + 1:
        return True
    following = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    return (
        not line.endswith((".", ":", ","))
        and len(following) > _LABEL_WIDTH
        and (following[:1].isupper())
    )


def _split_at(line: str, following: str, width: int) -> int:
    """Return where the explanation starts in a line that holds label and explanation.

    It starts with a capital, fills its column until the next line's first word does not fit, and
    mostly opens with a small word.

    >>> line = "inzet De Klup De middelen zijn een deel van het hele contract"
    >>> line[_split_at(line, "waarmee", 52):]
    'De middelen zijn een deel van het hele contract'
    """
    starts = [
        found.start()
        for found in re.finditer(r"(?<=\s)[A-ZÀ-Ý]", line)
        if found.start() <= _LABEL_WIDTH + 1
    ]
    fitting = [at for at in starts if _fills(len(line) - at, following, width)] or starts
    openers = [at for at in fitting if line[at:].split(maxsplit=1)[0].lower() in _OPENERS]
    # "De Klup De middelen": a name may open with a small word too, so the last opener wins.
    return (openers or fitting or [len(line)])[-1 if openers else 0]


def _fills(length: int, following: str, width: int) -> bool:
    # Letters differ in width: a line may hold a tenth more or fewer characters than the fullest.
    return length <= width and (not following or length + 1 + len(following) > 0.85 * width)


def _grid(text: str, line: TextLine, header: re.Match[str], rows: list[_Cells]) -> Grid:
    start = line.ink.start
    names = ("amount", "label", "more") if header["more"] else ("amount", "label")
    top = tuple(
        _cell(text, Span(start + header.start(name), start + header.end(name))) for name in names
    )
    body = [
        tuple(_cell(text, span) for span in (row.amount, row.label, row.explanation)[: len(names)])
        for row in rows
    ]
    return Grid((top, *body), 1)


def _cell(text: str, span: Span | None) -> Cell:
    return Cell(joined(span.cut(text)), span) if span else Cell("", None)
