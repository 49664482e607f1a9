"""The stored text of a report, wherever below the store it lies: spans count its characters."""

from collections.abc import Iterator
from pathlib import Path

from ingest.errors import BadInput, RaadsbronError
from ingest.report import Report
from store.index import open_index
from store.samples import sample_settings
from store.settings import Settings
from ui.terminal.archive import FOLDER_STORES


def stored_report(settings: Settings, document: str) -> Report:
    """Return the report with this id or file name: the user's own before the samples.

    Reports that were read with ``--reports`` come last, the newest first.

    Raises:
        BadInput: when no index has it; the message lists what there is.
    """
    known: list[str] = []
    for store in _stores(settings):
        try:
            index = open_index(store)
        except RaadsbronError:  # nothing there, or of another version: the next one may have it
            continue
        with index:
            for card in index.cards:
                if document in (card.id, card.file_name):
                    return index.report(card.id)
            known += (card.id for card in index.cards)
    there = f"Wel: {', '.join(sorted(set(known)))}." if known else "Er is nog niets ingelezen."
    message = f"Er is geen rapport '{document}' in {settings.store}. {there}"
    raise BadInput(message)


def _stores(settings: Settings) -> Iterator[Path]:
    yield settings.store
    yield sample_settings(settings).store
    folder = settings.store / FOLDER_STORES
    if folder.is_dir():
        yield from sorted(folder.iterdir(), key=lambda path: -path.stat().st_mtime)
