"""Where the time goes when one report is added: seconds per stage of an ingest."""

from collections.abc import Callable, Mapping

from evals.bench.stages import Clock, replaced
from store import build, writer
from store.catalog import Catalog
from store.matrix_writer import MatrixWriter
from store.vectors import VectorStore

REST = "reading, planning and all else"
_PARTS = (
    ("checking the last generation", build, "check_catalog"),
    ("looking for files", build, "find_files"),
    ("copying the last generation", writer, "new_generation"),
    ("texts, words and layout", Catalog, "add"),
    ("encoding", writer, "_encode"),
    ("Chroma", VectorStore, "__init__"),
    ("Chroma", VectorStore, "add"),
    ("Chroma", VectorStore, "check_count"),
    ("Chroma", VectorStore, "close"),
    ("SQLite's commit", Catalog, "commit"),
    ("the old matrix", MatrixWriter, "__init__"),
    ("the new matrix", MatrixWriter, "finish"),
    ("checksums", writer, "checksums"),
    ("waiting for the disk", writer, "publish"),
    ("cleaning up", build, "clean"),
)


def seconds_per_stage(work: Callable[[], object]) -> Mapping[str, float]:
    """Do ``work``, an ingest, and return the seconds of its stages, with all under "in all"."""
    clock = Clock()
    with replaced(clock, _PARTS):
        clock.timed(REST, work)()
    return {"in all": sum(clock.seconds.values()), **clock.seconds}
