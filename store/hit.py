"""What the retriever returns: units of reports with their scores."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
"""Row numbers of the matrix of vectors; -1 where a unit has no vector."""


class UnitKind(StrEnum):
    """The kinds of unit that are indexed, each an entry of a tuple of `ingest.report.Report`."""

    PASSAGE = "passage"
    SENTENCE = "sentence"
    FIGURE = "figure"
    HEADING = "heading"  # a `Section`'s heading


PLACE_KINDS = (UnitKind.PASSAGE, UnitKind.HEADING)
"""Places of a report: all that can be found stands in or under one. Chroma keeps their vectors."""


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """Which unit of which report: ``index`` counts into the report's tuple of that kind."""

    report_id: str
    kind: UnitKind
    index: int

    @property
    def key(self) -> str:
        """Return the id under which Chroma and SQLite know the unit.

        >>> Unit("terugblik-2024", UnitKind.FIGURE, 7).key
        'terugblik-2024/figure/7'
        """
        return f"{self.report_id}/{self.kind}/{self.index}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that a search found; ``rank`` counts from 1.

    ``score`` is the fused score (higher is better, comparable within one search only), ``cosine``
    the exact cosine with the query, rounded to three decimals, ``lexical`` the BM25 score (0 where
    no term matched; higher is better).
    """

    unit: Unit
    score: float
    cosine: float
    lexical: float
    rank: int
