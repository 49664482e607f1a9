"""Tells which text of a PDF page a reader of the page can't see."""

from collections import deque
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
from ingest.pdf_layers import LayerWatch
from ingest.pdf_values import get, is_grey, is_white, take_away
from ingest.pdf_visible import Patch, text_patch

# Measured on six ways of hiding text: Tr 3, white, 0.5 pt, off the page, no opacity, covered.
_SMALLEST = 2.0  # points; legal print starts at 4
_INVISIBLE = 3  # the text render mode that puts no ink on the page
_CLIP = 7  # text that a picture or gradient shines through, or nothing
_FAINTEST = 0.03  # opacity
_NARROWEST = 5.0  # percent of the usual width; condensed print has 50 and more
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
    grey_space: bool = True  # one component of a colour is grey, not a spot colour (1 is full)
    opacity: float = 1.0
    size: float = 12.0
    width: float = 100.0  # percent of what letters are wide
    clip: Box | None = None  # what is drawn shows inside it only


class InkWatch:
    """Follows the operators of one page and counts its text operators from 0.

    Pass `before` and `after` to pypdf as visitors. Then `hidden()` gives the numbers of the text
    operators that show nothing, and a second pass with ``blank=hidden()`` takes their text away.
    """

    def __init__(self, page: Raw, blank: frozenset[int] = frozenset()) -> None:
        self._resources = get(page, "/Resources")
        self._box = page_box(page)
        self._blank = blank
        self._ink = _Ink()
        self._saved: list[_Ink] = []
        self._depth = 0
        self._count = 0
        self._points: list[tuple[float, float]] = []
        self._grounds: deque[tuple[Box, tuple[float, ...]]] = deque(maxlen=_GROUNDS)
        self._layers = LayerWatch(page)
        self._clips = False  # whether the path at hand becomes the clip
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
            take_away(operator, operands)
            return
        ink = self._ink
        if ink.mode == _INVISIBLE:
            self._unprinted.add(number)
        elif ink.opacity < _FAINTEST or ink.width < _NARROWEST or self._layers.is_off:
            self._unseen.add(number)
        elif self._depth:  # places in a form are not those of the page
            if ink.white and not self._drawn:
                self._unseen.add(number)
        else:
            self._judge(number, operands, cm, tm)

    def _judge(self, number: int, operands: Raw, cm: Matrix, tm: Matrix) -> None:
        size = scale(cm, tm) * abs(self._ink.size)
        clips = self._ink.mode == _CLIP
        patch = text_patch(cm, tm, size, operands, white=self._ink.white and not clips)
        if size < _SMALLEST or self._off(cm, tm) or self._is_cut(patch):
            self._unseen.add(number)
            return
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

    def _is_cut(self, patch: Patch) -> bool:
        """Tell whether a clip leaves nothing of the text; its box is as large as it can be."""
        clip = self._ink.clip
        if clip is None:
            return False
        outside = patch.right < clip[0] - 1 or patch.left > clip[2] + 1
        return outside or patch.top < clip[1] - 1 or patch.bottom > clip[3] + 1

    def _end_path(self) -> None:
        """Make the path at hand the clip where W said so; one clip lies inside the other."""
        if self._clips and self._points and self._depth == 0:
            box, old = around(self._points), self._ink.clip
            if old is not None:
                box = (*map(max, box[:2], old[:2]), *map(min, box[2:], old[2:]))  # type: ignore[assignment]
            self._ink = replace(self._ink, clip=box)
        self._clips = False
        self._points = []

    def _fill(self) -> None:
        if self._points and self._depth == 0 and self._ink.opacity >= 0.5:
            box = around(self._points)
            self._cover(box)
            if not self._ink.white and min(box[2] - box[0], box[3] - box[1]) >= 4:
                self._grounds.append((box, self._ink.colour))
        self._drawn = self._drawn or not self._ink.white
        self._end_path()

    def _path(self, operator: bytes, operands: Raw, cm: Matrix) -> None:
        if operator in (b"n", b"S", b"s"):
            self._end_path()
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
        grey = name in ("/DeviceGray", "/G", "/CalGray") or is_grey(self._resources, name)
        self._ink = replace(self._ink, grey_space=grey, white=False)

    def _set_colour(self, operands: Raw, _: Matrix) -> None:
        colour = as_numbers(operands)
        white = is_white(colour, grey=self._ink.grey_space)
        self._ink = replace(self._ink, white=white, colour=tuple(colour))

    def _set_device(self, operands: Raw, _: Matrix) -> None:
        colour = as_numbers(operands)
        self._ink = replace(self._ink, white=is_white(colour, grey=True), colour=tuple(colour))

    def _set_state(self, operands: Raw, _: Matrix) -> None:
        state = get(get(self._resources, "/ExtGState"), str(operands[0])) if operands else None
        opacity = get(state, "/ca")
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
        drawn = get(get(self._resources, "/XObject"), str(operands[0]))
        if get(drawn, "/Subtype") == "/Image":
            corners = [through(cm, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            self._pictures.append(around(corners))
            self._cover(self._pictures[-1])
            self._drawn = True

    def _set_width(self, operands: Raw, _: Matrix) -> None:
        width = as_numbers(operands)
        self._ink = replace(self._ink, width=abs(width[0]) if width else 100.0)

    def _set_clip(self, _: Raw, __: Matrix) -> None:
        self._clips = True

    def _begin_marked(self, operands: Raw, _: Matrix) -> None:
        self._layers.begin(operands)

    def _end_marked(self, _: Raw, __: Matrix) -> None:
        self._layers.end()

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
    b"Tz": InkWatch._set_width,
    b"W": InkWatch._set_clip,
    b"W*": InkWatch._set_clip,
    b"BDC": InkWatch._begin_marked,
    b"BMC": InkWatch._begin_marked,
    b"EMC": InkWatch._end_marked,
}
