"""Tells which text of a PDF page a reader of the page can't see."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

# Measured on five ways of hiding text: Tr 3, white, 0.5 pt, off the page, no opacity.
_SMALLEST = 2.0  # points; legal print starts at 4
_WHITE = 0.97  # share of each of red, green and blue; lighter than any text that is meant to be read
_INVISIBLE = (3, 7)  # text render modes that put no ink on the page
_FAINTEST = 0.03  # opacity
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_SCAN = 0.5  # share of the page that a picture covers when invisible text is its recognised text

Matrix = Sequence[float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Ink:
    """What decides whether text shows: saved by q and brought back by Q."""

    mode: int = 0
    white: bool = False
    grey_space: bool = True  # one component of a colour is grey (not a spot colour, where 1 is full)
    opacity: float = 1.0
    size: float = 12.0


class InkWatch:
    """Follows the operators of one page and counts its text operators from 0.

    Pass `before` and `after` to pypdf as visitors. Then `hidden()` gives the numbers of the text
    operators that show nothing, and a second pass with ``blank=hidden()`` takes their text away.
    """

    def __init__(self, page: Any, blank: frozenset[int] = frozenset()) -> None:  # noqa: ANN401
        self._resources = _get(page, "/Resources")
        self._box = _page_box(page)
        self._blank = blank
        self._ink = _Ink()
        self._saved: list[_Ink] = []
        self._depth = 0
        self._count = 0
        self._points: list[tuple[float, float]] = []
        self._painted: list[Box] = []
        self._pictures: list[Box] = []
        self._unseen: set[int] = set()
        self._unprinted: set[int] = set()

    def before(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:  # noqa: ANN401
        """Take note of one operator; the form of a pypdf visitor."""
        if operator in _SHOWS:
            self._show(operator, operands, cm, tm)
        elif operator in _FILLS:
            self._fill()
        elif operator in _PATHS:
            self._path(operator, operands, cm)
        elif operator in _STATES:
            _STATES[operator](self, operands, cm)

    def after(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:  # noqa: ANN401, ARG002
        """Take note that a form or picture was drawn; the form of a pypdf visitor."""
        if operator == b"Do":
            self._depth -= 1

    def hidden(self) -> frozenset[int]:
        """Return the numbers of the text operators that a reader of the page can't see.

        Invisible text on a page that is mostly a picture is the recognised text of a scan: no hiding.
        """
        scanned = self.picture_share() >= _SCAN
        return frozenset(self._unseen if scanned else self._unseen | self._unprinted)

    def picture_share(self) -> float:
        """Return the share of the page, 0 to 1, that its largest picture covers."""
        left, bottom, right, top = self._box
        whole = (right - left) * (top - bottom)
        return min(1.0, max((_area(box) for box in self._pictures), default=0.0) / whole)

    def _show(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:  # noqa: ANN401
        number, self._count = self._count, self._count + 1
        if number in self._blank:
            _take_away(operator, operands)
            return
        ink = self._ink
        if ink.mode in _INVISIBLE:
            self._unprinted.add(number)
        elif ink.opacity < _FAINTEST or (ink.white and self._on_paper(cm, tm)):
            self._unseen.add(number)
        if self._depth == 0 and (_scale(cm, tm) * abs(ink.size) < _SMALLEST or self._off(cm, tm)):
            self._unseen.add(number)

    def _on_paper(self, cm: Matrix, tm: Matrix) -> bool:
        """Tell whether nothing coloured lies under white text; in a form only the page is known."""
        areas = self._painted + self._pictures
        if self._depth:
            return not areas
        x, y = _place(cm, tm)
        return not any(a - 2 <= x <= c + 2 and b - 2 <= y <= d + 2 for a, b, c, d in areas)

    def _off(self, cm: Matrix, tm: Matrix) -> bool:
        x, y = _place(cm, tm)
        left, bottom, right, top = self._box
        margin = 2.0
        # Text that starts left of the page may run into it: only what starts far off is hidden.
        far = left - (right - left)
        return not (far <= x <= right + margin and bottom - margin <= y <= top + margin)

    def _fill(self) -> None:
        if self._points and not self._ink.white and self._ink.opacity >= 0.5:
            self._painted.append(_around(self._points))
        self._points = []

    def _path(self, operator: bytes, operands: Any, cm: Matrix) -> None:  # noqa: ANN401
        if operator in (b"n", b"S", b"s"):
            self._points = []
            return
        numbers = _numbers(operands)
        if operator == b"re" and len(numbers) == 4:
            x, y, width, height = numbers
            corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
        else:
            corners = tuple(zip(numbers[::2], numbers[1::2], strict=False))  # type: ignore[assignment]
        self._points += [_through(cm, x, y) for x, y in corners]

    def _set_mode(self, operands: Any, _: Matrix) -> None:  # noqa: ANN401
        mode = _numbers(operands)
        self._ink = replace(self._ink, mode=int(mode[0]) if mode else 0)

    def _set_size(self, operands: Any, _: Matrix) -> None:  # noqa: ANN401
        size = _numbers(operands[1:])
        self._ink = replace(self._ink, size=size[0] if size else self._ink.size)

    def _set_space(self, operands: Any, _: Matrix) -> None:  # noqa: ANN401
        name = str(operands[0]) if operands else ""
        grey = name in ("/DeviceGray", "/G", "/CalGray") or _is_grey(self._resources, name)
        self._ink = replace(self._ink, grey_space=grey, white=False)

    def _set_colour(self, operands: Any, _: Matrix) -> None:  # noqa: ANN401
        self._ink = replace(self._ink, white=_is_white(_numbers(operands), self._ink.grey_space))

    def _set_device(self, operands: Any, _: Matrix) -> None:  # noqa: ANN401
        self._ink = replace(self._ink, white=_is_white(_numbers(operands), grey=True))

    def _set_state(self, operands: Any, _: Matrix) -> None:  # noqa: ANN401
        state = _get(_get(self._resources, "/ExtGState"), str(operands[0])) if operands else None
        opacity = _get(state, "/ca")
        if isinstance(opacity, int | float):
            self._ink = replace(self._ink, opacity=float(opacity))

    def _save(self, _: Any, __: Matrix) -> None:  # noqa: ANN401
        self._saved.append(self._ink)

    def _restore(self, _: Any, __: Matrix) -> None:  # noqa: ANN401
        self._ink = self._saved.pop() if self._saved else _Ink()

    def _draw(self, operands: Any, cm: Matrix) -> None:  # noqa: ANN401
        self._depth += 1
        if self._depth > 1 or not operands:
            return
        drawn = _get(_get(self._resources, "/XObject"), str(operands[0]))
        if _get(drawn, "/Subtype") == "/Image":
            corners = [_through(cm, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._pictures.append(_around(corners))

    def _shade(self, _: Any, __: Matrix) -> None:  # noqa: ANN401
        self._painted.append(self._box)


_PATHS = frozenset((b"m", b"l", b"c", b"v", b"y", b"re", b"n", b"S", b"s"))
_STATES: dict[bytes, Any] = {
    b"Tr": InkWatch._set_mode,
    b"Tf": InkWatch._set_size,
    b"cs": InkWatch._set_space,
    b"sc": InkWatch._set_colour,
    b"scn": InkWatch._set_colour,
    b"g": InkWatch._set_device,
    b"rg": InkWatch._set_device,
    b"k": InkWatch._set_device,
    b"gs": InkWatch._set_state,
    b"q": InkWatch._save,
    b"Q": InkWatch._restore,
    b"Do": InkWatch._draw,
    b"sh": InkWatch._shade,
}


def _take_away(operator: bytes, operands: Any) -> None:  # noqa: ANN401
    """Empty the text of one operator in place, so that nothing that reads the page finds it."""
    if not operands:
        return
    last = operands[-1]
    if operator == b"TJ" and isinstance(last, list):
        last[:] = [item for item in last if not isinstance(item, str | bytes)]
    else:
        operands[-1] = type(last)() if isinstance(last, str | bytes) else last


def _is_white(colour: Sequence[float], grey: bool) -> bool:  # noqa: FBT001
    if len(colour) == 1:
        return grey and colour[0] >= _WHITE
    if len(colour) == 3:
        return min(colour) >= _WHITE
    return len(colour) == 4 and max(colour) <= 1 - _WHITE


def _is_grey(resources: Any, name: str) -> bool:  # noqa: ANN401
    space = _get(_get(resources, "/ColorSpace"), name)
    if not isinstance(space, list) or not space:
        return False
    profile = _get(space[1].get_object() if len(space) > 1 else None, "/N")
    return bool(space[0] == "/CalGray" or (space[0] == "/ICCBased" and profile == 1))


def _get(holder: Any, key: str) -> Any:  # noqa: ANN401
    """Return the object under ``key``, or None: a broken PDF holds anything anywhere."""
    holder = holder.get_object() if hasattr(holder, "get_object") else holder
    if not hasattr(holder, "get"):
        return None
    found = holder.get(key)
    return found.get_object() if hasattr(found, "get_object") else found


def _page_box(page: Any) -> Box:  # noqa: ANN401
    try:
        box = page.cropbox
        left, bottom, right, top = (float(v) for v in (box.left, box.bottom, box.right, box.top))
    except Exception:  # noqa: BLE001  a broken box of any kind
        return (0.0, 0.0, 595.0, 842.0)
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    return (left, bottom, right, top) if right - left > 1 and top - bottom > 1 else (0, 0, 595, 842)


def _numbers(operands: Any) -> list[float]:  # noqa: ANN401
    return [float(value) for value in operands if isinstance(value, int | float)]


def _through(cm: Matrix, x: float, y: float) -> tuple[float, float]:
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]


def _place(cm: Matrix, tm: Matrix) -> tuple[float, float]:
    return _through(cm, tm[4], tm[5])


def _scale(cm: Matrix, tm: Matrix) -> float:
    """Return by how much text grows from its font size to the page."""
    area = (cm[0] * cm[3] - cm[1] * cm[2]) * (tm[0] * tm[3] - tm[1] * tm[2])
    return math.sqrt(abs(area))


def _around(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
