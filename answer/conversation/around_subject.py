"""A turn that asks for what stands around the earlier subject: "en de hele paragraaf?"."""

from dataclasses import replace

from answer.answer import Operation
from answer.conversation.inherited import as_earlier
from answer.frame import Ask, Frame
from answer.words import content

_WITH = frozenset("met inclusief incl samen plus with including".split())


def around_subject(earlier: Frame, frame: Frame) -> Frame | None:
    """Ask the total of the paragraph around the earlier subject ("en de hele paragraaf?").

    What that paragraph is said to hold ("met de jonge moeders erbij") is part of it.
    """
    held = next((w.start for w in frame.words if w.text in _WITH), len(frame.question))
    named = any(word.start < held for word in content(frame.words))
    if not frame.around or named or Ask.AMOUNT not in (earlier.ask, frame.ask):
        return None
    kept = as_earlier(earlier, frame, content(earlier.words) or earlier.context)
    return replace(
        kept, ask=Ask.AMOUNT, unit="euro", operation=Operation.SUM, whole=True, around=True
    )
