"""A turn that only moves the earlier question to another place: "nee, bij valpreventie"."""

from collections.abc import Sequence

from answer.frame import Frame
from answer.words import Role, Word, content

_IN_PLACE = frozenset(["bij", "in", "onder", "binnen", "op", "within", "at"])


def elsewhere(earlier: Frame, frame: Frame) -> tuple[Word, ...]:
    """Return the earlier words with their last place changed, () where this turn names no place.

    "Nee, bij valpreventie" after "hoeveel kreeg Avedan bij sport" still asks of Avedan.
    """
    own, there = _place_in(frame.words), _place_in(earlier.words)
    if own is None or there is None or content(frame.words[:own]):
        return ()
    kept, gone = earlier.words[:there], earlier.words[there:]
    behind = [word for word in gone if word.role is not Role.CONTENT and word.text not in _IN_PLACE]
    return (*kept, *content(frame.words), *behind) if content(kept) and content(gone) else ()


def _place_in(words: Sequence[Word]) -> int | None:
    """Return where the last "bij", "binnen" and the like stands, None where there is none."""
    return next((i for i in range(len(words) - 1, -1, -1) if words[i].text in _IN_PLACE), None)
