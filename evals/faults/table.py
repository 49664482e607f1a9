"""The outcomes as a table that fits a terminal and a Markdown page."""

from collections.abc import Iterator, Sequence

from evals.faults.outcome import Outcome, count

_HEAD = (
    "| fault | tries | struck at work | answered at once | said what to do | lost | left behind |"
)
_RULE = "| --- | --- | --- | --- | --- | --- | --- |"


_IN_ONE_LINE = frozenset({"damage", "damage, by the command"})  # of many kinds, one try each


def table_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a Markdown table, the sums below it, and what went wrong try by try.

    It is the table of docs/security.md: the same fault with either model is one line, and so are
    all kinds of damage.
    """
    yield _HEAD
    yield _RULE
    lines: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        one = outcome.group if outcome.group in _IN_ONE_LINE else name_of(outcome)
        lines.setdefault(one, []).append(outcome)
    for name, own in lines.items():
        yield line_of(f"{name}: {len(own)} kinds" if name in _IN_ONE_LINE else name, own)
    yield line_of("**all**", outcomes)
    for outcome in outcomes:
        for bad in outcome.bad:
            yield f"WRONG {name_of(outcome)}: {bad}"


def name_of(outcome: Outcome) -> str:
    """Return by which name a fault is told."""
    return f"{outcome.group}: {outcome.fault}"


def line_of(name: str, outcomes: Sequence[Outcome]) -> str:
    """Return one line of the table, with the sums over ``outcomes``."""
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
