"""Reads the reports anew where an older version of Raadsbron made the index."""

from ingest.errors import StoreMissing
from store.generation import current_generation
from store.manifest import older_folders
from store.progress import Tell
from store.repair import OpenEncoder, repair
from store.settings import Settings


def upgrade(settings: Settings, open_encoder: OpenEncoder, progress: Tell | None = None) -> bool:
    """Return whether the index was of an older version and has been made anew.

    The old one stays until the new one is complete. Costs the reading of one small file otherwise.

    Raises:
        RaadsbronError: when reports of it are no longer in their folders, which are named.
        StoreMismatch: when a newer version of Raadsbron made it.
    """
    try:
        name = current_generation(settings.store)
    except StoreMissing:  # damaged: whoever opens it says so
        return False
    if name is None or older_folders(settings.store / name) is None:
        return False
    repair(settings, open_encoder, progress=progress)
    return True
