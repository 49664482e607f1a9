"""Writes the matrix of one generation: rows of kept reports are copied, new ones added."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

import numpy as np

from ingest.errors import StoreMissing
from store.checksums import is_whole
from store.contexts import UnitText
from store.encoder import Vectors
from store.generation import VECTORS_NAME
from store.hit import PLACE_KINDS, Rows
from store.manifest import Manifest
from store.matrix import count_of, pack
from store.matrix_file import map_matrix, new_matrix, save_units
from store.repair_hint import REPAIR_HINT

_FRESH = "fresh.new"  # vectors of new reports, until they get their place


class MatrixWriter:
    """The rows of one generation in the making; nothing but new reports is held in memory."""

    def __init__(
        self, folder: Path, old: Manifest | None, reports: Sequence[str], units: Rows
    ) -> None:
        """Write into ``folder``; ``old`` lies beside it and has these sorted ``reports``.

        ``units`` are the packed units of ``old``, sorted.

        Raises:
            StoreMissing: when the vectors of ``old`` are gone or damaged.
        """
        self._folder = folder
        self._old_units = units
        self._old: Vectors | None = None
        if old is not None:
            self._open_old(folder.parent / old.generation, old)
        self._old_number = {report: number for number, report in enumerate(reports)}
        self._gone: set[str] = set()
        self._fresh: dict[str, tuple[int, Rows]] = {}
        self._length = 0
        self._file: IO[bytes] | None = None

    def close(self) -> None:
        """Let go of the files; safe to call twice."""
        if self._file is not None:
            self._file.close()
            self._file = None
            (self._folder / _FRESH).unlink(missing_ok=True)
        self._old = None

    def remove(self, report_id: str) -> None:
        """Leave out a report of before."""
        self._gone.add(report_id)

    def add(self, report_id: str, texts: Sequence[UnitText], vectors: Vectors) -> None:
        """Add a report: one row of ``vectors`` for each of its ``texts``, which are sorted."""
        if self._file is None:
            self._file = (self._folder / _FRESH).open("w+b")
        packed = [pack(0, text.unit.kind, text.unit.index) for text in texts]
        self._fresh[report_id] = (self._length, np.array(packed, dtype=np.int64))
        self._file.write(vectors.astype(np.float16).tobytes())
        self._length += len(texts)

    def finish(self, reports: Sequence[str], dimension: int) -> tuple[int, int]:
        """Write all rows in order of the sorted ``reports``; return how many units and places.

        Places are what Chroma keeps as well: passages and headings.
        """
        parts = [self._units_of(report, number) for number, report in enumerate(reports)]
        packed = np.concatenate([np.zeros(0, dtype=np.int64), *(part for part, _, _ in parts)])
        made = new_matrix(self._folder, len(packed), dimension)
        fresh = self._fresh_rows(dimension)
        at = 0
        for part, start, is_fresh in parts:
            rows = fresh if is_fresh else self._old
            if rows is not None and len(part):
                made[at : at + len(part)] = rows[start : start + len(part)]
            at += len(part)
        if isinstance(made, np.memmap):
            made.flush()
        save_units(self._folder, packed)
        del made, fresh
        self.close()
        return len(packed), count_of(packed, PLACE_KINDS)

    def _units_of(self, report: str, number: int) -> tuple[Rows, int, bool]:
        """Return a report's units under its new number, its first row, and whether it is new."""
        if report in self._fresh:
            start, packed = self._fresh[report]
            return packed | number << 35, start, True
        if report in self._gone or report not in self._old_number:
            return np.zeros(0, dtype=np.int64), 0, False
        before = self._old_number[report]
        start, end = np.searchsorted(self._old_units, (before << 35, (before + 1) << 35))
        return (self._old_units[start:end] & _LOCAL) | number << 35, int(start), False

    def _fresh_rows(self, dimension: int) -> Vectors | None:
        if self._file is None or not self._length:
            return None
        self._file.flush()
        shape = (self._length, dimension)
        return np.memmap(self._folder / _FRESH, dtype=np.float16, mode="r", shape=shape)

    def _open_old(self, folder: Path, old: Manifest) -> None:
        rows = map_matrix(folder, len(self._old_units), old.dimension)
        if rows is None or not is_whole(folder, VECTORS_NAME, old.checksums):
            message = f"De vectoren van de index in {folder} zijn weg of beschadigd. {REPAIR_HINT}"
            raise StoreMissing(message)
        self._old = rows


_LOCAL = (1 << 35) - 1
"""The part of a packed unit that says which one it is within its report."""
