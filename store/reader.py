"""What answering asks of an open index, whatever it is kept in."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ingest.report import Report
from store.card import ReportCard
from store.hit import Hit, Unit, UnitKind
from store.layout import Layout

ALL_KINDS = frozenset(UnitKind)
"""Every kind of unit that can be found."""


class Reader(Protocol):
    """One state of an archive, which never changes; may be used from several threads.

    `store.index.Index` is the one there is. Another engine (see docs/scaling.md) has to give the
    same units in the same order: ties by unit, cosines exact and rounded to three decimals.
    """

    @property
    def generation(self) -> str:
        """Return the name of this state."""
        ...

    @property
    def cards(self) -> tuple[ReportCard, ...]:
        """Return what there is, a card per report, sorted by id."""
        ...

    @property
    def folders(self) -> tuple[str, ...]:
        """Return the folders that the reports came from."""
        ...

    @property
    def unit_count(self) -> int:
        """Return the number of units that can be found."""
        ...

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """Return word form -> number of sentences, figures and headings it stands in, sorted."""
        ...

    def report(self, report_id: str) -> Report:
        """Return a report as it was read; raises BadInput for an unknown id."""
        ...

    def layout(self, report_id: str) -> Layout | None:
        """Return what was worked out of a report when it was read, None for an unknown id."""
        ...

    def search(
        self,
        text: str,
        vector: NDArray[np.float32],
        *,
        kinds: frozenset[UnitKind] = ALL_KINDS,
        reports: frozenset[str] | None = None,
        k: int = 50,
    ) -> tuple[Hit, ...]:
        """Return the ``k`` best units by words and by meaning, best first."""
        ...

    def cosines(self, vector: NDArray[np.float32], units: Sequence[Unit]) -> NDArray[np.float32]:
        """Return the exact cosine with each unit, rounded to 3 decimals; 0 for one without text."""
        ...

    def is_current(self) -> bool:
        """Return whether nothing newer has come; cheap enough to ask before every question."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
