"""The matrix of all vectors as a file beside Chroma, which a reader loads in a millisecond."""

from pathlib import Path
from typing import Literal

import numpy as np

from store.encoder import Vectors
from store.generation import VECTORS_NAME

# Beyond this a matrix is mapped, not loaded (300 MB). Below it memory is safer: a mapped file that
# is cut short by another program ends the process.
_LOADED_ROWS = 200_000


def save_matrix(folder: Path, vectors: Vectors) -> None:
    """Write the vectors of a generation, in the order of its sorted units."""
    np.save(folder / VECTORS_NAME, vectors)


def load_matrix(folder: Path, rows: int, dimension: int) -> Vectors | None:
    """Return the vectors that `save_matrix` wrote, None where they are gone or of another shape."""
    mode: Literal["r"] | None = "r" if rows > _LOADED_ROWS else None
    try:
        kept = np.load(folder / VECTORS_NAME, mmap_mode=mode, allow_pickle=False)
    except (OSError, EOFError, ValueError):
        return None
    if kept.shape != (rows, dimension):
        return None
    return np.asanyarray(kept, dtype=np.float32)
