"""I need every figure of a run to be the one that its definition gives, with an honest interval."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gap import paired_difference, seen_gap
from evals.given import GivenCitation
from evals.metric import estimate
from evals.metrics_answer import ACCURACY
from evals.metrics_confidence import calibration_error
from evals.outcome import Outcome, Retrieval
from evals.question import Evidence
from evals.retrieval import judge_ranking
from evals.score import Score
from evals.summary import METRICS, summarise

SCORE = Score(
    fault="", answerable=True, refused=False, sum_asked=False, silent_partial=False,
    confidence=0.9, quotes=2, verbatim=2, paged=2, on_page=2, citations=2, supporting=1,
    gold_quotes=1, covered=1,
)  # fmt: skip


def outcome(name: str = "q", kind: str = "number", split: str = "dev", **score: object) -> Outcome:
    return Outcome(name, "nl", kind, None, "plain", split, "jaarbericht 3.1", "Wat?", "1", "1",
                   replace(SCORE, **score))  # type: ignore[arg-type]  # fmt: skip


RIGHT = outcome()
WRONG = outcome(fault="value 3", covered=0, supporting=0)
REFUSED = outcome(fault="refused", refused=True, quotes=0, verbatim=0, paged=0, on_page=0,
                  citations=0, supporting=0, covered=0)  # fmt: skip
NONE_REFUSED = outcome(answerable=False, refused=True, gold_quotes=0, covered=0, citations=0)
NONE_ANSWERED = outcome(fault="should have been refused", answerable=False, gold_quotes=0)
ALL = (RIGHT, RIGHT, WRONG, REFUSED, NONE_REFUSED, NONE_ANSWERED)

VALUES = {
    "accuracy": (ALL, 3 / 6),
    "answered_precision": (ALL, 2 / 4),
    "refusal_recall": (ALL, 1 / 2),
    "false_refusals": (ALL, 1 / 4),
    "silent_partials": (
        (outcome(sum_asked=True), outcome(sum_asked=True, silent_partial=True)),
        0.5,
    ),
    "evidence_hit": (ALL, 2 / 3),
    "citation_precision": ((RIGHT, outcome(citations=6, supporting=1)), 2 / 8),
    "citation_recall": ((RIGHT, outcome(gold_quotes=4, covered=1)), 2 / 5),
    "verbatim": ((RIGHT, outcome(quotes=8, verbatim=7)), 9 / 10),
    "page": ((RIGHT, outcome(paged=3, on_page=2)), 4 / 5),
    "hit_1": ((replace(RIGHT, retrieval=Retrieval(1, 1, 1, 1)), RIGHT), 1.0),
    "ndcg_10": ((replace(RIGHT, retrieval=Retrieval(0, 1, 0.5, 0.63)),), 0.63),
    "latency_p50": ([replace(RIGHT, seconds=s / 1000) for s in (10, 20, 90)], 20.0),
    "latency_p95": ([replace(RIGHT, seconds=s / 1000) for s in range(101)], 95.0),
}


@pytest.mark.parametrize(("key", "case"), VALUES.items(), ids=VALUES)
def test_value_by_hand(key: str, case: tuple[tuple[Outcome, ...], float]) -> None:
    outcomes, value = case
    found = estimate(next(metric for metric in METRICS if metric.key == key), outcomes)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.low <= found.value <= found.high


def test_a_metric_that_speaks_of_nothing_has_no_value() -> None:
    figures = {figure.metric.key: figure.estimate for figure in summarise((NONE_REFUSED,)).figures}
    assert figures["accuracy"] is not None
    for key in ("answered_precision", "false_refusals", "evidence_hit", "hit_1", "latency_p50"):
        assert figures[key] is None, key


def test_groups_tell_wrong_answers_from_wrong_refusals() -> None:
    (group,) = summarise(ALL).by_kind
    assert (group.name, group.right, group.wrong_answers, group.false_refusals) == (
        "number", 3, 2, 1,
    )  # fmt: skip


def test_confidence_that_is_honest_has_no_calibration_error() -> None:
    honest = np.array([[0.75, 1], [0.75, 1], [0.75, 1], [0.75, 0]], dtype=np.float64)
    assert calibration_error(honest) == pytest.approx(0)
    assert calibration_error(np.array([[1.0, 0], [1.0, 0]])) == pytest.approx(1)


def test_intervals_are_the_same_every_time_and_narrow_with_more_questions() -> None:
    few, many = estimate(ACCURACY, ALL), estimate(ACCURACY, ALL * 20)
    assert few is not None
    assert many is not None
    assert few == estimate(ACCURACY, ALL)
    assert many.high - many.low < few.high - few.low


GOLD = (Evidence("jaarbericht", None, "12.000 Speelbus"), Evidence("brief", None, "7.000 Kookclub"))


def unit(text: str, document: str = "jaarbericht") -> GivenCitation:
    return GivenCitation(document, text, None, None)


RANKINGS = {
    "best": ([unit("12.000 Speelbus"), unit("7.000 Kookclub", "brief")], (1, 1, 1, 1)),
    "second of two": ([unit("iets heel anders"), unit("12.000 Speelbus")], (0, 1, 0.5, 0.387)),
    "the same quote twice": ([unit("12.000 Speelbus")] * 2, (1, 1, 1, 0.613)),
    "wrong document": ([unit("12.000 Speelbus", "brief")], (0, 0, 0, 0)),
    "sixth": ([*[unit("niets ter zake dienend")] * 5, unit("12.000 Speelbus")],
              (0, 0, 1 / 6, 0.218)),
    "eleventh": ([*[unit("niets ter zake dienend")] * 10, unit("12.000 Speelbus")], (0, 0, 0, 0)),
    "nothing": ([], (0, 0, 0, 0)),
}  # fmt: skip


@pytest.mark.parametrize(("ranked", "values"), RANKINGS.values(), ids=RANKINGS)
def test_ranking(ranked: list[GivenCitation], values: tuple[float, ...]) -> None:
    found = judge_ranking(GOLD, ranked)
    assert (found.hit_1, found.hit_5, found.reciprocal_rank, found.ndcg_10) == pytest.approx(
        values, abs=0.001
    )


def named(rights: list[bool], split: str = "dev", kind: str = "number") -> list[Outcome]:
    return [outcome(f"q{i}", kind, split, fault="" if x else "x") for i, x in enumerate(rights)]


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_a_result_differs_nothing_from_itself(rights: list[bool]) -> None:
    found = paired_difference(named(rights), named(rights))
    assert found is not None
    assert (found.value, found.low, found.high) == (0, 0, 0)


@given(st.lists(st.booleans(), min_size=1), st.lists(st.booleans(), min_size=1))
def test_a_difference_turns_sign_with_its_order(one: list[bool], other: list[bool]) -> None:
    there = paired_difference(named(one), named(other))
    back = paired_difference(named(other), named(one))
    assert there is not None
    assert back is not None
    assert there.value == pytest.approx(-back.value)


def test_results_without_a_shared_question_have_no_difference() -> None:
    assert paired_difference(named([True]), [outcome("other")]) is None


def test_gap_is_weighed_by_the_kinds_of_the_unseen_questions() -> None:
    seen = [*named([True] * 4), *named([True, True, False, False], kind="why")]
    unseen = [
        *named([True, False], "test"),
        *named([True, True, False, False, False, False], "test", "why"),
        *named([False], "test", "who"),
    ]
    found = seen_gap(seen, unseen)
    assert found is not None
    # number: 1.00 - 0.50 over 2 questions; why: 0.50 - 0.33 over 6; who has no seen question.
    assert found.value == pytest.approx((2 * 0.5 + 6 * (0.5 - 1 / 3)) / 8)
    assert found.questions == 8


def test_no_gap_without_a_shared_kind() -> None:
    assert seen_gap(named([True]), named([True], "test", "who")) is None


def test_section_ten_comes_after_section_nine() -> None:
    sections = ("b 2.10", "b 2.9", "a -", None)
    outcomes = [replace(RIGHT, section=section) for section in sections]
    names = [group.name for group in summarise(outcomes).by_section]
    assert names == ["(no evidence)", "a -", "b 2.9", "b 2.10"]


def test_a_group_is_set_against_all_others_of_its_kinds() -> None:
    outcomes = [replace(RIGHT, style="typo"), replace(WRONG, style="typo"), RIGHT, RIGHT]
    behind = {group.name: group.behind for group in summarise(outcomes).by_style}
    assert behind["typo"] is not None
    assert behind["typo"].value == pytest.approx(0.5)
    assert summarise(outcomes).by_kind[0].behind is None
