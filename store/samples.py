"""The sample reports that come along, in a store of their own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ingest.errors import StoreMismatch, StoreMissing
from store.build import ingest
from store.encoder import Encoder
from store.generation import current_generation
from store.progress import Progress
from store.settings import Settings

# In a checkout and in an installed wheel alike, docs/reports lies beside this package.
SAMPLE_FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reports"
SAMPLE_STORE = "samples"


def sample_settings(settings: Settings) -> Settings:
    """Return the settings of the samples' own store, a folder inside the user's.

    >>> sample_settings(Settings(store=Path("index"))).store.as_posix()
    'index/samples'
    """
    return replace(settings, store=settings.store / SAMPLE_STORE)


def index_samples(
    settings: Settings,
    encoder: Encoder | Callable[[], Encoder],
    progress: Callable[[Progress], None] | None = None,
    folder: Path = SAMPLE_FOLDER,
) -> Settings:
    """Bring the samples' store up to date with ``folder``, and return its settings.

    Costs milliseconds where nothing changed. An index of an older version or of another model is
    made anew without asking: nothing of the user's is in it.

    Raises:
        RaadsbronError: when it can't be written, or another process is writing it for too long.
    """
    samples = sample_settings(settings)
    try:
        ingest([folder], samples, encoder, prune=True, progress=progress)
    except (StoreMismatch, StoreMissing):
        ingest([folder], samples, encoder, rebuild=True, progress=progress)
    return samples


def has_own_reports(settings: Settings) -> bool:
    """Return whether the user's own store has an index; until then the samples answer."""
    try:
        return current_generation(settings.store) is not None
    except StoreMissing:  # damaged: that must be said, not covered with samples
        return True
