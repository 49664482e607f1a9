"""What is compared: something that indexes a folder of PDFs and then answers."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from store.encoder import Encoder, Vectors
from store.settings import Settings

Ask = Callable[[str], str]


@dataclass(slots=True)
class Encoded:
    """What went through the model: the texts as they were given, and the CPU seconds it took."""

    texts: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, texts: Sequence[str], started: float) -> None:
        """Note that these texts were encoded since ``started``, as `time.process_time` counts."""
        self.seconds += time.process_time() - started
        self.texts += texts


@dataclass(frozen=True, slots=True)
class CountedEncoder:
    """An encoder that notes what it encodes."""

    inner: Encoder
    encoded: Encoded

    @property
    def name(self) -> str:
        """Return the name that the index remembers."""
        return self.inner.name

    @property
    def dimension(self) -> int:
        """Return the number of columns of every matrix."""
        return self.inner.dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per question, in order."""
        return self.inner.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, in order."""
        started = time.process_time()
        rows = self.inner.encode_passages(texts)
        self.encoded.add(texts, started)
        return rows


@dataclass(frozen=True, slots=True)
class Stack:
    """``index`` puts the PDFs of a folder into the store of the settings; ``open`` answers."""

    index: Callable[[Path, Settings], Encoded]
    open: Callable[[Settings], Ask]
