"""How far the arithmetic is from what this processor can do, measured in the same run."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from evals.bench.peers import COLD
from evals.bench.tokens import count_tokens
from ingest.report import Report
from store.contexts import unit_texts
from store.matrix import UnitMatrix
from store.matrix_file import LOADED_ROWS
from store.open_encoder import bulk_encoder, query_encoder
from store.settings import Settings

# Multilingual-e5-small: 12 layers of four square matrices of 384 and two of 384 by 1536. A token
# is multiplied with and added to each number once; attention adds a few percent, left out.
_FLOP_PER_TOKEN = 2 * 12 * (4 * 384**2 + 2 * 384 * 1536)
_ROWS = LOADED_ROWS  # the most that are compared with as a whole
_SIDE = 2048  # of a square matrix that no cache of this kind of processor holds twice
_TEXTS = 256  # as many as go to the encoder at once when a report is read in


@dataclass(frozen=True, slots=True)
class Limit:
    """One piece of work: how long it took, the least that it could take, and their ratio."""

    work: str
    ms: float
    least_ms: float
    times: float
    limited_by: str


def limits(report: Report, settings: Settings) -> tuple[Limit, ...]:
    """Return how far encoding and comparing are from what the processor was measured to do."""
    texts = [text.embedded for text in unit_texts(report)][:_TEXTS]
    tokens, asked = count_tokens(texts, settings), count_tokens([COLD], settings)
    light, bulk = query_encoder(settings), bulk_encoder(settings)
    rates = (_matmul("float32"), _matmul("bfloat16"))
    fast = max(rates)
    question = _best(lambda: light.encode_queries([COLD]), 9)
    passages = _best(lambda: bulk.encode_passages(texts), 3)
    rows = np.random.default_rng(0).standard_normal((_ROWS, 384), dtype=np.float32)
    matrix = UnitMatrix(("r",), np.arange(_ROWS, dtype=np.int64), rows)
    scan = _best(lambda: matrix.best(rows[0], np.arange(_ROWS), 200), 5)
    flat = rows.ravel()
    bandwidth = rows.nbytes / _best(lambda: flat @ flat, 5)  # as quick as memory gives it
    return (
        _limit(f"encode a question of {asked} tokens", question, asked * _FLOP_PER_TOKEN / rates[0],
               f"matmul in fp32, {rates[0] / 1e9:.0f} GFLOP/s"),
        _limit(f"encode {len(texts)} texts of {tokens} tokens", passages,
               tokens * _FLOP_PER_TOKEN / fast, f"fastest matmul, {fast / 1e9:.0f} GFLOP/s"),
        _limit(f"best 200 of {_ROWS} vectors", scan, rows.nbytes / bandwidth,
               f"reading memory, {bandwidth / 1e9:.0f} GB/s"),
    )  # fmt: skip


def _limit(work: str, seconds: float, least: float, by: str) -> Limit:
    return Limit(work, 1000 * seconds, 1000 * least, seconds / least, by)


def _matmul(kind: str) -> float:
    """Return the floating-point operations a second of a product of square matrices in torch."""
    import torch  # noqa: PLC0415 - takes seconds

    one = torch.rand(_SIDE, _SIDE).to(getattr(torch, kind))
    return float(2 * _SIDE**3 / _best(lambda: one @ one, 5))


def _best(work: Callable[[], object], rounds: int) -> float:
    """Return the seconds of the quickest round; other work can only add."""
    spent = []
    work()
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return min(spent)
