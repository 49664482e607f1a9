"""All vectors of a generation as one matrix, for exact cosines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from store.encoder import Vectors
from store.hit import Unit, UnitKind

Rows = NDArray[np.int64]
"""Row numbers of the matrix; -1 where a unit has no vector."""

_KINDS = tuple(sorted(UnitKind))
# Cosines are given with 3 decimals; what the fast float32 product puts this close below the k-th
# best may still belong to the best after rounding.
_ROUNDING_MARGIN = 0.0011


class UnitMatrix:
    """The vectors of sorted units, one row each, of unit length, possibly mapped from disk."""

    def __init__(self, units: Sequence[tuple[str, str, int]], vectors: Vectors) -> None:
        """Take units as (report id, kind, index), sorted, with their rows in the same order."""
        self._vectors = vectors
        self._reports = tuple(sorted({report for report, _, _ in units}))
        self._number = {report: number for number, report in enumerate(self._reports)}
        packed = (_pack(self._number[r], UnitKind(k), i) for r, k, i in units)
        self._packed: Rows = np.fromiter(packed, dtype=np.int64, count=len(units))

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
            Unit(self._reports[p >> 35], _KINDS[p >> 32 & 7], p & 0xFFFFFFFF)
            for p in self._packed[rows].tolist()
        )

    def chosen(self, kinds: frozenset[UnitKind], reports: frozenset[str] | None) -> Rows:
        """Return the rows of these kinds and reports (None: all), in order."""
        wanted = np.isin(self._packed >> 32 & 7, [_KINDS.index(kind) for kind in sorted(kinds)])
        if reports is not None:
            numbers = [self._number[report] for report in sorted(reports) if report in self._number]
            wanted &= np.isin(self._packed >> 35, numbers)
        return np.flatnonzero(wanted)

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
        """Return the ``k`` rows of ``rows`` with the highest cosine, best first, ties by unit."""
        if len(rows) > k:
            every = len(rows) == len(self)
            fast = (self._vectors if every else self._vectors[rows]) @ vector
            bar = np.partition(fast, len(fast) - k)[len(fast) - k] - _ROUNDING_MARGIN
            rows = rows[fast >= bar]
        cosines = self.cosines(vector, rows)
        return rows[np.lexsort((rows, -cosines))[:k]]

    def _pack_unit(self, unit: Unit) -> int:
        number = self._number.get(unit.report_id)
        return -1 if number is None else _pack(number, unit.kind, unit.index)


def _pack(report: int, kind: UnitKind, index: int) -> int:
    """Return one whole number that sorts as the unit does: report, kind, index."""
    return report << 35 | _KINDS.index(kind) << 32 | index
