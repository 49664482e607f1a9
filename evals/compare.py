"""Gains and losses between two result files: `python -m evals.compare BEFORE AFTER`."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.gap import paired_difference
from evals.metric import Estimate
from evals.outcome import Outcome
from evals.question import TEST
from evals.result import read_result
from ingest.errors import BadInput, RaadsbronError


@dataclass(frozen=True, slots=True)
class Comparison:
    """Questions that both results hold: those only the second has right, and only the first."""

    gained: tuple[Outcome, ...]
    lost: tuple[Outcome, ...]
    both_right: int
    both_wrong: int
    difference: Estimate


def compare(before: Sequence[Outcome], after: Sequence[Outcome]) -> Comparison:
    """Return what changed, question by question, in the order of ``after``.

    Raises:
        BadInput: when the two share no question.
    """
    difference = paired_difference(before, after)
    if difference is None:
        message = "the two results share no question id; compare runs over the same question files"
        raise BadInput(message)
    earlier = {outcome.id: outcome.score.right for outcome in before}
    shared = [outcome for outcome in after if outcome.id in earlier]
    return Comparison(
        tuple(o for o in shared if o.score.right and not earlier[o.id]),
        tuple(o for o in shared if earlier[o.id] and not o.score.right),
        sum(o.score.right and earlier[o.id] for o in shared),
        sum(not o.score.right and not earlier[o.id] for o in shared),
        difference,
    )


def comparison_text(comparison: Comparison) -> str:
    """Return the comparison in lines; of test questions only how many changed."""
    found = comparison.difference
    return "\n".join(
        (
            *_lines("gained", comparison.gained),
            *_lines("lost", comparison.lost),
            f"{len(comparison.gained)} gained, {len(comparison.lost)} lost, "
            f"{comparison.both_right} right in both, {comparison.both_wrong} wrong in both; "
            f"accuracy {100 * found.value:+.1f} points "
            f"(95% {100 * found.low:+.1f} to {100 * found.high:+.1f})",
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 after printing the comparison of two result files, 2 where they can't be read."""
    parser = argparse.ArgumentParser(prog="python -m evals.compare", description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    given = parser.parse_args(arguments)
    try:
        before, after = read_result(given.before), read_result(given.after)
        text = comparison_text(compare(before.outcomes, after.outcomes))
    except RaadsbronError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(text + "\n")
    return 0


def _lines(title: str, outcomes: Sequence[Outcome]) -> list[str]:
    lines = []
    for outcome in outcomes:
        if outcome.split != TEST:
            lines.append(f"{title} {outcome.id} {outcome.kind} {outcome.question!r}")
            lines.append(f"    expected {outcome.expected}")
            lines.append(f"    got      {outcome.got}")
    hidden = sum(outcome.split == TEST for outcome in outcomes)
    return [*lines, f"{title} {hidden} test questions"] if hidden else lines


if __name__ == "__main__":
    sys.exit(main())
