"""An encoder that remembers on disk: an index after a change to a reader then takes seconds."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path

import numpy as np

from store.encoder import Encoder, Vectors
from store.open_encoder import bulk_encoder, query_encoder
from store.settings import Settings

_STORE = Path(__file__).resolve().parent.parent / "store"
_ENCODER_CODE = ("*encod*.py", "packaged_*.py", "half_precision.py", "fixed_batches.py")
_WAIT = 60.0  # seconds; two runs may write at once, and one batch takes milliseconds


class KeptEncoder:
    """The model of the settings; each text is encoded once for one model and one encoder's code."""

    def __init__(self, settings: Settings) -> None:
        """Open the vectors in the cache; the bulk model is loaded at the first unknown passage."""
        self._settings = settings
        self._light = query_encoder(settings)
        self._file = settings.cache / "evals" / "vectors.sqlite"
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._salt = "\0".join((self.name, *_code_digests()))

    @property
    def name(self) -> str:
        """Return the name that the index remembers."""
        return self._light.name

    @property
    def dimension(self) -> int:
        """Return the number of columns of every matrix."""
        return self._light.dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per question, in order."""
        return self._rows(texts, "query", self._light.encode_queries)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, in order."""
        return self._rows(texts, "passage", self._encode_bulk)

    def _encode_bulk(self, texts: Sequence[str]) -> Vectors:
        return self._bulk.encode_passages(texts)  # loaded here and not a moment earlier

    @cached_property
    def _bulk(self) -> Encoder:
        return bulk_encoder(self._settings)

    def _rows(
        self, texts: Sequence[str], role: str, encode: Callable[[Sequence[str]], Vectors]
    ) -> Vectors:
        keys = [self._key(role, text) for text in texts]
        with closing(self._open()) as kept:
            known = _read(kept, keys)
            new = {k: text for k, text in zip(keys, texts, strict=True) if k not in known}
            if new:
                made = dict(zip(new, encode(list(new.values())), strict=True))
                _write(kept, made)
                known |= made
        return np.array([known[key] for key in keys], np.float32).reshape(-1, self.dimension)

    def _key(self, role: str, text: str) -> bytes:
        return hashlib.sha256(f"{self._salt}\0{role}\0{text}".encode()).digest()

    def _open(self) -> sqlite3.Connection:
        kept = sqlite3.connect(self._file, timeout=_WAIT)
        kept.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, row BLOB)")
        return kept


def _read(kept: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
    found = {}
    for key in keys:
        row = kept.execute("SELECT row FROM vectors WHERE key = ?", (key,)).fetchone()
        if row is not None:
            found[key] = np.frombuffer(row[0], np.float32)
    return found


def _write(kept: sqlite3.Connection, rows: dict[bytes, Vectors]) -> None:
    with kept:
        kept.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            [(key, np.asarray(row, np.float32).tobytes()) for key, row in rows.items()],
        )


def _code_digests() -> tuple[str, ...]:
    files = sorted({path for pattern in _ENCODER_CODE for path in _STORE.glob(pattern)})
    return tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)
