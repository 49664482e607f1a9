"""Tables of a run for the terminal and for Markdown: columns set out with spaces and bars."""

from collections.abc import Sequence

from evals.metric import Estimate
from evals.summary import Figure, Group, Summary

Row = tuple[str, ...]


def summary_tables(summary: Summary) -> str:
    """Return the figures of a run as Markdown tables that read well as plain text too."""
    parts = [
        "Overall",
        markdown(("metric", "value", "95%", "n", "target"), [_figure(f) for f in summary.figures]),
    ]
    for title, groups in (("Per kind", summary.by_kind), ("Per style", summary.by_style)):
        parts += [title, group_table(groups)]
    return "\n\n".join(parts)


def group_table(groups: Sequence[Group]) -> str:
    """Return one line per group: share right, how the rest went wrong, points behind the others."""
    head = (
        "group",
        "right",
        "n",
        "accuracy",
        "95%",
        "wrong",
        "refused wrongly",
        "behind the others",
    )
    return markdown(head, [_group(group) for group in groups])


def markdown(head: Row, body: Sequence[Row]) -> str:
    """Return a Markdown table whose columns are as wide as their widest cell.

    >>> print(markdown(("kind", "n"), [("amount_total", "12")]))
    | kind         | n  |
    | ------------ | -- |
    | amount_total | 12 |
    """
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    lines = [head, tuple("-" * width for width in widths), *body]
    return "\n".join(
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def printed(value: float, unit: str) -> str:
    """Return a figure in print: percent with one decimal, a score with three, whole milliseconds.

    >>> printed(0.8123, "percent"), printed(0.8123, "score"), printed(81.23, "ms")
    ('81.2', '0.812', '81')
    """
    if unit == "percent":
        return f"{100 * value:.1f}"
    return f"{value:.0f}" if unit == "ms" else f"{value:.3f}"


def span(estimate: Estimate, unit: str) -> str:
    """Return the interval in print.

    >>> span(Estimate(0.5, 0.4, 0.6, 10), "percent")
    '40.0 to 60.0'
    """
    return f"{printed(estimate.low, unit)} to {printed(estimate.high, unit)}"


def _figure(figure: Figure) -> Row:
    metric, found = figure.metric, figure.estimate
    title = f"{metric.title} ({'%' if metric.unit == 'percent' else metric.unit})"
    if found is None:
        return (title, "-", "", "0", metric.target)
    value = printed(found.value, metric.unit)
    return (title, value, span(found, metric.unit), str(found.questions), metric.target)


def _group(group: Group) -> Row:
    accuracy = group.accuracy
    return (
        group.name,
        str(group.right),
        str(accuracy.questions),
        printed(accuracy.value, "percent"),
        span(accuracy, "percent"),
        str(group.wrong_answers),
        str(group.false_refusals),
        _behind(group.behind),
    )


def _behind(gap: Estimate | None) -> str:
    return f"{printed(gap.value, 'percent')} ({span(gap, 'percent')})" if gap else ""
