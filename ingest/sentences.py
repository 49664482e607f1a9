"""Finds the sentences of a report: the units that a text answer is cut from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import ASIDE, Block, find_blocks
from ingest.line import Line
from ingest.reading import Cell, Grid, Reading
from ingest.report import Figure, Section, Sentence
from ingest.sentence_ends import split_sentences
from ingest.span import Span

_SMALL = 300  # characters of a table without figures that is quoted whole (a block of signatures)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence before it is numbered."""

    span: Span
    bullet: str | None


def find_sentences(
    reading: Reading,
    lines: Sequence[Line],
    sections: Sequence[Section],
    figures: Sequence[Figure],
) -> tuple[Sentence, ...]:
    """Return all text that can be an answer, in order and without overlap.

    These are sentences of prose joined over lines and pages, list items, label lines, headings, and
    the cells of tables that hold words; the amount and label of a row with figures are its
    `Figure`. A sentence spans no two rows or cells of a table with figures, and no heading with
    what follows.
    """
    pieces: list[_Piece] = [_Piece(section.heading, None) for section in sections]
    tables = _Tables(reading.grids, figures)
    for run in _runs(lines, sections, tables):
        for block in find_blocks(reading.text, run):
            pieces += _split(reading.text, block)
    for span in tables.texts(reading.text):
        for block in find_blocks(reading.text, tuple(_cut(lines, span)), in_cell=True):
            pieces += _split(reading.text, block)
    pieces += [_Piece(span, None) for span in tables.wholes()]
    ordered = _without_overlap(sorted(pieces, key=lambda piece: piece.span))
    return tuple(_sentences(reading, ordered, sections, figures))


class _Tables:
    """The tables of a report: which characters they hold and which of their cells are text."""

    def __init__(self, grids: Sequence[Grid], figures: Sequence[Figure]) -> None:
        self._grids = grids
        self._taken = sorted(
            span for f in figures for span in (f.span, f.amount, f.label_span) if len(span)
        )
        self._starts = [span.start for span in self._taken]
        cells = [c.span for g in grids for row in g.rows for c in row if c.span and len(c.span)]
        self.cells = sorted(cells)

    def wholes(self) -> Iterator[Span]:
        """Yield the small tables without figures, each as one span."""
        for grid in self._grids:
            span = _cover(cell for row in grid.rows for cell in row)
            if span and self._is_small(grid, span):
                yield span

    def texts(self, text: str) -> Iterator[Span]:
        """Yield the cells that hold words and are no part of a figure."""
        for grid in self._grids:
            whole = _cover(cell for row in grid.rows for cell in row)
            if whole is None or self._is_small(grid, whole):
                continue
            for number, row in enumerate(grid.rows):
                if number >= grid.header_rows:
                    yield from self._row_texts(text, row)

    def _row_texts(self, text: str, row: Sequence[Cell]) -> Iterator[Span]:
        for cell in row:
            if cell.span is None or self._is_taken(cell.span):
                continue
            if sum(1 for char in cell.span.cut(text) if char.isalpha()) >= 3:
                yield cell.span

    def _is_small(self, grid: Grid, span: Span) -> bool:
        return len(grid.rows) <= 3 and len(span) <= _SMALL and not self._is_taken(span)

    def _is_taken(self, span: Span) -> bool:
        """Tell whether a figure's amount or label overlaps ``span``."""
        at = bisect_right(self._starts, span.start)
        near = self._taken[max(0, at - 3) : at + 1]
        return any(s.start < span.end and span.start < s.end for s in near)


def _cover(cells: Iterator[Cell]) -> Span | None:
    spans = [cell.span for cell in cells if cell.span is not None and len(cell.span)]
    if not spans:
        return None
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _runs(
    lines: Sequence[Line], sections: Sequence[Section], tables: _Tables
) -> Iterator[tuple[Line, ...]]:
    """Yield runs of lines without a heading or table between them."""
    stops = sorted([s.heading for s in sections] + tables.cells)
    run: list[Line] = []
    at = 0
    for line in lines:
        while at < len(stops) and stops[at].end <= line.span.start:
            at += 1
        if at < len(stops) and stops[at].start < line.span.end and not line.repeated:
            yield tuple(run)
            run = []
        else:
            run.append(line)
    yield tuple(run)


def _cut(lines: Sequence[Line], span: Span) -> Iterator[Line]:
    """Yield the parts of lines that lie in ``span``; a part begins further to the right."""
    starts = [line.span.start for line in lines]
    first = max(0, bisect_right(starts, span.start) - 1)
    for line in lines[first:]:
        if line.span.start >= span.end:
            return
        start, end = max(line.span.start, span.start), min(line.span.end, span.end)
        if start < end:
            inside = start > line.span.start and line.left is not None
            left = (line.left or 0.0) + ASIDE * line.size if inside else line.left
            yield replace(line, span=Span(start, end), left=left)


def _split(text: str, block: Block) -> Iterator[_Piece]:
    """Yield the sentences of a block; the list mark goes with the first."""
    masked = block.span.cut(text)
    offset = block.span.start
    for hole in block.holes:
        start, end = hole.start - offset, hole.end - offset
        masked = masked[:start] + " " * (end - start) + masked[end:]
    bullet = block.bullet
    for span in split_sentences(masked):
        if any(char.isalpha() for char in span.cut(masked)):  # "19%" alone says nothing
            yield _Piece(Span(offset + span.start, offset + span.end), bullet)
            bullet = None


def _without_overlap(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    end = 0
    for piece in pieces:
        if piece.span.start >= end:
            yield piece
            end = piece.span.end


def _sentences(
    reading: Reading,
    pieces: Iterator[_Piece],
    sections: Sequence[Section],
    figures: Sequence[Figure],
) -> Iterator[Sentence]:
    page_starts = [page.span.start for page in reading.pages]
    section_starts = [section.heading.start for section in sections]
    told = sorted((f.explanation, f.index) for f in figures if f.explanation is not None)
    for index, piece in enumerate(pieces):
        start, last = piece.span.start, piece.span.end - 1
        at = bisect_right(section_starts, start) - 1
        yield Sentence(
            index=index,
            span=piece.span,
            section=at if at >= 0 else None,
            figure=_figure(told, piece.span),
            bullet=piece.bullet,
            page=_page(page_starts, start),
            page_end=_page(page_starts, last),
        )


def _figure(told: Sequence[tuple[Span, int]], span: Span) -> int | None:
    at = bisect_right(told, span.start, key=lambda item: item[0].start)
    for explanation, index in reversed(told[max(0, at - 30) : at]):
        if span in explanation:
            same = [i for e, i in told[max(0, at - 30) : at] if e == explanation]
            return min(same, default=index)
    return None


def _page(starts: Sequence[int], offset: int) -> int | None:
    return max(1, bisect_right(starts, offset)) if starts else None
