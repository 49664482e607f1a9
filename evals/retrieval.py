"""How high the evidence of a question stands among the units that a retriever gave."""

from collections.abc import Sequence
from math import log2

from evals.given import GivenCitation
from evals.outcome import Retrieval
from evals.question import Evidence
from evals.support import supports

DEPTH = 10


def judge_ranking(evidence: Sequence[Evidence], ranked: Sequence[GivenCitation]) -> Retrieval:
    """Return hit@1, hit@5, 1/rank and nDCG@10 of ``ranked``, best first, for one question.

    A unit is relevant when it covers a gold quote (the rule of the evidence hit). In nDCG a gold
    quote counts at the first unit that covers it and never again, so that a passage and the
    sentence inside it are not two finds; a unit that covers two quotes gains two.
    """
    gains: list[int] = []
    left = list(evidence)
    relevant: list[bool] = []
    for unit in ranked[:DEPTH]:
        relevant.append(any(supports(unit, gold) for gold in evidence))
        found = [gold for gold in left if supports(unit, gold)]
        left = [gold for gold in left if gold not in found]
        gains.append(len(found))
    first = relevant.index(True) + 1 if any(relevant) else 0
    ideal = _discounted([1] * min(len(evidence), DEPTH))
    return Retrieval(
        hit_1=float(first == 1),
        hit_5=float(1 <= first <= 5),
        reciprocal_rank=1 / first if first else 0.0,
        ndcg_10=min(1.0, _discounted(gains) / ideal) if ideal else 0.0,
    )


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))
