"""What a conversation spoke of last: the subject of a follow-up that names none."""

from collections.abc import Sequence
from dataclasses import replace

from answer.draft import Refusal
from answer.inquiry import Inquiry
from answer.targets import Target, choose, things
from answer.words import Word


def earlier_subject(inquiry: Inquiry, context: Sequence[Word]) -> tuple[Target, ...]:
    """Return the targets that the words of earlier turns name; () where none of it is in a table.

    ``context`` has the last turn first: as many of its words as one target answers to are taken,
    and a name is never cut in two.
    """
    said = things(context)
    bare = replace(inquiry, frame=replace(inquiry.frame, context=()))
    for length in range(len(said), 0, -1):
        if length < len(said) and said[length].start == said[length - 1].end + 1:
            continue  # within one name: "Twentse" of "Twentse Koers"
        targets = choose(bare, said[:length])
        if not isinstance(targets, Refusal):
            return targets
    return ()
