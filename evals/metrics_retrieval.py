"""Metrics of the retriever: how high the evidence stands before anything is chosen from it."""

from collections.abc import Callable

from evals.metric import Metric, mean
from evals.outcome import Outcome, Retrieval


def _of(pick: Callable[[Retrieval], float]) -> Callable[[Outcome], tuple[float] | None]:
    def row(outcome: Outcome) -> tuple[float] | None:
        return None if outcome.retrieval is None else (pick(outcome.retrieval),)

    return row


RETRIEVAL_METRICS = (
    Metric("hit_1", "retrieval hit@1", "percent", _of(lambda r: r.hit_1), mean),
    Metric("hit_5", "retrieval hit@5", "percent", _of(lambda r: r.hit_5), mean),
    Metric("mrr_10", "retrieval MRR@10", "score", _of(lambda r: r.reciprocal_rank), mean),
    Metric("ndcg_10", "retrieval nDCG@10", "score", _of(lambda r: r.ndcg_10), mean),
)
