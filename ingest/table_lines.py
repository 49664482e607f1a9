"""The printed lines of a page as pieces: the stretch of a line that one table cell holds."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.cell_value import CellValue, parse_cell
from ingest.placed_words import Word
from ingest.span import Span

# In parts of the height of the line (1.2 times the font size). Of 44,800 gaps between words of
# three real PDFs 41,050 are below 0.45 (spaces) and 80 lie between 0.45 and 0.65; the rest part
# columns.
_PIECE_GAP = 0.55
_SAME_LINE = 0.45
_SPACE = 0.3  # of the height of a line: a space is 0.2 to 0.28
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2} \d{3}(?:,\d\d|,-)?")
_WORDS = 4  # of a whole amount: "8,6 % (2023)" and a sign
_BARE = re.compile(r"\d{1,4}")
_BULLET = re.compile(r"[•▪●◦\-–·o]|\(?[\da-z]{1,2}[.)]|[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words side by side on one line; ``order`` counts the pieces of a page in stored order."""

    text: str
    span: Span
    page: int
    order: int
    x0: float
    x1: float
    top: float
    bottom: float
    words: tuple[Word, ...]
    value: CellValue | None

    @property
    def is_number(self) -> bool:
        """Return whether the piece is one printed number (not "-" and not "p.m.")."""
        return self.value is not None and self.value.value is not None

    @property
    def is_value(self) -> bool:
        """Return whether the piece can fill an amount cell: a number, "-", "p.m." or the like."""
        return self.value is not None

    @property
    def first_width(self) -> float:
        """Return how wide the first word is, to tell whether it had fitted on the line before."""
        return self.words[0].x1 - self.words[0].x0

    @property
    def height(self) -> float:
        """Return the height of the line."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Return half-way down the line."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces at one height of one page, from left to right."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of the line."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Return the line with single spaces between its pieces."""
        return " ".join(piece.text for piece in self.pieces)


def piece_of(words: list[Word], order: int) -> Piece:
    """Return ``words``, which stand side by side, as one piece."""
    span = words[0].span.cover(words[-1].span)
    printed = " ".join(word.text for word in words)
    return Piece(
        printed,
        span,
        words[0].page,
        order,
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
        tuple(words),
        parse_cell(printed),
    )


def table_lines(words: tuple[Word, ...]) -> tuple[Line, ...]:
    """Return the lines of one page from top to bottom."""
    pieces = [piece_of(run, order) for order, run in enumerate(_runs(words))]
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.x0)):
        if lines and abs(piece.middle - lines[-1][0].middle) <= _SAME_LINE * piece.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return tuple(_line(line) for line in lines)


def _line(pieces: list[Piece]) -> Line:
    ordered = sorted(pieces, key=lambda p: p.x0)
    return Line(tuple(ordered), min(p.top for p in ordered), max(p.bottom for p in ordered))


def _runs(words: tuple[Word, ...]) -> list[list[Word]]:
    """Return words grouped into pieces; a bullet or a lone "€" joins what follows it."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _goes_on(runs[-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _goes_on(run: list[Word], word: Word) -> bool:
    last = run[-1]
    if abs(last.middle - word.middle) > _SAME_LINE * max(last.height, word.height):
        return False
    gap = word.x0 - last.x1
    whole = len(run) <= _WORDS and _is_number(" ".join(part.text for part in run))
    if whole and (word.text == "€" or _is_number(word.text)):
        # Two cells that nearly touch, or the thousands of one amount, a space apart.
        return gap <= _SPACE * word.height and bool(
            _THOUSANDS.fullmatch(f"{last.text} {word.text}")
        )
    if len(run) == 1 and gap > 0 and _opens(last.text, word.text, gap, word.height):
        return True
    return -_PIECE_GAP * word.height < gap <= _PIECE_GAP * word.height


def _is_number(text: str) -> bool:
    value = parse_cell(text)
    return value is not None and value.value is not None


def _opens(first: str, then: str, gap: float, height: float) -> bool:
    if first == "€":  # bookkeeping style: the sign at the left edge of the cell
        return parse_cell(then) is not None
    near = gap < 4 * height  # list marks are indented by at most some three letters
    return near and bool(_BULLET.fullmatch(first)) and parse_cell(then) is None


def without_running(pages: tuple[tuple[Line, ...], ...]) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each page without running headers and footers and page numbers.

    A line at the edge of a page is running when it comes back on three pages, digits taken as equal
    ("Pagina 3 van 9"), or on two with a number that counts the pages, and holds no amounts: the
    header of a table comes back too.
    """
    counts = Counter(
        key
        for lines in pages
        for key in {key for line in _edges(lines) if _may_run(line) for key in _keys(line)}
    )
    return tuple(
        tuple(
            line
            for line in lines
            if line not in _edges(lines)
            or not (
                max(counts[key] for key in _keys(line)) >= _returns(line)
                or _is_page_number(line, lines)
            )
        )
        for lines in pages
    )


def _edges(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return (*lines[:2], *lines[-2:])


def _may_run(line: Line) -> bool:
    values = [piece for piece in line.pieces if piece.is_value]
    return len(line.pieces) <= 2 and all(_BARE.fullmatch(piece.text) for piece in values)


def _returns(line: Line) -> int:
    return 2 if any(_BARE.fullmatch(piece.text) for piece in line.pieces) else 3


def _is_page_number(line: Line, lines: tuple[Line, ...]) -> bool:
    """Return whether a line is a number at the edge of a page; a year may head a table there."""
    number = re.fullmatch(r"-?\s?(?!(?:19|20)\d\d\b)\d{1,4}\s?-?", line.text)
    return line in (lines[0], lines[-1]) and bool(number)


def _keys(line: Line) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return a line with its digits made equal, and how far its numbers are from the page's.

    The second key counts two printed pages to a page of the file.
    """
    text = re.sub(r"\d+", "#", line.text)
    bare = [(int(p.text), p.page) for p in line.pieces if _BARE.fullmatch(p.text)]
    return tuple((text, tuple(n - step * page for n, page in bare)) for step in (1, 2))
