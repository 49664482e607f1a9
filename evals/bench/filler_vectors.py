"""Vectors for filler: near those of real text, since encoding a million passages takes a day."""

import hashlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from store.encoder import Vectors

# Length of the noise beside a real vector of length 1: a cosine of 0.91 with it. The packaged
# model gives 0.75 to 0.90 for sentences of one report that have nothing to do with each other, so
# filler lies as close to a real unit as a text that says nearly the same.
_NOISE = 0.45
_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class FillerEncoder:
    """Gives a text a unit vector around one of ``real``; texts that differ in figures share it.

    ``seconds`` is what that took, to be left out of what indexing takes.
    """

    name: str
    real: Vectors
    seconds: float = field(default=0.0)

    @property
    def dimension(self) -> int:
        """Return the number of columns of every matrix."""
        return int(self.real.shape[1])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, in order."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, in order; the same text gives the same row."""
        started = time.perf_counter()
        rows = np.stack([self._row(text) for text in texts])
        self.seconds += time.perf_counter() - started
        return rows

    def _row(self, text: str) -> Vectors:
        centre = self.real[_seed(_FIGURES.sub("0", text)) % len(self.real)]
        noise = np.random.default_rng(_seed(text)).standard_normal(self.dimension)
        row = centre + _NOISE * noise / np.linalg.norm(noise)
        return np.asarray(row / np.linalg.norm(row), np.float32)


def _seed(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
