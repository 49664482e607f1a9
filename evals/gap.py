"""Differences between two sets of outcomes: the same questions twice, or seen and unseen ones."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from evals.metric import RESAMPLES, SEED, Estimate, interval
from evals.outcome import Outcome


def paired_difference(before: Sequence[Outcome], after: Sequence[Outcome]) -> Estimate | None:
    """Return accuracy after minus before over the questions that both hold, in shares (0.05 = 5).

    The interval resamples questions and keeps each question's two answers together: what both
    have in common falls out. None where no id stands in both.
    """
    earlier = {outcome.id: outcome.score.right for outcome in before}
    pairs = [(earlier[o.id], o.score.right) for o in after if o.id in earlier]
    if not pairs:
        return None
    change = np.array([int(new) - int(old) for old, new in pairs], dtype=np.float64)
    rng = np.random.default_rng(SEED)
    picks = rng.integers(len(change), size=(RESAMPLES, len(change)))
    return interval(float(change.mean()), list(change[picks].mean(axis=1)), len(change))


def seen_gap(seen: Sequence[Outcome], unseen: Sequence[Outcome]) -> Estimate | None:
    """Return how much lower accuracy is on unseen than on seen questions of the same kinds.

    Kind by kind (a follow-up by what it asks for), weighted by the number of unseen questions, so
    that a set with more hard kinds is not mistaken for a gap. The interval resamples within each
    kind. None where no kind stands in both.
    """
    strata = [(_right(seen, kind), _right(unseen, kind)) for kind in sorted(_kinds(unseen))]
    strata = [(a, b) for a, b in strata if len(a) and len(b)]
    if not strata:
        return None
    rng = np.random.default_rng(SEED)
    weights = np.array([len(b) for _, b in strata], dtype=np.float64)
    gaps = np.array([a.mean() - b.mean() for a, b in strata])
    resampled = np.array([_draws(a, rng) - _draws(b, rng) for a, b in strata])
    ends = np.average(resampled, axis=0, weights=weights)
    return interval(float(np.average(gaps, weights=weights)), list(ends), int(weights.sum()))


def _draws(right: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    means: NDArray[np.float64] = right[rng.integers(len(right), size=(RESAMPLES, len(right)))].mean(
        axis=1
    )
    return means


def _kind(outcome: Outcome) -> str:
    return outcome.base_kind or outcome.kind


def _kinds(outcomes: Sequence[Outcome]) -> frozenset[str]:
    return frozenset(map(_kind, outcomes))


def _right(outcomes: Sequence[Outcome], kind: str) -> NDArray[np.float64]:
    members = [float(o.score.right) for o in outcomes if _kind(o) == kind]
    return np.array(members, dtype=np.float64)
