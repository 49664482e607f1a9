"""Which drawn character each stored character of a page is."""

from collections.abc import Sequence

from ingest.glyphs import Glyph

_KEY = 12  # characters that must agree to pick up the thread again; fewer met by chance in tables


def glyph_places(text: str, offsets: Sequence[int], glyphs: Sequence[Glyph]) -> dict[int, Glyph]:
    """Return the glyph of each stored character, found by walking both texts side by side.

    ``offsets`` are the places in ``text`` of the characters that have ink, ascending. The two texts
    come from two readers that agree but for a few characters: some have no glyph.
    """
    drawn = "".join(glyph.char for glyph in glyphs)  # one character each: astral ones are one too
    wanted = "".join(text[i] for i in offsets)
    placed: dict[int, Glyph] = {}
    at = 0
    for index, char in enumerate(wanted):
        if at >= len(drawn) or drawn[at] != char:
            found = _pick_up(drawn, wanted[index : index + _KEY], at)
            if found is None:
                continue
            at = found
        placed[offsets[index]] = glyphs[at]
        at += 1
    return placed


def _pick_up(drawn: str, key: str, at: int) -> int | None:
    """Return where ``key`` goes on, sooner after ``at`` than before it, or None."""
    if len(key) < _KEY:
        found = drawn.find(key, at, at + 4 * _KEY)
        return found if found >= 0 else None
    found = drawn.find(key, at)
    if found < 0:
        found = drawn.find(key)
    return found if found >= 0 else None
