"""Says how a question was read, where the conversation completed it."""

from answer.frame import Frame
from answer.words import content

_MOST_WORDS = 6


def read_as(frame: Frame) -> str:
    """Return the question with the subject that the conversation gave it, in brackets.

    It equals the question when every word of its subject stands in it.

    >>> from answer.understand import understand
    >>> from answer.vocabulary import Vocabulary
    >>> read_as(understand("Wat is JOGG?", Vocabulary({}, 1)))
    'Wat is JOGG?'
    """
    said = frame.question.lower()
    subject = (*content(frame.words), *frame.context)
    carried = dict.fromkeys(w.asked for w in subject if w.asked.lower() not in said)
    if not carried:
        return frame.question
    about = "about" if frame.language == "en" else "over"
    return f"{frame.question.strip()} ({about}: {' '.join(list(carried)[:_MOST_WORDS])})"
