"""Reports on their way into the index: small ones go together, since that encodes faster."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ingest.report import Report

# Characters of text in one group. The model takes batches of a fixed size for each length of text,
# filled up where texts are too few: by itself each of the three sample reports was 2.1 times as
# many tokens as it has, all together 1.5. Past this size, some 30 pages, there is little to win.
_ENOUGH = 100_000

Source = TypeVar("Source")
Failure = TypeVar("Failure")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report to put in, read from ``folder``; it may replace an older one of its id."""

    report: Report
    folder: str
    replaces: bool = False


def together(
    outcomes: Iterable[tuple[Source, Report | Failure]], enough: int = _ENOUGH
) -> Iterator[tuple[tuple[Source, Report | Failure], ...]]:
    """Yield the outcomes of reading in order, in groups of ``enough`` characters of text or more.

    The last group may have less. What is no report counts for nothing.
    """
    group: list[tuple[Source, Report | Failure]] = []
    length = 0
    for source, outcome in outcomes:
        group.append((source, outcome))
        length += len(outcome.text) if isinstance(outcome, Report) else 0
        if length >= enough:
            yield tuple(group)
            group, length = [], 0
    if group:
        yield tuple(group)
