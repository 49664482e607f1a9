"""Whether an index can answer and how old it is: cheap enough for a health check every minute."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ingest.errors import StoreMismatch, StoreMissing
from store.generation import current_generation
from store.manifest import read_manifest
from store.settings import Settings


@dataclass(frozen=True, slots=True)
class Freshness:
    """``created`` is ISO time in UTC and ``age_seconds`` is since then, "" and None without index.

    ``reports`` is a count. ``problem`` is Dutch, "" where there is an index of this version.
    """

    generation: str
    created: str
    age_seconds: float | None
    reports: int
    problem: str


def freshness(settings: Settings, now: datetime | None = None) -> Freshness:
    """Return how fresh the index of ``settings.store`` is; opens neither texts nor vectors.

    A clock that was set back gives age 0, never a negative one.
    """
    try:
        name = current_generation(settings.store)
        if name is None:
            return Freshness("", "", None, 0, "Er is nog geen index.")
        manifest = read_manifest(settings.store / name)
    except (OSError, StoreMissing, StoreMismatch) as error:
        return Freshness("", "", None, 0, str(error))
    age = (now or datetime.now(UTC)) - datetime.fromisoformat(manifest.created)
    seconds = max(0.0, age.total_seconds())
    return Freshness(name, manifest.created, seconds, manifest.reports, "")
