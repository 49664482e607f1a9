"""Search by words and meaning in one package: txtai, with the same model.

Hybrid search, texts kept with the index and the model's instructions for questions and passages, as
its own pages recommend. Its answer is its best chunk as it stands.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from txtai import Embeddings

from evals.bench.pdf_chunks import pdf_chunks
from evals.bench.stack import Ask, Encoded, Stack
from evals.retrieval import DEPTH
from store.packaged_layout import PROMPTS
from store.packaged_model import packaged_model_folder
from store.settings import Settings


def txtai_stack() -> Stack:
    """Return txtai."""
    return Stack(_index, _open)


def _index(folder: Path, settings: Settings) -> Encoded:
    chunks, encoded = pdf_chunks(folder), Encoded()
    embeddings = Embeddings(
        path=str(packaged_model_folder(settings.cache)),
        instructions={"query": PROMPTS["query"], "data": PROMPTS["passage"]},
        hybrid=True,
        content=True,
        gpu=False,
    )
    embeddings.model.encode = _timed(embeddings.model.encode, encoded)
    embeddings.index([chunk.as_dict() for chunk in chunks])
    embeddings.save(str(settings.store))
    encoded.texts += [chunk.text for chunk in chunks]
    return encoded


def _open(settings: Settings) -> Ask:
    embeddings = Embeddings()
    embeddings.load(str(settings.store))
    return lambda question: str(embeddings.search(question, DEPTH)[0]["text"])


def _timed(encode: Callable[..., Any], encoded: Encoded) -> Callable[..., Any]:
    """Return ``encode``, its CPU time noted in ``encoded``; it gets texts with instructions."""

    def timed(texts: Sequence[str], category: str | None = None) -> Any:  # noqa: ANN401 - no types
        started = time.process_time()
        rows = encode(texts, category)
        encoded.add((), started)
        return rows

    return timed
