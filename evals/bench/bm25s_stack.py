"""Search by words alone: bm25s, with its list of Dutch stop words and Dutch stems.

It compares no vectors, so it needs no model at all: the least that a search can cost. Its answer is
its best chunk as it stands. Texts and pages are kept beside its index, as its own pages show.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import snowballstemmer

from evals.bench.pdf_chunks import pdf_chunks
from evals.bench.stack import Ask, Encoded, Stack
from evals.retrieval import DEPTH
from store.settings import Settings

_STEMS = "dutch_porter"  # the stems of Raadsbron's own full text


def bm25s_stack() -> Stack:
    """Return bm25s."""
    return Stack(_index, _open)


def _index(folder: Path, settings: Settings) -> Encoded:
    chunks = [chunk.as_dict() for chunk in pdf_chunks(folder)]
    retriever = bm25s.BM25()
    retriever.index(_tokens([chunk["text"] for chunk in chunks]), show_progress=False)
    retriever.save(str(settings.store), corpus=chunks, show_progress=False)
    return Encoded()


def _open(settings: Settings) -> Ask:
    retriever = bm25s.BM25.load(str(settings.store), load_corpus=True)
    depth = min(DEPTH, len(retriever.corpus))

    def ask(question: str) -> str:
        found, _ = retriever.retrieve(_tokens([question]), k=depth, show_progress=False)
        return str(found[0][0]["text"])

    return ask


def _tokens(texts: Sequence[str]) -> Any:  # noqa: ANN401 - a class of bm25s, which has no types
    stemmer = snowballstemmer.stemmer(_STEMS)
    return bm25s.tokenize(list(texts), stopwords="nl", stemmer=stemmer, show_progress=False)
