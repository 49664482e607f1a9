"""The conversation on one page: each question with its answer, its sum and its sources."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from answer.answer import Answer, Citation, Operation, Part, Status
from ingest.report import Report
from ui.conversation import Turn
from ui.dutch_number import in_words
from ui.place import place
from ui.plain import one_line
from ui.source_panel import reference
from ui.told import is_sum, told
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
    sources = tuple(_sources(answer, find))
    is_one_line = answer.operation is Operation.SUM and not is_sum(answer)
    return Entry(
        question=one_line(answer.interpreted_as or answer.question),
        # The terms of a sum stand below it, all of them, with their names and places.
        answer=told(answer).sentence if answer.figures else answer.text,
        lines=() if is_one_line else tuple(_line(answer, part) for part in answer.figures),
        notes=answer.notes if answer.status is Status.ANSWERED else (),
        sources=sources[:_MOST_SOURCES],
        more_sources=max(0, len(sources) - _MOST_SOURCES),
    )


def _sources(answer: Answer, find: Find) -> Iterator[tuple[str, str]]:
    """Yield quote and reference; of figures one for each report, for each line has its place."""
    named: set[str] = set()
    for citation in answer.citations:
        report = find(citation)
        if report is not None and not (answer.figures and citation.document in named):
            named.add(citation.document)
            yield _short(citation.quote), reference(citation, report, DUTCH)


def _line(answer: Answer, part: Part) -> str:
    """Return a line with its amount and where it stands."""
    said = f"{one_line(part.label)}: {in_words(part.value, part.unit)}"
    cited = [answer.citations[n] for n in part.citations if n < len(answer.citations)]
    places = dict.fromkeys(place(citation) for citation in cited)
    return f"{said} ({'; '.join(places)})" if places else said


def _short(quote: str) -> str:
    """Return a quote on one line, cut at a word where it is long.

    >>> _short("een " * 60)[-8:]
    'een een…'
    """
    folded = one_line(quote)
    if len(folded) <= _LONGEST_QUOTE:
        return folded
    return folded[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
