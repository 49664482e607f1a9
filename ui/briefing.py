"""The conversation on one page: each question with its answer, its sum and its sources."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from answer.answer import Answer, Citation, Status
from ingest.report import Report
from ui.conversation import Turn
from ui.dutch_number import in_words
from ui.plain import one_line
from ui.source_panel import reference
from ui.words import DUTCH

_MOST_SOURCES = 4  # beside an answer; more would not leave room for a second question on the page
_LONGEST_QUOTE = 200  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """One question as it is printed; ``sources`` are quote and reference."""

    question: str
    answer: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    more_sources: int


Find = Callable[[Citation], Report | None]


def briefing(turns: Iterable[Turn], find: Find) -> tuple[Entry, ...]:
    """Return the answered questions in order, without sources that ``find`` no longer knows."""
    return tuple(_entry(turn.answer, find) for turn in turns if turn.answer is not None)


def _entry(answer: Answer, find: Find) -> Entry:
    found = [(citation, find(citation)) for citation in answer.citations]
    sources = [
        (_short(citation.quote), reference(citation, report, DUTCH))
        for citation, report in found
        if report is not None
    ]
    asked = answer.interpreted_as or answer.question
    return Entry(
        question=one_line(asked),
        answer=answer.text,
        lines=tuple(
            f"{one_line(part.label)}: {in_words(part.value, part.unit)}" for part in answer.figures
        ),
        notes=answer.notes if answer.status is Status.ANSWERED else (),
        sources=tuple(sources[:_MOST_SOURCES]),
        more_sources=max(0, len(sources) - _MOST_SOURCES),
    )


def _short(quote: str) -> str:
    """Return a quote on one line, cut at a word where it is long.

    >>> _short("een " * 60)[-8:]
    'een een…'
    """
    folded = one_line(quote)
    if len(folded) <= _LONGEST_QUOTE:
        return folded
    return folded[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
