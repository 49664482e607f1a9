"""The vectors of one generation in Chroma: embedded only, bare, cosine.

Chroma keeps ids and vectors of passages and headings; text, report and kind stand in SQLite, where
filters are fast. Vectors are always passed in: the default embedder would download a model.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np

from ingest.errors import RaadsbronError, StoreMissing
from store.encoder import Vectors
from store.hit import PLACE_KINDS
from store.repair_hint import REPAIR_HINT

CHROMA_FILE = "chroma.sqlite3"
_COLLECTION = "units"
# Chroma takes 5,461 at a time.
_BATCH = 5_000
T = TypeVar("T")


class VectorStore:
    """The Chroma collection in one folder; `close` it before the folder is copied or deleted."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        if not create:
            check_vectors(folder)
        self._folder = folder
        self._client: Any = self._try(self._open)
        try:
            self._collection: Any = self._try(lambda: self._find(create=create))
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is in memory to disk and release the folder."""
        self._client.close()

    def add(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Keep one row of ``vectors`` per key; known keys must be deleted first."""
        for part in _batches(len(keys)):
            rows = np.ascontiguousarray(vectors[part])
            batch = list(keys[part])
            self._try(lambda b=batch, r=rows: self._collection.add(ids=b, embeddings=r))  # type: ignore[misc]

    def delete(self, keys: Sequence[str]) -> None:
        """Forget these keys."""
        for part in _batches(len(keys)):
            batch = list(keys[part])
            self._try(lambda b=batch: self._collection.delete(ids=b))  # type: ignore[misc]

    def get(self, keys: Sequence[str], dimension: int) -> Vectors:
        """Return the vectors of these keys in the same order, float32, (n, dimension).

        Raises:
            StoreMissing: when one of them isn't there.
        """
        found = np.zeros((len(keys), dimension), dtype=np.float32)
        place = {key: row for row, key in enumerate(keys)}
        seen = 0
        for part in _batches(len(keys)):
            batch = list(keys[part])
            got = self._try(lambda b=batch: self._collection.get(ids=b, include=["embeddings"]))  # type: ignore[misc]
            if got["ids"]:
                found[[place[key] for key in got["ids"]]] = got["embeddings"]
            seen += len(got["ids"])
        if seen != len(keys):
            message = (
                f"In de vectoren van de index, {self._folder}, ontbreken {len(keys) - seen} van de "
                f"{len(keys)}. {REPAIR_HINT}"
            )
            raise StoreMissing(message)
        return found

    def check_count(self, expected: int) -> None:
        """Do nothing when there are ``expected`` vectors.

        Raises:
            StoreMissing: when there are more or fewer.
        """
        found = self._try(self._collection.count)
        if found != expected:
            message = (
                f"In de vectoren van de index, {self._folder}, staan er {found} in plaats van "
                f"{expected}. {REPAIR_HINT}"
            )
            raise StoreMissing(message)

    def _open(self) -> Any:  # noqa: ANN401 - a class of chromadb, which has no types here
        # Imported here: it takes half a second, and answering from a small index does without.
        import chromadb  # noqa: PLC0415
        from chromadb.config import Settings  # noqa: PLC0415

        settings = Settings(anonymized_telemetry=False)
        return chromadb.PersistentClient(path=str(self._folder.absolute()), settings=settings)

    def _find(self, *, create: bool) -> Any:  # noqa: ANN401
        if not create:
            return self._client.get_collection(_COLLECTION, embedding_function=None)
        return self._client.create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
        )

    def _try(self, action: Callable[[], T]) -> T:
        """Return what ``action`` gives; Chroma's errors, Rust panics among them, become ours."""
        try:
            return action()
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException as error:
            message = (
                f"De vectoren van de index in {self._folder} zijn niet te lezen of te schrijven: "
                f"{str(error)[:200]}. Is de schijf vol, of is de map beschadigd? "
                f"{REPAIR_HINT}"
            )
            raise RaadsbronError(message) from error


def check_vectors(folder: Path) -> None:
    """Do nothing when there is a collection in ``folder``; costs no start of Chroma.

    Raises:
        StoreMissing: when there is none.
    """
    if not (folder / CHROMA_FILE).is_file():
        message = (
            f"De vectoren van de index ontbreken: {folder} is er niet of is leeg. {REPAIR_HINT}"
        )
        raise StoreMissing(message)


def chroma_keys(rows: Iterable[tuple[str, str, int]]) -> tuple[str, ...]:
    """Return the keys of the units, (report id, kind, index), that Chroma keeps."""
    return tuple(f"{report}/{kind}/{index}" for report, kind, index in rows if kind in PLACE_KINDS)


def _batches(length: int) -> Iterator[slice]:
    return (slice(start, start + _BATCH) for start in range(0, length, _BATCH))
