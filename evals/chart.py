"""Two plots as inline SVG: bars with their intervals, and stated confidence against share right."""

from collections.abc import Sequence
from html import escape

from evals.metric import Estimate
from evals.metrics_confidence import BINS

_LABEL, _WIDTH, _ROW = 300, 400, 24
_SIDE, _MARGIN = 300, 40


def bars(title: str, labels: Sequence[str], estimates: Sequence[Estimate]) -> str:
    """Return one horizontal bar per label, 0 to 100%, with a line from low to high."""
    height = _ROW * len(labels) + 4
    rows = "".join(
        _bar(row, label, found)
        for row, (label, found) in enumerate(zip(labels, estimates, strict=True))
    )
    return _svg(title, _LABEL + _WIDTH + 60, height, rows)


def reliability(pairs: Sequence[tuple[float, bool]]) -> str:
    """Return a dot per tenth of stated confidence at its share right; the diagonal is honest."""
    dots = []
    for tenth in range(BINS):
        inside = [(c, right) for c, right in pairs if min(int(c * BINS), BINS - 1) == tenth]
        if inside:
            x = sum(c for c, _ in inside) / len(inside)
            y = sum(right for _, right in inside) / len(inside)
            dots.append(
                f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="{3 + len(inside) ** 0.5:.1f}" '
                f'fill="#01689b" fill-opacity="0.7"><title>{len(inside)} answers: stated '
                f"{x:.2f}, right {y:.2f}</title></circle>"
            )
    frame = (
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#8a97a3" '
        'stroke-dasharray="4"/>'
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#1c2733"/>'
        f'<text x="{_x(0.5)}" y="{_y(0) + 30}" text-anchor="middle">stated confidence</text>'
        f'<text x="14" y="{_y(0.5)}" transform="rotate(-90 14 {_y(0.5)})" '
        'text-anchor="middle">share right</text>'
    )
    size = _SIDE + 2 * _MARGIN
    return _svg("Stated confidence and share right", size, size, frame + "".join(dots))


def _bar(row: int, label: str, found: Estimate) -> str:
    top = row * _ROW + 2
    middle = top + _ROW / 2 - 2
    low, high = (_LABEL + _WIDTH * end for end in (found.low, found.high))
    return (
        f'<text x="{_LABEL - 8}" y="{middle + 5}" text-anchor="end">{escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{_WIDTH * found.value:.1f}" height="{_ROW - 6}" '
        'fill="#8fcae7"/>'
        f'<line x1="{low:.1f}" y1="{middle}" x2="{high:.1f}" y2="{middle}" stroke="#1c2733" '
        'stroke-width="2"/>'
        f'<text x="{_LABEL + _WIDTH + 8}" y="{middle + 5}">{100 * found.value:.0f}%</text>'
    )


def _svg(title: str, width: int, height: int, inside: str) -> str:
    return (
        f'<svg role="img" aria-label="{escape(title)}" viewBox="0 0 {width} {height}" '
        f'width="{width}" font-size="14" xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    )


def _x(share: float) -> float:
    return _MARGIN + _SIDE * share


def _y(share: float) -> float:
    return _MARGIN + _SIDE * (1 - share)
