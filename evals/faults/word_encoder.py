"""An encoder that costs nothing, for faults that have nothing to do with meaning."""

import zlib
from collections.abc import Sequence

import numpy as np

from store.encoder import Encoder, Vectors
from store.open_encoder import bulk_encoder
from store.settings import Settings

WORDS = "woorden"
"""The model's name in settings: with it a generation is made in a fraction of a second."""


class WordEncoder:
    """Counts words into 64 columns: the same text gives the same vector on every machine."""

    name = WORDS
    dimension = 64

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, of unit length."""
        counts = np.full((len(texts), self.dimension), 1e-3, np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                counts[row, zlib.crc32(word.encode("utf-8", "replace")) % self.dimension] += 1
        unit: Vectors = counts / np.linalg.norm(counts, axis=1, keepdims=True)
        return unit

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, of unit length."""
        return self.encode_queries(texts)


def encoder_for(settings: Settings) -> Encoder:
    """Return the stand-in where the settings name it, else the real model for reports."""
    return WordEncoder() if settings.model == WORDS else bulk_encoder(settings)
