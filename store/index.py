"""The index as the answer engine sees it: reports, cosines and hybrid search, read only."""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from ingest.errors import BadInput, StoreMissing
from ingest.report import Report
from store.card import ReportCard
from store.catalog import Catalog
from store.checksums import check_catalog, is_whole
from store.encoder import Encoder, Vectors
from store.fuse import fuse
from store.generation import CATALOG_NAME, CHROMA_NAME, VECTORS_NAME, current_generation
from store.hit import PLACE_KINDS, Hit, Unit, UnitKind
from store.layout import Layout
from store.lexical import match_query
from store.manifest import Manifest, check_model, read_manifest
from store.matrix import UnitMatrix
from store.matrix_file import LOADED_ROWS, load_matrix
from store.reader import ALL_KINDS
from store.repair_hint import REPAIR_HINT
from store.unit_list import units_of
from store.vectors import check_vectors

# Each of the two rankings is this deep before they are fused. On two real reports 1,000 gave other
# first ten hits for 20 of 165 questions, through units that both rank low.
_DEPTH = 200
# A writer may swap and clean between reading the pointer and opening; more than twice is no race.
_ATTEMPTS = 5


def open_index(store: Path, encoder: Encoder | None = None) -> "Index":
    """Return the generation that answers now; it goes on answering when a newer one comes.

    Raises:
        StoreMissing: when nothing was indexed yet, or files of the index are gone.
        StoreMismatch: when the index is of another schema, or not made by ``encoder``.
    """
    for attempt in range(_ATTEMPTS):
        name = current_generation(store)
        if name is None:
            message = (
                f"Er is nog geen index in {store}. Lees eerst rapporten in met: "
                "raadsbron ingest MAP"
            )
            raise StoreMissing(message)
        try:
            return _open(store / name, encoder)
        except (OSError, sqlite3.Error, StoreMissing) as error:
            if attempt + 1 < _ATTEMPTS and current_generation(store) != name:
                continue
            if isinstance(error, StoreMissing):
                raise
            message = f"De index in {store / name} is niet te lezen: {error}. {REPAIR_HINT}"
            raise StoreMissing(message) from error
    raise AssertionError


class Index:
    """One open generation. May be used from several threads; `close` it when done."""

    def __init__(
        self, manifest: Manifest, catalog: Catalog, matrix: UnitMatrix, folder: Path
    ) -> None:
        self.generation = manifest.generation
        self.model = manifest.model
        self.dimension = manifest.dimension
        self.cards: tuple[ReportCard, ...] = catalog.cards()
        self.folders = manifest.folders
        self._catalog = catalog
        self._matrix = matrix
        self._folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the generation go, so that it can be cleaned once it is no longer current."""
        self._catalog.close()

    def is_current(self) -> bool:
        """Return whether no newer generation has come; reads one small file.

        A pointer that got damaged brings nothing newer: this index goes on answering.
        """
        try:
            return current_generation(self._folder.parent) == self.generation
        except StoreMissing:
            return True

    @property
    def unit_count(self) -> int:
        """Return the number of units that can be found."""
        return len(self._matrix)

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """Return word form -> number of sentences, figures and headings it stands in, sorted."""
        return self._catalog.vocabulary()

    def frequency(self, word: str) -> int:
        """Return in how many sentences, figures and headings a lower-cased word form stands."""
        return self.vocabulary.get(word, 0)

    def report(self, report_id: str) -> Report:
        """Return a report as it was read.

        Raises:
            BadInput: when there is none of that id.
        """
        found = self._catalog.report(report_id)
        if found is None:
            message = (
                f"Er is geen rapport '{report_id}' in de index. Zie de lijst met: raadsbron reports"
            )
            raise BadInput(message)
        return found

    def layout(self, report_id: str) -> Layout | None:
        """Return what was worked out of a report when it was read, None for an unknown id."""
        return self._catalog.layout(report_id)

    def search(
        self,
        text: str,
        vector: NDArray[np.float32],
        *,
        kinds: frozenset[UnitKind] = ALL_KINDS,
        reports: frozenset[str] | None = None,
        k: int = 50,
    ) -> tuple[Hit, ...]:
        """Return the ``k`` best units by words and by meaning, best first, ties by unit.

        ``vector`` is the encoded question; ``reports`` limits the search to these ids (None: all).
        In a large archive words are looked for in passages and headings, and meaning among the
        units of the reports that have the nearest of those.
        """
        flat = self._flat(vector)
        depth = max(k, _DEPTH)
        if reports is not None and len(reports) >= len(self.cards):
            reports = None
        chosen = self._matrix.chosen(kinds, reports)
        near = self._matrix.units(self._matrix.best(flat, chosen, depth))
        query = match_query(text)
        large = len(self._matrix) > LOADED_ROWS and kinds >= set(PLACE_KINDS)
        read = frozenset(PLACE_KINDS) if large else kinds
        matched = self._catalog.matches(query, read, reports, depth) if query else ()
        fused = fuse((near, tuple(unit for unit, _ in matched)))[:k]
        cosines = self.cosines(flat, tuple(unit for unit, _ in fused)).tolist()
        lexical = dict(matched)
        return tuple(
            Hit(unit, score, round(cosine, 3), lexical.get(unit, 0.0), rank)
            for rank, ((unit, score), cosine) in enumerate(zip(fused, cosines, strict=True), 1)
        )

    def cosines(self, vector: NDArray[np.float32], units: Sequence[Unit]) -> NDArray[np.float32]:
        """Return the exact cosine with each unit, rounded to 3 decimals; 0 for one without text."""
        return self._matrix.cosines(self._flat(vector), self._matrix.rows(units))

    def vectors(self, units: Sequence[Unit]) -> Vectors:
        """Return the vector of each unit, (n, dimension), in order; zeros for one without text."""
        return self._matrix.vectors(self._matrix.rows(units))

    def _flat(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        flat = np.asarray(vector, dtype=np.float32).reshape(-1)
        if len(flat) != self.dimension:
            message = f"een vector van {self.dimension} getallen verwacht, {len(flat)} gekregen"
            raise BadInput(message)
        return flat


def _open(folder: Path, encoder: Encoder | None) -> Index:
    manifest = read_manifest(folder)
    if encoder is not None:
        check_model(manifest, encoder.name, encoder.dimension)
    check_catalog(folder, manifest)
    catalog = Catalog(folder / CATALOG_NAME)
    try:
        return Index(manifest, catalog, _matrix(folder, catalog, manifest), folder)
    except BaseException:
        catalog.close()
        raise


def _matrix(folder: Path, catalog: Catalog, manifest: Manifest) -> UnitMatrix:
    """Return the vectors with the units that they are of.

    Raises:
        StoreMissing: when they are gone or damaged; of a large file only the length is looked at.
    """
    check_vectors(folder / CHROMA_NAME)
    reports = catalog.report_ids()
    units = units_of(folder, catalog, manifest.units)
    vectors = load_matrix(folder, len(units), manifest.dimension)
    small = len(units) <= LOADED_ROWS
    if vectors is None or (small and not is_whole(folder, VECTORS_NAME, manifest.checksums)):
        message = f"De vectoren van de index in {folder} zijn weg of beschadigd. {REPAIR_HINT}"
        raise StoreMissing(message)
    return UnitMatrix(reports, units, vectors)
