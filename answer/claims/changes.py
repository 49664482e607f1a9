"""Whether the row of a claimed number moved as the claim says: "gedaald naar 39"."""

from collections.abc import Sequence

from answer.draft import Draft
from answer.frame import Frame
from answer.words import Word
from ingest.report import Figure
from store.terms import fold

_UP = frozenset(
    """
    gestegen stijgen stijgt steeg stegen stijging toegenomen toenemen toename groei groeien groeit
    groeide gegroeid verhoogd verhoging omhoog increased rose risen grew grown
    """.split()
)
_DOWN = frozenset(
    """
    gedaald dalen daalt daalde daalden daling afgenomen afnemen afname krimp krimpen gekrompen
    verlaagd verlaging omlaag decreased fell fallen shrank
    """.split()
)


def says_it_moved(words: Sequence[Word]) -> int:
    """Return 1 for a claim that something rose, -1 that it fell, 0 for any other."""
    said = {fold(word.asked) for word in words}
    return bool(said & _UP) - bool(said & _DOWN)


def moved(found: Draft, frame: Frame) -> int | None:
    """Return 1 where the row's figure of the claimed year is above that of the year before.

    -1 where it is below, 0 where they are equal; None where the row does not tell.
    """
    if len(found.evidence) == 0 or found.operation is not None or len(frame.years) != 1:
        return None
    place = found.evidence[0]
    figures = place.report.figures
    at = next(((f.table, f.row, f.unit) for f in figures if f.span == place.span), None)
    row = [figure for figure in figures if (figure.table, figure.row, figure.unit) == at]
    return _compared(row, frame.years[0])


def _compared(row: Sequence[Figure], year: int) -> int | None:
    now = [figure for figure in row if figure.year == year]
    if len(now) != 1:
        return None
    before = [f for f in row if f.year == year - 1 and f.measure == now[0].measure]
    if len(before) != 1:
        return None
    return (now[0].value > before[0].value) - (now[0].value < before[0].value)
