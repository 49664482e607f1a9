"""Which of the lines that come back from page to page stand in a margin: headers and footers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from ingest.body_style import body_size, is_styled
from ingest.line import Line

_SHORT = 40  # characters; a longer line that does not come back is running text
_SAME = 2.0  # points
_ALIKE = 40.0  # points that the edges of two pages may differ; of a page on its side it is 250
_FEWEST = 2  # pages with running text in the place of a header


@dataclass(frozen=True, slots=True)
class _Edge:
    """A page seen from its top or its foot; heights in points, larger further out.

    ``reached`` are the lines that come back, from the edge up to the text of the page.
    ``outermost`` is the height of its first line, ``text`` that of its first line of running text.
    """

    reached: tuple[int, ...]
    outermost: float
    text: float


def in_margins(
    lines: Sequence[Line], pages: Sequence[Sequence[int]], coming: frozenset[int]
) -> frozenset[int]:
    """Return those of ``coming`` that stand in the margin of their page.

    ``pages`` are the indexes in ``lines`` of each page; ``coming`` are those of lines that come
    back at the same height, or are page numbers. Nothing but such lines stands further out, or one
    short line; or they stand aside of all text. The heading of a form or the last row of a table
    may come back at one height too: then running text stands as high, or as low, on other pages.
    """
    body = body_size(lines)
    found = {i for page in pages for i in _stamps(lines, page) if i in coming}
    for outward in (1, -1):
        edges = [_edge(lines, page, coming, body, outward) for page in pages]
        heights = {_out(lines[i], outward) for edge in edges for i in edge.reached}
        inside = {height for height in heights if _is_in_text(lines, edges, height, outward)}
        reached = {i for edge in edges for i in edge.reached}
        found |= {i for i in reached if _out(lines[i], outward) not in inside}
    return frozenset(found)


def _stamps(lines: Sequence[Line], page: Sequence[int]) -> Iterator[int]:
    """Yield the first and last stored line of a page where no other begins as far to the left."""
    for index in {page[0], page[-1]}:
        left = lines[index].left
        others = [lines[i].left for i in page if i != index]
        if left is not None and all(o is not None and abs(o - left) > _SAME for o in others):
            yield index


def _out(line: Line, outward: int) -> float | None:
    return None if line.height is None else outward * line.height


def _edge(
    lines: Sequence[Line],
    page: Sequence[int],
    coming: frozenset[int],
    body: float,
    outward: int,
) -> _Edge:
    ordered = _from_edge(lines, page, outward)
    reached: list[int] = []
    strays = 0
    for index in ordered:
        styled = is_styled(lines[index], body)
        if index in coming and not (strays and styled):
            reached.append(index)
        elif strays or styled or len(lines[index].span) >= _SHORT:
            break
        else:
            strays += 1  # the name of a chapter, a date
    text = [i for i in page if i not in coming and len(lines[i].span) >= _SHORT]
    heights = [_out(lines[i], outward) for i in (ordered[0], *text)]
    known = [height for height in heights if height is not None]
    return _Edge(tuple(reached), max(known, default=-inf), max(known[1:], default=-inf))


def _from_edge(lines: Sequence[Line], page: Sequence[int], outward: int) -> list[int]:
    """Return the lines of a page from the top down (1) or from the foot up (-1)."""
    heights = {index: _out(lines[index], outward) for index in page}
    if None in heights.values():
        return list(page[::outward])
    return sorted(page, key=lambda index: heights[index] or 0.0, reverse=True)


def _is_in_text(
    lines: Sequence[Line], edges: Sequence[_Edge], height: float | None, outward: int
) -> bool:
    """Return whether running text stands at this height, or further out, on pages without it."""
    if height is None:
        return False
    own = [
        edge
        for edge in edges
        if any(abs((_out(lines[i], outward) or inf) - height) <= _SAME for i in edge.reached)
    ]
    outermost = sorted(edge.outermost for edge in own)[len(own) // 2]
    among = [
        edge
        for edge in edges
        if edge not in own
        and abs(edge.outermost - outermost) <= _ALIKE
        and edge.text >= height - _SAME
    ]
    return len(among) >= max(_FEWEST, len(own) / 2)
