"""A plot of cost against the size of an archive, as SVG: both axes are logarithmic."""

import math
from collections.abc import Callable, Sequence
from html import escape

from evals.bench.growth import Grown

_WIDTH, _HEIGHT, _LEFT, _TOP = 520, 300, 60, 40
_Y_MOST = 10_000.0  # the top of the vertical axis, in ms, MB or what a line counts
_LINES: tuple[tuple[str, str, Callable[[Grown], float]], ...] = (
    ("answer, p50 CPU ms", "#01689b", lambda row: row.p50_cpu_ms),
    ("answer, p95 CPU ms", "#8fcae7", lambda row: row.p95_cpu_ms),
    ("opening, ms", "#39870c", lambda row: 1000 * row.open_s),
    ("on disk, MB", "#ca005d", lambda row: row.disk_mb),
    ("memory to answer, MB", "#42145f", lambda row: row.answer_peak_mb),
)


def growth_plot(rows: Sequence[Grown]) -> str:
    """Return the plot of a run of `evals.bench.growth.grow`, a line per sort of cost."""
    most = 10 ** math.ceil(math.log10(max(row.passages for row in rows)))
    drawn = [_line(at, line, rows, most) for at, line in enumerate(_LINES)]
    size = (_LEFT + _WIDTH + 190, _TOP + _HEIGHT + 50)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" '
        'font-family="sans-serif" font-size="13" role="img">'
        "<title>Cost against the number of passages</title>"
        f'<rect width="{size[0]}" height="{size[1]}" fill="#ffffff"/>'
        f"{_axes(most)}{''.join(drawn)}</svg>\n"
    )


def _line(
    at: int,
    line: tuple[str, str, Callable[[Grown], float]],
    rows: Sequence[Grown],
    most: float,
) -> str:
    name, colour, value = line
    points = [(_x(row.passages, most), _y(value(row))) for row in rows]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    top = _TOP + 20 * at
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'
        f'<rect x="{_LEFT + _WIDTH + 14}" y="{top}" width="12" height="12" fill="{colour}"/>'
        f'<text x="{_LEFT + _WIDTH + 32}" y="{top + 11}">{escape(name)}</text>'
    )


def _axes(most: float) -> str:
    tens = [10**power for power in range(2, round(math.log10(most)) + 1)]
    below = "".join(
        f'<text x="{_x(ten, most):.1f}" y="{_TOP + _HEIGHT + 20}" text-anchor="middle">'
        f"{ten:,}</text>"
        for ten in tens
    )
    beside = "".join(
        f'<line x1="{_LEFT}" x2="{_LEFT + _WIDTH}" y1="{_y(ten):.1f}" y2="{_y(ten):.1f}" '
        f'stroke="#d9e1e7"/><text x="{_LEFT - 6}" y="{_y(ten) + 4:.1f}" text-anchor="end">'
        f"{ten:,}</text>"
        for ten in (1, 10, 100, 1_000, 10_000)
    )
    middle = _LEFT + _WIDTH / 2
    named = f'<text x="{middle}" y="{_TOP + _HEIGHT + 42}" text-anchor="middle">passages</text>'
    return below + beside + named


def _x(passages: float, most: float) -> float:
    return _LEFT + _WIDTH * math.log10(max(passages, 100) / 100) / math.log10(most / 100)


def _y(value: float) -> float:
    return _TOP + _HEIGHT * (1 - math.log10(min(max(value, 1), _Y_MOST)) / math.log10(_Y_MOST))
