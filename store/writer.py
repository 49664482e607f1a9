"""Makes one generation: reports, units and vectors go in, then it is published or thrown away."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from ingest.errors import RaadsbronError
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
from store.incoming import Incoming
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
        self, incoming: Sequence[Incoming], encoder: Encoder, progress: Callable[[float], None]
    ) -> None:
        """Put in reports; ``progress`` gets the share of them that is encoded, from 0 to 1.

        They are encoded together, which gives the same vectors as one by one (see
        `store.fixed_batches`): a text's vector depends neither on other reports nor on their order.
        """
        every = [(one, unit_texts(one.report)) for one in incoming]
        embedded = {text.embedded for _, texts in every for text in texts}
        vectors = _encode(embedded, encoder, progress)
        for one, texts in every:
            self._catalog.add(one.report, one.folder, texts)
            if texts:
                self._add_vectors(one.report.id, texts, vectors)

    def _add_vectors(
        self, report_id: str, texts: Sequence[UnitText], vectors: Mapping[str, Vectors]
    ) -> None:
        rows = np.stack([vectors[text.embedded] for text in texts])
        self._matrix.add(report_id, texts, rows)
        places = [at for at, text in enumerate(texts) if text.unit.kind in PLACE_KINDS]
        self._chroma.add(tuple(texts[at].unit.key for at in places), rows[places])

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
    texts: Collection[str], encoder: Encoder, progress: Callable[[float], None]
) -> Mapping[str, Vectors]:
    """Return the row of each text; short ones are encoded before long ones."""
    if not texts:
        return {}
    ordered = sorted(texts, key=lambda text: (len(text), text))
    runs = []
    for start in range(0, len(ordered), _RUN):
        runs.append(encoder.encode_passages(ordered[start : start + _RUN]))
        progress(min(start + _RUN, len(ordered)) / len(ordered))
    encoded = np.concatenate(runs)
    if encoded.shape != (len(ordered), encoder.dimension) or not np.isfinite(encoded).all():
        message = (
            f"Het model {encoder.name} gaf geen bruikbare vectoren: {encoded.shape} in plaats van "
            f"({len(ordered)}, {encoder.dimension}), of geen getallen. Kies een ander model."
        )
        raise RaadsbronError(message)
    return dict(zip(ordered, np.asarray(encoded, dtype=np.float32), strict=True))
