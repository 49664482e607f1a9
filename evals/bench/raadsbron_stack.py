"""Raadsbron, as it is used."""

from pathlib import Path

from answer.engine import open_engine
from evals.bench.stack import Ask, CountedEncoder, Encoded, Stack
from store.build import ingest
from store.open_encoder import bulk_encoder
from store.settings import Settings


def raadsbron_stack() -> Stack:
    """Return Raadsbron."""
    return Stack(_index, _open)


def _index(folder: Path, settings: Settings) -> Encoded:
    encoded = Encoded()
    ingest(
        [folder],
        settings,
        lambda: CountedEncoder(bulk_encoder(settings), encoded),
        formats=("pdf",),
    )
    return encoded


def _open(settings: Settings) -> Ask:
    engine = open_engine(settings)
    return lambda question: engine.ask(question).text
