"""The outcomes as a table that fits a terminal and a Markdown page."""

from collections.abc import Iterator, Sequence

from evals.faults.outcome import Outcome, count

_HEAD = (
    "| fault | tries | struck at work | answered at once | said what to do | lost | left behind |"
)
_RULE = "| --- | --- | --- | --- | --- | --- | --- |"


def table_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a Markdown table, the sums below it, and what went wrong try by try."""
    yield _HEAD
    yield _RULE
    for outcome in outcomes:
        yield _line(f"{outcome.group}: {outcome.fault}", (outcome,))
    yield _line("**all**", outcomes)
    for outcome in outcomes:
        for bad in outcome.bad:
            yield f"WRONG {outcome.group}: {outcome.fault}: {bad}"


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    tries = [each for outcome in outcomes for each in outcome.tries]
    lost = len(tries) - count(tries, "mended")
    cells = (
        name,
        len(tries),
        count(tries, "struck"),
        count(tries, "answered"),
        count(tries, "told"),
        lost,
        count(tries, "left"),
    )
    return f"| {' | '.join(map(str, cells))} |"
