"""What an ingest did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not go in; ``reason`` is Dutch and names the next step."""

    file_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class IngestResult:
    """Report ids, each tuple sorted; failures are sorted by file name.

    ``missing`` are reports whose file is gone and that were kept, since pruning was not asked for.
    ``generation`` is the one that answers now, "" where nothing could be indexed at all.
    """

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    missing: tuple[str, ...]
    failed: tuple[Failure, ...]
    generation: str
    seconds: float
