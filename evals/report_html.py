"""A run as one HTML page without anything from elsewhere: tables, and bars with their intervals."""

from collections.abc import Sequence
from html import escape

from evals.chart import bars, reliability
from evals.result import Result
from evals.summary import Figure, Group, Summary, summarise
from evals.table import printed, span

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; color: #1c2733; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid #c9d3dc; padding: 0.25rem 0.75rem; text-align: left; }
svg { max-width: 100%; height: auto; }
.wrong td { vertical-align: top; }
"""


def html_report(results: Sequence[Result]) -> str:
    """Return the page: per system its figures, accuracy per kind and style, calibration."""
    title = f"Scores over {', '.join(results[0].questions)}"
    body = "".join(_system(result, summarise(result.outcomes)) for result in results)
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}'
        f"</title>\n<style>{_STYLE}</style></head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"{body}</body>\n</html>\n"
    )


def _system(result: Result, summary: Summary) -> str:
    parts = [
        f"<h2>{escape(result.system)}: {len(result.outcomes)} questions</h2>",
        _figures(summary.figures),
    ]
    for title, groups in (
        ("kind", summary.by_kind),
        ("style", summary.by_style),
        ("section", summary.by_section),
    ):
        parts.append(f"<h3>Accuracy per {title}</h3>")
        parts.append(_group_bars(title, groups))
    pairs = [(o.score.confidence, o.score.right) for o in result.outcomes]
    parts += ["<h3>Stated confidence and share right</h3>", reliability(pairs)]
    return "\n".join(parts) + "\n"


def _figures(figures: Sequence[Figure]) -> str:
    rows = []
    for figure in figures:
        found, unit = figure.estimate, figure.metric.unit
        if found is not None:
            mark = " %" if unit == "percent" else (" ms" if unit == "ms" else "")
            cells = (
                figure.metric.title,
                printed(found.value, unit) + mark,
                span(found, unit),
                str(found.questions),
                figure.metric.target,
            )
            rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th>{cell}</th>" for cell in ("metric", "value", "95%", "questions", "target"))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _group_bars(title: str, groups: Sequence[Group]) -> str:
    labels = [f"{group.name} ({group.accuracy.questions})" for group in groups]
    return bars(f"Accuracy per {title}", labels, [group.accuracy for group in groups])
