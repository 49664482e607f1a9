"""What a turn counts that leaves its noun out: "hoeveel komen er in de stad te staan?"."""

import re

from answer.counted import is_plural
from answer.frame import Frame
from answer.words import Role, Word, content

_COUNTS_THEM = re.compile(
    r"\bhoeveel (?:\w+ )?(?:er|ze|die)\b|\bhow many (?:\w+ )?(?:there|they|them|those)\b", re.I
)


_PIECES = re.compile(r"\b(?:hoeveel|aantal|how many) (?:stuks|exemplaren|pieces|copies)\b", re.I)


def counts_pieces(question: str) -> bool:
    """Return whether a question counts what was named before: "hoeveel stuks zijn dat"."""
    return bool(_PIECES.search(question))


def counted_before(earlier: Frame, frame: Frame) -> tuple[Word, ...]:
    """Return the things of the earlier turn that "hoeveel komen er in de stad" counts, or ().

    They must be more than one, and the question must speak of no money.
    """
    money = any(word.role is Role.MONEY for word in frame.words)
    if frame.counted or money or not _COUNTS_THEM.search(frame.question):
        return ()
    said = earlier.counted or content(earlier.words) or earlier.context
    return said if said and is_plural(said[-1]) else ()
