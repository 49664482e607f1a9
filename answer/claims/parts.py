"""Splits a claim that states several amounts into claims with one amount each."""

from dataclasses import replace

from answer.frame import Frame
from answer.words import content


def claim_parts(frame: Frame) -> tuple[Frame, ...]:
    """Return one frame per stated amount with the words said of it, or the frame alone.

    "Het Leeflab kreeg 63 duizend euro en de veerkrachtcoach 38 duizend" makes two claims; the words
    of each run from the amount before it to its own. Every part must have content.
    """
    amounts = [q for q in frame.quantities if q.unit == "euro" or q.value >= _AMOUNT]
    if len(amounts) < 2:
        return (frame,)
    starts = [0, *(q.span.end for q in amounts[:-1])]
    parts = tuple(
        replace(
            frame,
            words=tuple(w for w in frame.words if start <= w.start < quantity.span.end),
            quantities=(quantity,),
        )
        for start, quantity in zip(starts, amounts, strict=True)
    )
    return parts if all(content(part.words) for part in parts) else (frame,)


_AMOUNT = 1000
