"""All vectors of a generation, for exact cosines; of a large one only what is asked for is read."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from store.encoder import Vectors
from store.hit import PLACE_KINDS, Rows, Unit, UnitKind
from store.matrix_file import LOADED_ROWS
from store.signatures import Signatures

KINDS = tuple(sorted(UnitKind))
"""The kinds by their number in a packed unit."""
# Cosines are given with 3 decimals; what the fast float32 product puts this close below the k-th
# best may still belong to the best after rounding.
_ROUNDING_MARGIN = 0.0011
# Of so many passages and headings that look nearest by their signs the exact cosines are taken, and
# of so many reports all units: twice as many as the engine looks into.
_LOOKED_AT = 1_000
_REPORTS = 24


class UnitMatrix:
    """The vectors of sorted units, one row each, of unit length, loaded or mapped from disk."""

    def __init__(self, reports: Sequence[str], packed: Rows, vectors: Vectors) -> None:
        """Take the sorted report ids, the units as `pack` gives them, sorted, and their rows."""
        self._reports = tuple(reports)
        self._number = {report: number for number, report in enumerate(self._reports)}
        self._packed = packed
        self._vectors = vectors

    def __len__(self) -> int:
        return len(self._packed)

    def rows(self, units: Sequence[Unit]) -> Rows:
        """Return the row of each unit, -1 where it has no vector."""
        packed = np.fromiter(map(self._pack_unit, units), dtype=np.int64, count=len(units))
        if not len(self) or not len(packed):
            return np.full(len(packed), -1, dtype=np.int64)
        found = np.minimum(np.searchsorted(self._packed, packed), len(self) - 1)
        return np.where(self._packed[found] == packed, found, -1)

    def units(self, rows: Rows) -> tuple[Unit, ...]:
        """Return the unit of each row."""
        return tuple(
            Unit(self._reports[p >> 35], KINDS[p >> 32 & 7], p & 0xFFFFFFFF)
            for p in self._packed[rows].tolist()
        )

    def chosen(self, kinds: frozenset[UnitKind], reports: frozenset[str] | None) -> Rows:
        """Return the rows of these kinds and reports (None: all), in order."""
        if reports is None or len(reports) >= len(self._reports):
            rows = np.arange(len(self), dtype=np.int64)
        else:
            numbers = sorted(self._number[report] for report in reports if report in self._number)
            rows = self._rows_of(np.array(numbers, dtype=np.int64))
        if kinds >= set(KINDS):
            return rows
        return rows[_are_of(self._packed[rows], kinds)]

    def vectors(self, rows: Rows) -> Vectors:
        """Return the vectors of these rows; zeros for -1."""
        if not len(self):
            return np.zeros((len(rows), self._vectors.shape[1]), dtype=np.float32)
        found = np.asarray(self._vectors[np.maximum(rows, 0)], dtype=np.float32)
        found[rows < 0] = 0
        return found

    def cosines(self, vector: NDArray[np.float32], rows: Rows) -> NDArray[np.float32]:
        """Return the exact cosine with each row, rounded to 3 decimals; 0 for -1.

        Added up in double precision, so that the machine's way of adding changes no decimal.
        """
        exact = self.vectors(rows).astype(np.float64) @ vector.astype(np.float64)
        # Adding 0 turns -0.0 into 0.0.
        return (np.round(exact, 3) + 0.0).astype(np.float32)

    def best(self, vector: NDArray[np.float32], rows: Rows, k: int) -> Rows:
        """Return the ``k`` rows of ``rows`` with the highest cosine, best first, ties by unit.

        Past 40,000 rows those of the reports with the nearest passages and headings are compared.
        """
        if len(rows) > LOADED_ROWS:
            rows = self._promising(vector, rows)
        if len(rows) > k:
            every = len(rows) == len(self) and self._vectors.dtype == np.float32
            fast = (self._vectors if every else self.vectors(rows)) @ vector
            bar = np.partition(fast, len(fast) - k)[len(fast) - k] - _ROUNDING_MARGIN
            rows = rows[fast >= bar]
        cosines = self.cosines(vector, rows)
        return rows[np.lexsort((rows, -cosines))[:k]]

    def _promising(self, vector: NDArray[np.float32], rows: Rows) -> Rows:
        """Return the rows, among ``rows``, of the reports whose passages or headings are nearest.

        Which those are is first looked up by signs, then by exact cosines.
        """
        every = len(rows) == len(self)
        signed = self._signed if every else np.flatnonzero(np.isin(self._signed, rows))
        near = self._signatures.nearest(vector, None if every else signed, _LOOKED_AT)
        places = self._signed[near]
        cosines = self.cosines(vector, places)
        ranked = self._packed[places[np.lexsort((places, -cosines))]] >> 35
        first = np.sort(np.unique(ranked, return_index=True)[1])[:_REPORTS]
        found = self._rows_of(np.sort(ranked[first]))
        return found if every else np.intersect1d(found, rows)

    def _rows_of(self, numbers: Rows) -> Rows:
        """Return the rows of these reports, by their numbers, sorted."""
        starts = np.searchsorted(self._packed, numbers << 35)
        ends = np.searchsorted(self._packed, (numbers + 1) << 35)
        runs = [np.arange(s, e, dtype=np.int64) for s, e in zip(starts, ends, strict=True)]
        return np.concatenate(runs) if runs else np.zeros(0, dtype=np.int64)

    @cached_property
    def _signed(self) -> Rows:
        return np.flatnonzero(_are_of(self._packed, PLACE_KINDS))

    @cached_property
    def _signatures(self) -> Signatures:
        return Signatures(self._vectors, self._signed)

    def _pack_unit(self, unit: Unit) -> int:
        number = self._number.get(unit.report_id)
        return -1 if number is None else pack(number, unit.kind, unit.index)


def pack(report: int, kind: UnitKind, index: int) -> int:
    """Return one whole number that sorts as the unit does: report, kind, index."""
    return report << 35 | KINDS.index(kind) << 32 | index


def count_of(packed: Rows, kinds: Iterable[UnitKind]) -> int:
    """Return how many packed units are of these kinds."""
    return int(np.count_nonzero(_are_of(packed, kinds)))


def _are_of(packed: Rows, kinds: Iterable[UnitKind]) -> NDArray[np.bool_]:
    wanted = [KINDS.index(kind) for kind in sorted(kinds)]
    return np.isin(packed >> 32 & 7, wanted)


def packed_units(units: Sequence[tuple[str, str, int]], reports: Sequence[str]) -> Rows:
    """Return (report id, kind, index) of each unit as a number; ``reports`` gives their numbers."""
    number = {report: at for at, report in enumerate(reports)}
    packed = (pack(number[r], UnitKind(k), i) for r, k, i in units)
    return np.fromiter(packed, dtype=np.int64, count=len(units))
