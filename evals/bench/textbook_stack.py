"""The stack of the tutorials, with the same model: pypdf, a text splitter, sentence-transformers.

Chunks of 800 characters that overlap by 100, texts and pages in Chroma, cosine, and the settings
that their own pages recommend. It gives its best chunk and composes nothing: that is the least that
such a stack does, so times are in its favour.
"""

import time
from pathlib import Path
from typing import Any

import chromadb
from chromadb.config import Settings as ChromaSettings
from sentence_transformers import SentenceTransformer

from evals.bench.pdf_chunks import pdf_chunks
from evals.bench.stack import Ask, Encoded, Stack
from evals.retrieval import DEPTH
from store.packaged_layout import PROMPTS
from store.packaged_model import packaged_model_folder
from store.settings import Settings

_COLLECTION = "chunks"


def textbook_stack() -> Stack:
    """Return the textbook's stack."""
    return Stack(_index, _open)


def _index(folder: Path, settings: Settings) -> Encoded:
    chunks = pdf_chunks(folder)
    texts = [chunk.text for chunk in chunks]
    places: list[dict[str, Any]] = [{"source": c.source, "page": c.page} for c in chunks]
    model, encoded = _model(settings), Encoded()
    started = time.process_time()
    rows = model.encode(texts, prompt=PROMPTS["passage"], normalize_embeddings=True)
    encoded.add(texts, started)
    collection = _client(settings).create_collection(
        _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    names = [str(number) for number in range(len(texts))]
    collection.add(ids=names, embeddings=rows, documents=texts, metadatas=places)
    return encoded


def _open(settings: Settings) -> Ask:
    model = _model(settings)
    collection = _client(settings).get_collection(_COLLECTION, embedding_function=None)

    def ask(question: str) -> str:
        row = model.encode([question], prompt=PROMPTS["query"], normalize_embeddings=True)
        found = collection.query(query_embeddings=row, n_results=DEPTH)
        return str(found["documents"][0][0])

    return ask


def _model(settings: Settings) -> SentenceTransformer:
    return SentenceTransformer(str(packaged_model_folder(settings.cache)), device="cpu")


def _client(settings: Settings) -> Any:  # noqa: ANN401 - a class of chromadb, which has no types
    return chromadb.PersistentClient(
        path=str(settings.store), settings=ChromaSettings(anonymized_telemetry=False)
    )
