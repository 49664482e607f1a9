"""One line of JSON for a monitor: can the index answer, and how old is it."""

import json
from dataclasses import asdict

from store.freshness import freshness
from store.samples import sample_settings
from store.settings import Settings


def health_line(settings: Settings) -> tuple[str, bool]:
    """Return the state of the index as JSON, and whether it can answer.

    Without an index the samples answer: then their state is given, with ``"sample": true``.
    """
    found = freshness(settings)
    is_sample = not found.generation and found.problem.startswith("Er is nog geen index")
    if is_sample:
        found = freshness(sample_settings(settings))
    state = {"ok": not found.problem, "sample": is_sample, **asdict(found)}
    return json.dumps(state, ensure_ascii=False), not found.problem
