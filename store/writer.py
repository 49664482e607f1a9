"""Makes one generation: reports, units and vectors go in, then it is published or thrown away."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from ingest.errors import RaadsbronError
from ingest.report import Report
from store.catalog import Catalog
from store.checksums import checksums
from store.contexts import UnitText, unit_texts
from store.encoder import Encoder, Vectors
from store.generation import (
    CATALOG_NAME,
    CHROMA_NAME,
    UNITS_NAME,
    VECTORS_NAME,
    discard,
    new_generation,
    publish,
)
from store.hit import PLACE_KINDS, Rows
from store.manifest import Manifest
from store.matrix_writer import MatrixWriter
from store.renew import renew_chroma
from store.schema import SCHEMA_VERSION
from store.unit_list import units_of
from store.vectors import VectorStore, chroma_keys

# Texts go to the encoder in runs of about equal length, several of its batches each, so that the
# progress bar moves every few seconds.
_RUN = 256
_NONE: Rows = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Maker:
    """What a manifest says of the model: see `store.manifest.Manifest`."""

    model: str
    setting: str
    dimension: int


class GenerationWriter:
    """A generation that nobody sees until `publish`; leaving without it throws it away."""

    def __init__(self, store: Path, old: Manifest | None) -> None:
        """Start an empty generation, or a copy of the one that ``old`` describes."""
        self._published = False
        self._forgets = False
        # Chroma never gives back the room of deleted vectors (1.7 MB per 1,000, measured over 25
        # replacements), so its files are made anew once more was deleted than there is.
        worn = old is not None and old.deleted > old.places
        self._deleted = 0 if old is None or worn else old.deleted
        copy_of = old.generation if old else None
        anew = (VECTORS_NAME, UNITS_NAME, *((CHROMA_NAME,) if worn else ()))
        self._folder = new_generation(store, copy_of, without=anew)
        with ExitStack() as opened:
            opened.callback(lambda: discard(self._folder))
            self._catalog = opened.enter_context(Catalog(self._folder / CATALOG_NAME, write=True))
            if old is None:
                self._catalog.create()
            reports = self._catalog.report_ids()
            units = units_of(store / old.generation, self._catalog, old.units) if old else _NONE
            self._matrix = MatrixWriter(self._folder, old, reports, units)
            opened.callback(self._matrix.close)
            fresh = old is None or worn
            self._chroma = opened.enter_context(
                VectorStore(self._folder / CHROMA_NAME, create=fresh)
            )
            if old is not None and worn:
                self._take_over(store / old.generation / CHROMA_NAME, old.dimension)
            opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._matrix.close()
        self._chroma.close()
        self._catalog.close()
        if not self._published:
            discard(self._folder)

    def remove(self, report_id: str, *, for_good: bool = False) -> None:
        """Take out one report with its units and vectors.

        ``for_good`` leaves nothing of it in any file of the generation, which costs a second for
        each 2,000 units that stay; otherwise Chroma's files keep its id and vectors for a while.
        """
        self._forgets |= for_good
        keys = chroma_keys(self._catalog.unit_rows(report_id))
        self._chroma.delete(keys)
        self._deleted += len(keys)
        self._matrix.remove(report_id)
        self._catalog.remove(report_id)

    def add(
        self, report: Report, folder: str, encoder: Encoder, progress: Callable[[float], None]
    ) -> None:
        """Put in one report; ``progress`` gets the share that is encoded, from 0 to 1.

        Each report is encoded by itself and in an order of its own, so that its vectors depend
        neither on other reports nor on the order of files.
        """
        texts = unit_texts(report)
        self._catalog.add(report, folder, texts)
        if texts:
            vectors = _encode(texts, encoder, progress)
            self._matrix.add(report.id, texts, vectors)
            places = [at for at, text in enumerate(texts) if text.unit.kind in PLACE_KINDS]
            self._chroma.add(tuple(texts[at].unit.key for at in places), vectors[places])

    def publish(self, maker: Maker, folders: Sequence[str]) -> str:
        """Finish the generation, make it the one that answers, and return its name."""
        self._catalog.commit()
        reports = self._catalog.report_ids()
        units, places = self._matrix.finish(reports, maker.dimension)
        self._chroma.check_count(places)  # proves that Chroma has them
        self._chroma.close()
        self._catalog.close()
        if self._forgets:
            self._deleted = 0
            renew_chroma(self._folder, maker.dimension)
        manifest = Manifest(
            generation=self._folder.name,
            schema=SCHEMA_VERSION,
            model=maker.model,
            setting=maker.setting,
            dimension=maker.dimension,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            reports=len(reports),
            units=units,
            places=places,
            folders=tuple(folders),
            deleted=self._deleted,
            checksums=checksums(self._folder),
        )
        manifest.write(self._folder)
        publish(self._folder)
        self._published = True
        return self._folder.name

    def _take_over(self, folder: Path, dimension: int) -> None:
        """Put the vectors of the old collection in ``folder`` into the new one."""
        keys = chroma_keys(self._catalog.unit_rows())
        with VectorStore(folder) as old:
            self._chroma.add(keys, old.get(keys, dimension))


def _encode(
    texts: Sequence[UnitText], encoder: Encoder, progress: Callable[[float], None]
) -> Vectors:
    """Return one row per text; equal texts are encoded once, short ones before long ones."""
    unique = sorted({text.embedded for text in texts}, key=lambda text: (len(text), text))
    runs = []
    for start in range(0, len(unique), _RUN):
        runs.append(encoder.encode_passages(unique[start : start + _RUN]))
        progress(min(start + _RUN, len(unique)) / len(unique))
    encoded = np.concatenate(runs)
    if encoded.shape != (len(unique), encoder.dimension) or not np.isfinite(encoded).all():
        message = (
            f"Het model {encoder.name} gaf geen bruikbare vectoren: {encoded.shape} in plaats van "
            f"({len(unique)}, {encoder.dimension}), of geen getallen. Kies een ander model."
        )
        raise RaadsbronError(message)
    row = {text: number for number, text in enumerate(unique)}
    return np.asarray(encoded[[row[text.embedded] for text in texts]], dtype=np.float32)
