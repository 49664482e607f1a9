"""Metrics of the sources: do they hold the evidence, word for word, on the page they name?"""

from evals.metric import Metric, mean, ratio
from evals.outcome import Outcome

Share = tuple[float, float] | None


def _evidence_hit(outcome: Outcome) -> tuple[float] | None:
    score = outcome.score
    return (float(score.covered > 0),) if score.gold_quotes and not score.refused else None


def _citation_precision(outcome: Outcome) -> Share:
    score = outcome.score
    return (score.supporting, score.citations) if score.gold_quotes and score.citations else None


def _citation_recall(outcome: Outcome) -> Share:
    score = outcome.score
    return (score.covered, score.gold_quotes) if score.gold_quotes and not score.refused else None


def _verbatim(outcome: Outcome) -> Share:
    score = outcome.score
    return (score.verbatim, score.quotes) if score.quotes else None


def _page(outcome: Outcome) -> Share:
    score = outcome.score
    return (score.on_page, score.paged) if score.paged else None


SOURCE_METRICS = (
    Metric("evidence_hit", "evidence hit", "percent", _evidence_hit, mean, "≥ 95"),
    Metric("citation_precision", "citation precision", "percent", _citation_precision, ratio),
    Metric("citation_recall", "citation recall", "percent", _citation_recall, ratio),
    Metric("verbatim", "verbatim quotes", "percent", _verbatim, ratio, "100"),
    Metric("page", "quotes on their page", "percent", _page, ratio, "100"),
)
