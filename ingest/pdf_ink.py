"""Tells which text of a PDF page a reader of the page can't see."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.pdf_geometry import (
    Box,
    Matrix,
    Raw,
    area,
    around,
    as_numbers,
    page_box,
    place,
    scale,
    through,
)
from ingest.pdf_visible import Patch, text_patch

# Measured on six ways of hiding text: Tr 3, white, 0.5 pt, off the page, no opacity, covered.
_SMALLEST = 2.0  # points; legal print starts at 4
_WHITE = (
    0.97  # share of each of red, green and blue; lighter than any text that is meant to be read
)
_INVISIBLE = 3  # the text render mode that puts no ink on the page
_CLIP = 7  # text that a picture or gradient shines through, or nothing
_FAINTEST = 0.03  # opacity
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_BAND = 20.0  # points: text is looked up by bands of the page when something is drawn over it
_COVER = 60.0  # square points; smaller is a line or a dot, which covers no text
_GROUNDS = 60  # drawn areas that are remembered: text stands on one of the last
_WORK = 300_000  # comparisons of drawings with text; a page that needs more is a drawing
_SCAN = 0.5  # share of the page that a picture covers when invisible text is its recognised text


@dataclass(frozen=True, slots=True)
class _Ink:
    """What decides whether text shows: saved by q and brought back by Q."""

    mode: int = 0
    white: bool = False
    colour: tuple[float, ...] = (0.0,)
    grey_space: bool = (
        True  # one component of a colour is grey (not a spot colour, where 1 is full)
    )
    opacity: float = 1.0
    size: float = 12.0


class InkWatch:
    """Follows the operators of one page and counts its text operators from 0.

    Pass `before` and `after` to pypdf as visitors. Then `hidden()` gives the numbers of the text
    operators that show nothing, and a second pass with ``blank=hidden()`` takes their text away.
    """

    def __init__(self, page: Raw, blank: frozenset[int] = frozenset()) -> None:
        self._resources = _get(page, "/Resources")
        self._box = page_box(page)
        self._blank = blank
        self._ink = _Ink()
        self._saved: list[_Ink] = []
        self._depth = 0
        self._count = 0
        self._points: list[tuple[float, float]] = []
        self._grounds: deque[tuple[Box, tuple[float, ...]]] = deque(maxlen=_GROUNDS)
        self._drawn = False  # whether anything coloured was drawn
        self._pictures: list[Box] = []
        self._unseen: set[int] = set()
        self._unprinted: set[int] = set()
        self._doubtful: dict[int, Patch] = {}
        self._bands: dict[int, list[tuple[int, Patch]]] = {}
        self._work = 0

    def before(self, operator: bytes, operands: Raw, cm: Matrix, tm: Matrix) -> None:
        """Take note of one operator; the form of a pypdf visitor."""
        if operator in _SHOWS:
            self._show(operator, operands, cm, tm)
        elif operator in _FILLS:
            self._fill()
        elif operator in _PATHS:
            self._path(operator, operands, cm)
        elif operator in _STATES:
            _STATES[operator](self, operands, cm)

    def after(self, operator: bytes, operands: Raw, cm: Matrix, tm: Matrix) -> None:
        """Take note that a form or picture was drawn; the form of a pypdf visitor."""
        if operator == b"Do":
            self._depth -= 1

    def doubtful(self) -> dict[int, Patch]:
        """Return the text that shows or not depending on what lies under or over it, by number."""
        return {n: patch for n, patch in self._doubtful.items() if n not in self._unseen}

    def hidden(self) -> frozenset[int]:
        """Return the numbers of the text operators that a reader of the page can't see.

        Invisible text on a page that is mostly a picture is the recognised text of a scan: no
        hiding.
        """
        scanned = self.picture_share() >= _SCAN
        return frozenset(self._unseen if scanned else self._unseen | self._unprinted)

    def is_recognised(self) -> bool:
        """Return whether the text is what text recognition put, unseen, under a scanned page."""
        scanned = self.picture_share() >= _SCAN
        return scanned and len(self._unprinted) > 0.5 * self._count

    def picture_share(self) -> float:
        """Return the share of the page, 0 to 1, that its largest picture covers."""
        left, bottom, right, top = self._box
        whole = (right - left) * (top - bottom)
        return min(1.0, max((area(box) for box in self._pictures), default=0.0) / whole)

    def _show(self, operator: bytes, operands: Raw, cm: Matrix, tm: Matrix) -> None:
        number, self._count = self._count, self._count + 1
        if number in self._blank:
            _take_away(operator, operands)
            return
        ink = self._ink
        if ink.mode == _INVISIBLE:
            self._unprinted.add(number)
        elif ink.opacity < _FAINTEST:
            self._unseen.add(number)
        elif self._depth:  # places in a form are not those of the page
            if ink.white and not self._drawn:
                self._unseen.add(number)
        else:
            self._judge(number, operands, cm, tm)

    def _judge(self, number: int, operands: Raw, cm: Matrix, tm: Matrix) -> None:
        size = scale(cm, tm) * abs(self._ink.size)
        if size < _SMALLEST or self._off(cm, tm):
            self._unseen.add(number)
            return
        clips = self._ink.mode == _CLIP
        patch = text_patch(cm, tm, size, operands, white=self._ink.white and not clips)
        if self._ink.white or clips or self._on_own_colour(patch):
            self._doubtful[number] = patch
        for band in range(int(patch.bottom // _BAND), int(patch.top // _BAND) + 1):
            self._bands.setdefault(band, []).append((number, patch))

    def _on_own_colour(self, patch: Patch) -> bool:
        """Tell whether something of the text's own colour was drawn where the text is."""
        across, up = (patch.left + patch.right) / 2, (patch.bottom + patch.top) / 2
        return any(
            colour == self._ink.colour and box[0] <= across <= box[2] and box[1] <= up <= box[3]
            for box, colour in self._grounds
        )

    def _cover(self, box: Box) -> None:
        """Doubt the text that ``box`` is drawn over."""
        left, bottom, right, top = box
        if area(box) < _COVER or top - bottom < 4:
            return
        for band in range(
            int(max(bottom, self._box[1]) // _BAND), int(min(top, self._box[3]) // _BAND) + 1
        ):
            for number, patch in self._bands.get(band, ()):
                self._work += 1
                across, up = (patch.left + patch.right) / 2, (patch.bottom + patch.top) / 2
                if left <= across <= right and bottom <= up <= top and self._work < _WORK:
                    self._doubtful.setdefault(number, patch)

    def _off(self, cm: Matrix, tm: Matrix) -> bool:
        x, y = place(cm, tm)
        left, bottom, right, top = self._box
        margin = 2.0
        # Text that starts left of the page may run into it: only what starts far off is hidden.
        far = left - (right - left)
        return not (far <= x <= right + margin and bottom - margin <= y <= top + margin)

    def _fill(self) -> None:
        if self._points and self._depth == 0 and self._ink.opacity >= 0.5:
            box = around(self._points)
            self._cover(box)
            if not self._ink.white and min(box[2] - box[0], box[3] - box[1]) >= 4:
                self._grounds.append((box, self._ink.colour))
        self._drawn = self._drawn or not self._ink.white
        self._points = []

    def _path(self, operator: bytes, operands: Raw, cm: Matrix) -> None:
        if operator in (b"n", b"S", b"s"):
            self._points = []
            return
        numbers = as_numbers(operands)
        if operator == b"re" and len(numbers) == 4:
            x, y, width, height = numbers
            corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
        else:
            corners = tuple(zip(numbers[::2], numbers[1::2], strict=False))  # type: ignore[assignment]
        self._points += [through(cm, x, y) for x, y in corners]

    def _set_mode(self, operands: Raw, _: Matrix) -> None:
        mode = as_numbers(operands)
        self._ink = replace(self._ink, mode=int(mode[0]) if mode else 0)

    def _set_size(self, operands: Raw, _: Matrix) -> None:
        size = as_numbers(operands[1:])
        self._ink = replace(self._ink, size=size[0] if size else self._ink.size)

    def _set_space(self, operands: Raw, _: Matrix) -> None:
        name = str(operands[0]) if operands else ""
        grey = name in ("/DeviceGray", "/G", "/CalGray") or _is_grey(self._resources, name)
        self._ink = replace(self._ink, grey_space=grey, white=False)

    def _set_colour(self, operands: Raw, _: Matrix) -> None:
        colour = as_numbers(operands)
        white = _is_white(colour, grey=self._ink.grey_space)
        self._ink = replace(self._ink, white=white, colour=tuple(colour))

    def _set_device(self, operands: Raw, _: Matrix) -> None:
        colour = as_numbers(operands)
        self._ink = replace(self._ink, white=_is_white(colour, grey=True), colour=tuple(colour))

    def _set_state(self, operands: Raw, _: Matrix) -> None:
        state = _get(_get(self._resources, "/ExtGState"), str(operands[0])) if operands else None
        opacity = _get(state, "/ca")
        if isinstance(opacity, int | float):
            self._ink = replace(self._ink, opacity=float(opacity))

    def _save(self, _: Raw, __: Matrix) -> None:
        self._saved.append(self._ink)

    def _restore(self, _: Raw, __: Matrix) -> None:
        self._ink = self._saved.pop() if self._saved else _Ink()

    def _draw(self, operands: Raw, cm: Matrix) -> None:
        self._depth += 1
        if self._depth > 1 or not operands:
            return
        drawn = _get(_get(self._resources, "/XObject"), str(operands[0]))
        if _get(drawn, "/Subtype") == "/Image":
            corners = [through(cm, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._pictures.append(around(corners))
            self._cover(self._pictures[-1])
            self._drawn = True

    def _shade(self, _: Raw, __: Matrix) -> None:
        self._drawn = True


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


def _take_away(operator: bytes, operands: Raw) -> None:
    """Empty the text of one operator in place, so that nothing that reads the page finds it."""
    if not operands:
        return
    last = operands[-1]
    if operator == b"TJ" and isinstance(last, list):
        last[:] = [item for item in last if not isinstance(item, str | bytes)]
    else:
        operands[-1] = type(last)() if isinstance(last, str | bytes) else last


def _is_white(colour: Sequence[float], *, grey: bool) -> bool:
    if len(colour) == 1:
        return grey and colour[0] >= _WHITE
    if len(colour) == 3:
        return min(colour) >= _WHITE
    return len(colour) == 4 and max(colour) <= 1 - _WHITE


def _is_grey(resources: Raw, name: str) -> bool:
    space = _get(_get(resources, "/ColorSpace"), name)
    if not isinstance(space, list) or not space:
        return False
    profile = _get(space[1].get_object() if len(space) > 1 else None, "/N")
    return bool(space[0] == "/CalGray" or (space[0] == "/ICCBased" and profile == 1))


def _get(holder: Raw, key: str) -> Raw:
    """Return the object under ``key``, or None: a broken PDF holds anything anywhere."""
    holder = holder.get_object() if hasattr(holder, "get_object") else holder
    if not hasattr(holder, "get"):
        return None
    found = holder.get(key)
    return found.get_object() if hasattr(found, "get_object") else found
