"""The peers that a user would pick instead, answering in the same JSON for the same scorer.

textbook  chunks of 800 characters that overlap by 100, found by cosine with the same model
bm25      the same chunks, found by BM25 over Dutch stems
hybrid    both rankings fused

Each gives the best sentence of its best chunk, and the first figure in it where one was asked for.
They never add up and refuse only where no word matches, as such systems do. Their vectors are kept
in numpy and compared exactly: that is the best that a vector database can return.
"""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from evals.bm25 import Bm25
from evals.chunks import Chunk, cut_chunks, sentences
from evals.given import Given, GivenCitation
from evals.normalise import numbers
from evals.question import GoldQuestion
from evals.retrieval import DEPTH
from evals.system import Reply
from store.encoder import Encoder
from store.index import open_index
from store.open_encoder import bulk_encoder, query_encoder
from store.settings import Settings

RRF = 60  # the constant of the paper on reciprocal rank fusion, and of most libraries
_FIGURE = re.compile(
    r"\b(hoeveel|aantal|bedrag|budget|kost\w*|percentage|procent|how m\w+)\b", re.I
)
_MONEY = re.compile(
    r"\b(bedrag|budget|kost\w*|geld|euro|uitgegeven|besteed|ging|much|spent)\b", re.I
)

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Peer:
    """One of the peers over the reports of a store; ``vectors`` has one row per chunk."""

    name: str
    chunks: tuple[Chunk, ...]
    vectors: NDArray[np.float32]
    bm25: Bm25
    encoder: Encoder

    def reply(self, question: GoldQuestion) -> Reply:
        """Return the best sentence of the best chunk; earlier questions are glued in front."""
        started = time.perf_counter()
        text = " ".join((*question.history, question.question))
        scores = self._fused(text, self.vectors, self.bm25)
        order = np.argsort(-scores, kind="stable")[:DEPTH]
        ranked = tuple(_citation(self.chunks[i], self.chunks[i].text) for i in order)
        given = self._answer(text, question.question, self.chunks[order[0]])
        return Reply(given, "", time.perf_counter() - started, ranked)

    def _answer(self, text: str, asked: str, chunk: Chunk) -> Given:
        choices = sentences(chunk.text)
        bare = self.encoder.encode_passages(choices) if self.name != "bm25" else self.vectors[:0]
        scores = self._fused(text, bare, Bm25.over(choices))
        best = choices[int(np.argmax(scores))]
        found = self.name != "bm25" or scores.max() > 0
        return _given(asked, best, _citation(chunk, best)) if found else _refusal(asked)

    def _fused(self, text: str, vectors: NDArray[np.float32], bm25: Bm25) -> Scores:
        if self.name == "bm25":
            return bm25.scores(text)
        cosines: Scores = (vectors @ self.encoder.encode_queries([text])[0]).astype(np.float64)
        if self.name == "textbook":
            return cosines
        return _reciprocal(cosines) + _reciprocal(bm25.scores(text))


def open_peer(name: str, settings: Settings) -> Peer:
    """Return the peer ``name`` over the reports in the store of ``settings``."""
    with open_index(settings.store) as index:
        reports = [index.report(card.id) for card in index.cards]
    chunks = tuple(chunk for report in reports for chunk in cut_chunks(report))
    texts = [chunk.text for chunk in chunks]
    vectors = _vectors(texts, settings) if name != "bm25" else np.zeros((0, 0), np.float32)
    return Peer(name, chunks, vectors, Bm25.over(texts), query_encoder(settings))


def _vectors(texts: Sequence[str], settings: Settings) -> NDArray[np.float32]:
    # The store is named by a hash of all that went in, so vectors beside it never grow stale.
    kept = settings.store.parent / f"{settings.store.name}-chunks.npy"
    if kept.exists():
        vectors: NDArray[np.float32] = np.load(kept)
        return vectors
    vectors = bulk_encoder(settings).encode_passages(texts)
    np.save(kept, vectors)
    return vectors


def _reciprocal(scores: Scores) -> Scores:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return 1 / (RRF + ranks)


def _citation(chunk: Chunk, quote: str) -> GivenCitation:
    return GivenCitation(chunk.document, quote, chunk.page, chunk.page_end)


def _given(asked: str, sentence: str, citation: GivenCitation) -> Given:
    value = _figure(asked, sentence)
    return Given(
        interpreted_as=asked,
        status="answered",
        kind="text" if value is None else "number",
        text=sentence,
        value=value,
        value_max=None,
        unit=None,
        operation=None,
        figures=(),
        items=(),
        verdict=None,
        citations=(citation,),
        closest=(),
        confidence=0.5,
    )


def _figure(asked: str, sentence: str) -> Decimal | None:
    if not _FIGURE.search(asked):
        return None
    found = [number for number in numbers(sentence) if not 1990 <= number <= 2100]
    large = [number for number in found if number >= 1000]
    return next(iter((large or found) if _MONEY.search(asked) else found), None)


def _refusal(asked: str) -> Given:
    given = _given(asked, "Niet gevonden.", GivenCitation("", "", None, None))
    return replace(given, status="not_found", value=None, citations=())
