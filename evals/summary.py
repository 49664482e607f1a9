"""The figures of a run: every metric over all, and accuracy by kind, style and section."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.gap import seen_gap
from evals.metric import Estimate, Metric, estimate
from evals.metrics_answer import ACCURACY, ANSWER_METRICS
from evals.metrics_confidence import CONFIDENCE_METRICS
from evals.metrics_retrieval import RETRIEVAL_METRICS
from evals.metrics_source import SOURCE_METRICS
from evals.outcome import Outcome

METRICS: tuple[Metric, ...] = (
    *ANSWER_METRICS,
    *SOURCE_METRICS,
    *RETRIEVAL_METRICS,
    *CONFIDENCE_METRICS,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric's estimate; None where the metric speaks of none of the questions."""

    metric: Metric
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class Group:
    """Accuracy over the questions of one kind, style or section, and how the others went wrong.

    ``behind`` is how much lower accuracy is than over all other questions of the same kinds: the
    group left out and looked at as the unseen one. None where no kind stands in both.
    """

    name: str
    accuracy: Estimate
    right: int
    false_refusals: int
    wrong_answers: int
    behind: Estimate | None


@dataclass(frozen=True, slots=True)
class Summary:
    """All figures of a run; groups are sorted by name, their numbers by size."""

    figures: tuple[Figure, ...]
    by_kind: tuple[Group, ...]
    by_style: tuple[Group, ...]
    by_section: tuple[Group, ...]


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Return the figures over ``outcomes``; a follow-up counts under "followup" in the kinds."""
    return Summary(
        tuple(Figure(metric, estimate(metric, outcomes)) for metric in METRICS),
        _groups(outcomes, lambda outcome: outcome.kind),
        _groups(outcomes, lambda outcome: outcome.style),
        _groups(outcomes, lambda outcome: outcome.section or "(no evidence)"),
    )


def _groups(outcomes: Sequence[Outcome], name: Callable[[Outcome], str]) -> tuple[Group, ...]:
    found: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        found.setdefault(name(outcome), []).append(outcome)
    return tuple(
        _group(key, members, [outcome for outcome in outcomes if name(outcome) != key])
        for key, members in sorted(found.items(), key=lambda item: _natural(item[0]))
    )


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    # Section 2.10 comes after 2.9.
    return tuple((int(p), "") if p.isdigit() else (-1, p) for p in re.split(r"(\d+)", name))


def _group(name: str, members: Sequence[Outcome], others: Sequence[Outcome]) -> Group:
    accuracy = estimate(ACCURACY, members)
    assert accuracy is not None, "a group has members, and accuracy speaks of each"
    scores = [member.score for member in members]
    return Group(
        name,
        accuracy,
        sum(score.right for score in scores),
        sum(score.refused and not score.right for score in scores),
        sum(not score.refused and not score.right for score in scores),
        seen_gap(others, members),
    )
