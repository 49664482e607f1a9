"""What the store asks of an embedding model."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (n, dimension), float32, each row of unit length."""


class Encoder(Protocol):
    """Turns text into vectors of unit length whose dot product is the cosine."""

    @property
    def name(self) -> str:
        """Return the name that the index remembers."""

    @property
    def dimension(self) -> int:
        """Return the number of columns of every matrix."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per question or part of a question, in order."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per indexed text, in order."""
