"""A run in words and tables, for the terminal and as Markdown."""

from collections.abc import Sequence

from evals.gap import paired_difference, seen_gap
from evals.metric import Estimate
from evals.outcome import Outcome
from evals.question import DEV, TEST
from evals.result import Result
from evals.summary import Summary, summarise
from evals.table import group_table, markdown, printed, span, summary_tables


def run_text(result: Result) -> str:
    """Return the figures of one system: overall, per kind and per style."""
    title = f"## {result.system}: {_count(result)}"
    return f"\n{title}\n\n{summary_tables(summarise(result.outcomes))}"


def wrong_lines(outcomes: Sequence[Outcome]) -> str:
    """Return the wrong dev questions with expected and given; of test questions only a count."""
    wrong = [outcome for outcome in outcomes if not outcome.score.right]
    lines = ["Wrong"]
    for outcome in wrong:
        if outcome.split == TEST:
            continue
        lines.append(f"{outcome.id} {outcome.kind} {outcome.style}: {outcome.question}")
        lines.append(f"    expected {outcome.expected}")
        lines.append(f"    got      {outcome.got}")
        lines.append(f"    because  {outcome.score.fault}")
    hidden = sum(outcome.split == TEST for outcome in wrong)
    return "\n".join([*lines, f"and {hidden} test questions"] if hidden else lines)


def gap_lines(outcomes: Sequence[Outcome]) -> str:
    """Return the gap between dev and test questions, or "" where one of them is not there."""
    seen = [outcome for outcome in outcomes if outcome.split == DEV]
    unseen = [outcome for outcome in outcomes if outcome.split == TEST]
    gap = seen_gap(seen, unseen) if seen and unseen else None
    if gap is None:
        return ""
    shares = [sum(o.score.right for o in part) / len(part) for part in (seen, unseen)]
    return (
        f"Seen (dev) {printed(shares[0], 'percent')}% of {len(seen)}, unseen (test) "
        f"{printed(shares[1], 'percent')}% of {len(unseen)}; "
        f"of the same kinds unseen ones are {_points(gap)} lower"
    )


def markdown_report(results: Sequence[Result]) -> str:
    """Return the whole run as one Markdown file: systems side by side, then each on its own."""
    summaries = [summarise(result.outcomes) for result in results]
    parts = [f"# Scores over {_names(results[0])}"]
    if len(results) > 1:
        parts += ["## Side by side", _side_by_side(results, summaries), _differences(results)]
    for result, summary in zip(results, summaries, strict=True):
        parts.append(run_text(result).strip())
        parts += ["Per section", group_table(summary.by_section), gap_lines(result.outcomes)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _side_by_side(results: Sequence[Result], summaries: Sequence[Summary]) -> str:
    head = ("metric", *(result.system for result in results))
    rows = []
    for figures in zip(*(summary.figures for summary in summaries), strict=True):
        unit = figures[0].metric.unit
        cells = [printed(f.estimate.value, unit) if f.estimate else "-" for f in figures]
        rows.append((figures[0].metric.title, *cells))
    return markdown(head, rows)


def _differences(results: Sequence[Result]) -> str:
    first = results[0]
    lines = []
    for other in results[1:]:
        gap = paired_difference(other.outcomes, first.outcomes)
        if gap is not None:
            lines.append(f"- {first.system} over {other.system}: {_points(gap)} of accuracy")
    return "\n".join(lines)


def _points(gap: Estimate) -> str:
    return f"{printed(gap.value, 'percent')} points (95% {span(gap, 'percent')})"


def _count(result: Result) -> str:
    return f"{len(result.outcomes)} questions ({_names(result)})"


def _names(result: Result) -> str:
    return f"{', '.join(result.questions)} on {', '.join(result.reports)}"
