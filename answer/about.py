"""Answers about the tool itself: hello, what can you do, which reports are there."""

import re
from collections.abc import Sequence

from answer.answer import Answer, Kind, Status
from answer.frame import Frame
from answer.wording import cut

_REPORTS = re.compile(
    r"\b(rapporten|verslagen|documenten|stukken|bronnen|rapportages|reports|documents|sources)\b",
    re.IGNORECASE,
)


def answer_about(frame: Frame, titles: Sequence[str]) -> Answer:
    """Return what Raadsbron is and does, or which reports it searches (``titles``, in order)."""
    english = frame.language == "en"
    lists = bool(_REPORTS.search(frame.question))
    text = _reports(titles, english) if lists else _myself(len(titles), english)
    return Answer(
        question=frame.question,
        interpreted_as=frame.question,
        language=frame.language,
        status=Status.ANSWERED,
        kind=Kind.ABOUT,
        text=cut(text),
        items=tuple(titles) if lists else (),
        confidence=1.0,
    )


def _reports(titles: Sequence[str], english: bool) -> str:
    lead = (
        f"I search {len(titles)} reports: " if english else f"Ik zoek in {len(titles)} rapporten: "
    )
    return lead + "; ".join(titles) + "."


def _myself(count: int, english: bool) -> str:
    if english:
        return (
            f"I answer questions about {count} municipal reports, word for word and with the "
            "source. Ask for an amount, a total, a fact or a reason; what is not there, I say so."
        )
    return (
        f"Ik beantwoord vragen over {count} rapporten van de gemeente, letterlijk en met de bron. "
        "Vraag naar een bedrag, een totaal, een feit of een reden. "
        "Staat het er niet in, dan zeg ik dat."
    )
