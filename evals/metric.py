"""What a metric is, and its value over some outcomes with a bootstrap interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.outcome import Outcome

Sample = NDArray[np.float64]
"""Shape (questions, columns of the metric); a resample repeats and leaves out rows."""

RESAMPLES = 1000  # ends of the intervals then move less than a point from seed to seed
SEED = 20240
LEVEL = 95


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure of a run.

    ``row`` gives the columns of one question, or None where the metric does not speak of it; ``of``
    turns the rows of many questions into the figure, NaN where they say nothing. ``unit`` is
    "percent", "score" (0 to 1) or "ms"; ``target`` is what the project wants of it, in print.
    """

    key: str
    title: str
    unit: str
    row: Callable[[Outcome], tuple[float, ...] | None]
    of: Callable[[Sample], float]
    target: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the ends of its 95% interval, over ``questions`` questions."""

    value: float
    low: float
    high: float
    questions: int


def estimate(metric: Metric, outcomes: Sequence[Outcome]) -> Estimate | None:
    """Return the metric over ``outcomes``, or None where it speaks of none of them.

    The interval is the percentile bootstrap over questions with a fixed seed: the same outcomes
    give the same interval.
    """
    sample = rows(metric, outcomes)
    if not len(sample):
        return None
    value = metric.of(sample)
    if np.isnan(value):
        return None
    rng = np.random.default_rng(SEED)
    picks = rng.integers(len(sample), size=(RESAMPLES, len(sample)))
    return interval(value, [metric.of(sample[pick]) for pick in picks], len(sample))


def interval(value: float, resampled: Sequence[float], questions: int) -> Estimate:
    """Return ``value`` with the middle 95% of the resampled figures around it."""
    known = np.array([x for x in resampled if not np.isnan(x)] or [value])
    low, high = np.percentile(known, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return Estimate(value, float(low), float(high), questions)


def rows(metric: Metric, outcomes: Sequence[Outcome]) -> Sample:
    """Return the metric's rows of the outcomes that it speaks of, in order."""
    found = [row for outcome in outcomes if (row := metric.row(outcome)) is not None]
    return np.array(found, dtype=np.float64)


def ratio(sample: Sample) -> float:
    """Return the first column's sum over the second's: the share of all, not the mean of shares."""
    whole = sample[:, 1].sum()
    return float(sample[:, 0].sum() / whole) if whole else float("nan")


def mean(sample: Sample) -> float:
    """Return the mean of the first column."""
    return float(sample[:, 0].mean())
