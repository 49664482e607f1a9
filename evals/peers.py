"""The peers that a user would pick instead, answering in the same JSON for the same scorer.

textbook  chunks of 800 characters that overlap by 100, found by cosine with the same model
bm25      the same chunks, found by BM25 over Dutch stems
hybrid    both rankings fused

Each gives the best sentence of its best chunk, and the first figure in it where one was asked for.
They never add up and refuse only where no word matches, as such systems do. Their vectors are kept
in numpy and compared exactly: that is the best that a vector database can return.
"""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evals.bm25 import Bm25
from evals.chunks import Chunk, cut_chunks
from evals.given import Given
from evals.kept_encoder import KeptEncoder
from evals.question import GoldQuestion
from evals.retrieval import DEPTH
from evals.sentence_answer import refusal, sentence_answer
from evals.system import Reply
from store.encoder import Encoder, Vectors
from store.index import open_index
from store.open_encoder import query_encoder
from store.settings import Settings

RRF = 60  # the constant of the paper on reciprocal rank fusion, and of most libraries

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Peer:
    """One of the peers over the reports of a store.

    ``vectors`` has one row per chunk and ``inner`` one per sentence, chunk after chunk; both are
    empty for a peer that compares no vectors.
    """

    name: str
    chunks: tuple[Chunk, ...]
    vectors: Vectors
    inner: Vectors
    bm25: Bm25
    encoder: Encoder

    def reply(self, question: GoldQuestion) -> Reply:
        """Return the best sentence of the best chunk; earlier questions are glued in front."""
        started = time.perf_counter()
        text = " ".join((*question.history, question.question))
        row = self.encoder.encode_queries([text])[0] if self.name != "bm25" else None
        scores = self._fused(text, row, self.vectors, self.bm25)
        order = np.argsort(-scores, kind="stable")[:DEPTH]
        ranked = tuple(self.chunks[i].whole for i in order)
        given = self._answer(text, row, question.question, int(order[0]))
        return Reply(given, "", time.perf_counter() - started, ranked)

    def _answer(self, text: str, row: Vectors | None, asked: str, chosen: int) -> Given:
        choices = self.chunks[chosen].sentences
        first = sum(len(chunk.sentences) for chunk in self.chunks[:chosen])
        bm25 = Bm25.over([choice.quote for choice in choices])
        scores = self._fused(text, row, self.inner[first : first + len(choices)], bm25)
        found = row is not None or scores.max() > 0
        return sentence_answer(asked, choices[int(np.argmax(scores))]) if found else refusal(asked)

    def _fused(self, text: str, row: Vectors | None, vectors: Vectors, bm25: Bm25) -> Scores:
        if row is None:
            return bm25.scores(text)
        cosines: Scores = (vectors @ row).astype(np.float64)
        if self.name == "textbook":
            return cosines
        return _reciprocal(cosines) + _reciprocal(bm25.scores(text))


def open_peer(name: str, settings: Settings) -> Peer:
    """Return the peer ``name`` over the reports in the store of ``settings``."""
    with open_index(settings.store) as index:
        reports = [index.report(card.id) for card in index.cards]
    chunks = tuple(chunk for report in reports for chunk in cut_chunks(report))
    texts = [chunk.whole.quote for chunk in chunks]
    inner = [sentence.quote for chunk in chunks for sentence in chunk.sentences]
    every = [*texts, *inner] if name != "bm25" else []
    vectors = KeptEncoder(settings).encode_passages(every)
    encoder = query_encoder(settings)
    return Peer(
        name, chunks, vectors[: len(texts)], vectors[len(texts) :], Bm25.over(texts), encoder
    )


def _reciprocal(scores: Scores) -> Scores:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return 1 / (RRF + ranks)
