"""The vectors of all units as one file in half precision, and the units that its rows belong to.

Half precision changes a cosine by less than 0.0005, halves the file, and loses no first hit of the
questions on two real reports.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from store.encoder import Vectors
from store.generation import UNITS_NAME, VECTORS_NAME
from store.hit import Rows

LOADED_ROWS = 40_000
"""Up to here the matrix is loaded (61 MB in full precision) and compared with as a whole.

Beyond it the file is mapped and rows are fetched when they are asked for. For a small one memory is
safer: a mapped file that is cut short by another program ends the process.
"""


def save_matrix(folder: Path, vectors: Vectors) -> None:
    """Write the vectors of a generation, in the order of its sorted units."""
    np.save(folder / VECTORS_NAME, vectors.astype(np.float16))


def new_matrix(folder: Path, rows: int, dimension: int) -> NDArray[np.float16]:
    """Return an empty matrix that is written to the file of a generation as it is filled."""
    path, shape = folder / VECTORS_NAME, (rows, dimension)
    if not rows:
        np.save(path, np.zeros(shape, np.float16))
        return np.zeros(shape, np.float16)
    return np.lib.format.open_memmap(path, mode="w+", dtype=np.float16, shape=shape)


def load_matrix(folder: Path, rows: int, dimension: int) -> Vectors | None:
    """Return the vectors of a generation, None where they are gone or of another shape.

    Those of a large archive are mapped and in half precision.
    """
    mapped = map_matrix(folder, rows, dimension)
    if mapped is None or rows > LOADED_ROWS:
        return mapped
    return np.array(mapped, dtype=np.float32)


def map_matrix(folder: Path, rows: int, dimension: int) -> Vectors | None:
    """Return the vectors as they lie on disk, None where they are gone or of another shape."""
    try:
        kept = np.load(folder / VECTORS_NAME, mmap_mode="r" if rows else None, allow_pickle=False)
    except (OSError, EOFError, ValueError):
        return None
    good = kept.shape == (rows, dimension) and kept.dtype == np.float16
    return kept if good else None


def save_units(folder: Path, packed: Rows) -> None:
    """Write which unit each row of the matrix belongs to."""
    np.save(folder / UNITS_NAME, packed)


def load_units(folder: Path, rows: int) -> Rows | None:
    """Return what `save_units` wrote, None where it is gone or of another length."""
    try:
        kept = np.load(folder / UNITS_NAME, allow_pickle=False)
    except (OSError, EOFError, ValueError):
        return None
    return kept if kept.shape == (rows,) and kept.dtype == np.int64 else None
