"""Settings of the store, passed in by the command line and the page; no global is read."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGED_MODEL = "packaged"
"""Name of the model that comes along: multilingual-e5-small, see `store.packaged_model`."""

_ON = ("1", "ja", "aan", "true", "yes", "on")  # RAADSBRON_OCR; anything else is off


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the index lies, which model makes it, and whose reports are meant.

    ``model`` is `PACKAGED_MODEL` or any sentence-transformers name or folder. ``cache`` holds the
    converted model. ``municipality`` is the own municipality: questions that name no other mean it.
    ``ocr`` has pages without text read by text recognition, which must be installed for it.
    """

    store: Path = Path(".raadsbron")
    model: str = PACKAGED_MODEL
    cache: Path = Path.home() / ".cache" / "raadsbron"
    municipality: str | None = None
    ocr: bool = False

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Return the settings that RAADSBRON_STORE, _MODEL, _CACHE, _GEMEENTE and _OCR give."""
        default = cls()
        return cls(
            store=Path(environ.get("RAADSBRON_STORE") or default.store),
            model=environ.get("RAADSBRON_MODEL") or default.model,
            cache=Path(environ.get("RAADSBRON_CACHE") or default.cache),
            municipality=environ.get("RAADSBRON_GEMEENTE") or None,
            ocr=(environ.get("RAADSBRON_OCR") or "").lower() in _ON,
        )
