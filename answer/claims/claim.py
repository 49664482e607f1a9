"""A claim without a number, taken apart: its words, and the periods that it names."""

import re
from dataclasses import dataclass

from answer.claims.opening import opening_end
from answer.claims.relations import WORDS, in_full
from answer.claims.words import claim_words
from answer.inquiry import Inquiry
from answer.words import Role, Word
from ingest.dates import DateMention, find_dates

# A claim of one or two words that points back is said of what was spoken of before.
_FEW = 3
_POINTS_BACK = re.compile(r"\b(daar\w*|hier\w*|die|dat|deze|dit|ze|zij|it|that|this)\b", re.I)
_AGENT = frozenset(["door", "by"])


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claim says: its words, the text behind its opening, and the periods it names.

    ``words`` are those that must be met, ``all_words`` all but those of its numbers.
    """

    text: str
    words: tuple[Word, ...]
    all_words: tuple[Word, ...]
    periods: tuple[DateMention, ...]
    has_number: bool

    def told(self) -> list[Word]:
        """Return the words of asking and of money, which say something in a claim."""
        roles = (Role.ASKING, Role.MONEY)
        return [w for w in self.all_words if w.role in roles and w not in self.words]

    def unrelated(self) -> tuple[Word, ...]:
        """Return all words but those of its turn of phrase and its periods."""
        times = [mention.span.cut(self.text).lower() for mention in self.periods]
        return tuple(
            word
            for word in self.all_words
            if word.text not in WORDS and not any(word.asked.lower() in time for time in times)
        )

    def agents(self) -> list[Word]:
        """Return the words behind "door": who does it must stand in the sentence itself."""
        found: list[Word] = []
        behind = False
        for word in self.all_words:
            if word.role is Role.CONTENT:
                found += [word] if behind and word in self.words else []
                behind = False
            behind = behind or word.text in _AGENT
        return found


def claim_of(inquiry: Inquiry) -> Claim:
    """Return what an inquiry claims; one that points back takes words of the question before."""
    frame = inquiry.frame
    start = opening_end(frame.question)
    text = in_full(frame.question[start:])
    carried = frame.context if _POINTS_BACK.search(text) and len(inquiry.asked) < _FEW else ()
    said = tuple(w for w in claim_words(inquiry) if w.text not in WORDS)
    context = tuple(w for w in carried if not w.is_verb and w not in said)
    numbers = [quantity.span for quantity in frame.quantities]
    others = tuple(
        word for word in frame.words if not any(s.start <= word.start < s.end for s in numbers)
    )
    return Claim(text, (*said, *context), others, find_dates(text), bool(numbers))
