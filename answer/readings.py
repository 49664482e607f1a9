"""The other readings of a question, tried where the first one finds nothing."""

from dataclasses import replace

from answer.answer import Operation
from answer.counted import is_plural
from answer.counted_before import counts_pieces
from answer.cues import OF_THAT, SIZE, THEIR_VIEW
from answer.draft import Refusal
from answer.frame import Ask
from answer.inquiry import Inquiry
from answer.link import MET
from answer.targets import choose, things


def other_readings(inquiry: Inquiry) -> list[Inquiry]:
    """Return the readings that the wording bears beside the first, in the order to try them."""
    frame = inquiry.frame
    if THEIR_VIEW.search(frame.question):
        return []
    if frame.ask is Ask.NUMBER and frame.unit in ("percent", "fraction"):
        return [read_with(inquiry, Ask.AMOUNT, Operation.SHARE)]
    sized = bool(SIZE.search(frame.question))
    of_that = sized or bool(OF_THAT.search(frame.question))
    bare = frame.ask is Ask.NUMBER and not frame.counted and frame.unit == "count"
    of_time = frame.ask in (Ask.DEFINITION, Ask.TEXT) and bool(frame.years or frame.whole)
    if (bare and not of_that) or of_time:
        return [read_with(inquiry, Ask.AMOUNT)]
    if frame.ask is Ask.LIST and not frame.operation:
        return [read_with(inquiry, Ask.TEXT)]
    if frame.ask is Ask.AMOUNT and frame.operation is None and frame.counted:
        return [read_with(inquiry, Ask.NUMBER)]
    return []


def read_with(inquiry: Inquiry, ask: Ask, operation: Operation | None = None) -> Inquiry:
    """Return the question read as asking for ``ask``, by ``operation`` where one is given."""
    frame = inquiry.frame
    unit = "euro" if ask is Ask.AMOUNT else "count" if ask is Ask.NUMBER else None
    changed = replace(frame, ask=ask, unit=unit, operation=operation or frame.operation)
    return replace(inquiry, frame=changed)


def may_be_money(inquiry: Inquiry) -> bool:
    """Tell "hoeveel remgeld krijgt de ggz": no plural, so nothing to be counted."""
    frame = inquiry.frame
    if frame.ask is not Ask.NUMBER or frame.unit != "count" or SIZE.search(frame.question):
        return False
    if counts_pieces(frame.question) or any(is_plural(word) for word in frame.counted):
        return False
    if OF_THAT.search(frame.question):
        return False
    targets = choose(inquiry, inquiry.asked) if things(inquiry.asked) else Refusal()
    if isinstance(targets, Refusal):
        return False
    around = targets[0].name | targets[0].path
    return all(around.meets(word) >= MET for word in things(inquiry.asked) if not word.is_verb)
