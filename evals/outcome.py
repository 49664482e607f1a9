"""One question of a run with its score: what the metrics count, and what a result file keeps."""

from dataclasses import dataclass

from evals.score import Score


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How high the evidence stood among the first ten units that the retriever gave.

    All run from 0 to 1, higher is better: whether the first, or one of the first five, holds
    evidence; 1 / rank of the first that does; nDCG@10, in which every gold quote counts once.
    """

    hit_1: float
    hit_5: float
    reciprocal_rank: float
    ndcg_10: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question as it was answered; of a test question only what the totals need is kept.

    ``seconds`` is the wall time of the answer, None where an answer file was scored. ``section`` is
    the document and section of the first gold quote ("terugblik-2024 2.6"), None without evidence.
    """

    id: str
    lang: str
    kind: str
    base_kind: str | None
    style: str
    split: str
    section: str | None
    question: str
    expected: str
    got: str
    score: Score
    retrieval: Retrieval | None = None
    seconds: float | None = None
