"""What the operators of a PDF page carry: text, colours, and the objects that they name."""

from collections.abc import Sequence

from ingest.pdf_geometry import Raw

# Lighter, in each of red, green and blue, than any text that is meant to be read.
_WHITE = 0.97


def take_away(operator: bytes, operands: Raw) -> None:
    """Empty the text of one operator in place, so that nothing that reads the page finds it."""
    if not operands:
        return
    last = operands[-1]
    if operator == b"TJ" and isinstance(last, list):
        last[:] = [item for item in last if not isinstance(item, str | bytes)]
    else:
        operands[-1] = type(last)() if isinstance(last, str | bytes) else last


def is_white(colour: Sequence[float], *, grey: bool) -> bool:
    """Return whether a colour of 1, 3 or 4 components is white; ``grey`` says what one means."""
    if len(colour) == 1:
        return grey and colour[0] >= _WHITE
    if len(colour) == 3:
        return min(colour) >= _WHITE
    return len(colour) == 4 and max(colour) <= 1 - _WHITE


def is_grey(resources: Raw, name: str) -> bool:
    """Return whether a named colour space has one component, grey."""
    space = get(get(resources, "/ColorSpace"), name)
    if not isinstance(space, list) or not space:
        return False
    profile = get(space[1].get_object() if len(space) > 1 else None, "/N")
    return bool(space[0] == "/CalGray" or (space[0] == "/ICCBased" and profile == 1))


def get(holder: Raw, key: str) -> Raw:
    """Return the object under ``key``, or None: a broken PDF holds anything anywhere."""
    holder = holder.get_object() if hasattr(holder, "get_object") else holder
    if not hasattr(holder, "get"):
        return None
    found = holder.get(key)
    return found.get_object() if hasattr(found, "get_object") else found
