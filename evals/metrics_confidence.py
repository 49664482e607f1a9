"""Metrics of the stated confidence and of the time that an answer takes."""

import numpy as np

from evals.metric import Metric, Sample
from evals.outcome import Outcome

BINS = 10  # the usual number; with some 165 questions most bins hold ten or more


def _confidence(outcome: Outcome) -> tuple[float, float]:
    return (outcome.score.confidence, float(outcome.score.right))


def calibration_error(sample: Sample) -> float:
    """Return the expected calibration error, 0 (honest) to 1: columns are confidence and right.

    Answers go into ten bins by confidence; each bin's gap between its mean confidence and its share
    right counts by the number of answers in it.

    >>> calibration_error(np.array([[0.9, 1.0], [0.9, 1.0], [0.9, 0.0], [0.9, 1.0]])).__round__(2)
    0.15
    """
    bins = np.minimum((sample[:, 0] * BINS).astype(int), BINS - 1)
    sums = np.zeros((BINS, 2))
    np.add.at(sums, bins, sample)
    return float(np.abs(sums[:, 0] - sums[:, 1]).sum() / len(sample))


def _milliseconds(outcome: Outcome) -> tuple[float] | None:
    return None if outcome.seconds is None else (outcome.seconds * 1000,)


def _median(sample: Sample) -> float:
    return float(np.percentile(sample[:, 0], 50))


def _p95(sample: Sample) -> float:
    return float(np.percentile(sample[:, 0], 95))


CONFIDENCE_METRICS = (
    Metric("calibration_error", "calibration error", "score", _confidence, calibration_error),
    Metric("latency_p50", "latency p50", "ms", _milliseconds, _median),
    Metric("latency_p95", "latency p95", "ms", _milliseconds, _p95, "≤ 150"),
)
