"""What the number of a claim counts: "jonge moeders" behind 130."""

from answer.counted import is_plural
from answer.frame import Frame
from answer.inquiry import Inquiry
from answer.lexicon import DECISIVE, PERSONS
from answer.words import Role, Word
from ingest.quantities import Quantity


def things_behind(inquiry: Inquiry, quantity: Quantity) -> tuple[Word, ...]:
    """Return what a number counts: "jonge moeders" behind 130, () where no such noun follows."""
    run: list[Word] = []
    for word in words_behind(inquiry.frame, quantity):
        if word.role is not Role.CONTENT or word.is_verb or word.text in DECISIVE:
            return ()
        run.append(word)
        if is_plural(word) or word.text in PERSONS:
            return tuple(run)
    return ()


def words_behind(frame: Frame, quantity: Quantity) -> list[Word]:
    """Return the words behind a number; what an earlier turn said stands in no place of it."""
    own = (w for w in frame.words if frame.question[w.start : w.end] == w.asked)
    return [word for word in own if word.start >= quantity.span.end]
