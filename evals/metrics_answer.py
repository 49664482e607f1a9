"""Metrics of the answer itself: right, refused, or silently a part of the whole."""

from evals.metric import Metric, mean
from evals.outcome import Outcome

Row = tuple[float] | None


def _accuracy(outcome: Outcome) -> Row:
    return (float(outcome.score.right),)


def _answered_precision(outcome: Outcome) -> Row:
    return None if outcome.score.refused else (float(outcome.score.right),)


def _refusal_recall(outcome: Outcome) -> Row:
    return None if outcome.score.answerable else (float(outcome.score.refused),)


def _false_refusals(outcome: Outcome) -> Row:
    return (float(outcome.score.refused),) if outcome.score.answerable else None


def _silent_partials(outcome: Outcome) -> Row:
    return (float(outcome.score.silent_partial),) if outcome.score.sum_asked else None


ACCURACY = Metric("accuracy", "accuracy (strict)", "percent", _accuracy, mean, "≥ 80")
ANSWER_METRICS = (
    ACCURACY,
    Metric(
        "answered_precision", "answered precision", "percent", _answered_precision, mean, "≥ 90"
    ),
    Metric("refusal_recall", "refusal recall", "percent", _refusal_recall, mean, "≥ 80"),
    Metric("false_refusals", "false refusals", "percent", _false_refusals, mean, "≤ 8"),
    Metric("silent_partials", "silent partials", "percent", _silent_partials, mean, "0"),
)
