"""Adds and removes uploaded reports, and reads all again; the old index answers meanwhile."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import BadInput, StoreBusy
from store.build import ingest
from store.card import ReportCard
from store.encoder import Encoder
from store.generation import current_generation
from store.index import open_index
from store.ingest_result import IngestResult
from store.progress import Progress
from store.settings import Settings
from ui.upload_folder import BUSY, UploadFolder
from ui.upload_rules import MOST_FILES, Offered, Refused, Taken, taken

_WAIT = 20.0  # seconds for another writer: a person is looking on, and can try again

Tell = Callable[[Progress], None]
OpenEncoder = Callable[[], Encoder]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a change: reports that went in or out, and files that did not, in that order.

    ``replaced`` are titles; ``removed`` is a file name, "" for none. ``all_again`` counts the
    reports that were read anew, 0 where that was not asked.
    """

    added: tuple[ReportCard, ...] = ()
    replaced: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    removed: str = ""
    all_again: int = 0


class ReportChanges:
    """Changes to the reports of one store. Each is whole or not at all, and there is one at a time.

    ``settings`` are those of the user's own store, never of the samples.
    """

    def __init__(self, settings: Settings, encoder: OpenEncoder) -> None:
        self._settings = settings
        self._encoder = encoder
        self._folder = UploadFolder.of_store(settings.store.absolute())

    def uploaded(self) -> tuple[str, ...]:
        """Return the file names of the reports that were added on the page, sorted."""
        return self._folder.names()

    def has_index(self) -> bool:
        """Return whether anything was ever read in; the samples don't count."""
        return current_generation(self._settings.store) is not None

    def add(self, offered: Sequence[Offered], tell: Tell) -> Done:
        """Read files in; each goes in whole or is refused with a reason.

        Raises:
            StoreBusy: when someone else is writing.
            RaadsbronError: when the index can't be written; nothing has changed then.
        """
        with self._change():
            known = self._folder.names()
            files, refused = _sorted_out(offered, known, self._indexed())
            if not files:
                return Done(refused=refused)
            self._folder.put(files)
            result = self._ingest(tell, prune=False)
        failed = tuple(Refused(each.file_name, each.reason) for each in result.failed)
        return self._told(files, (*refused, *failed), known)

    def remove(self, name: str, tell: Tell) -> Done:
        """Take one uploaded report out of the index, and delete its file.

        Raises:
            BadInput: when no uploaded file has that name.
            StoreBusy, RaadsbronError: as for `add`.
        """
        with self._change():
            self._folder.take_out(name)
            self._ingest(tell, prune=True)
        return Done(removed=name)

    def read_again(self, tell: Tell) -> Done:
        """Make the index anew from all its folders.

        Raises:
            BadInput: when a folder is gone, since its reports would be lost.
            StoreBusy, RaadsbronError: as for `add`.
        """
        with self._change():
            folders = self._folders()
            result = self._ingest(tell, folders=folders, prune=False)
        refused = tuple(Refused(f.file_name, f.reason) for f in result.failed)
        return Done(all_again=len(result.added), refused=refused)

    def _ingest(
        self, tell: Tell, *, prune: bool, folders: Sequence[Path] | None = None
    ) -> IngestResult:
        try:
            return ingest(
                folders or [self._folder.path], self._settings, self._encoder, prune=prune,
                rebuild=folders is not None, progress=tell, wait=_WAIT,
            )  # fmt: skip
        except StoreBusy:
            raise StoreBusy(BUSY) from None

    def _cards(self) -> tuple[ReportCard, ...]:
        if not self.has_index():
            return ()
        with open_index(self._settings.store) as index:
            return index.cards

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Hold the folder, and leave it as the index says, however the change ends."""
        with self._folder.locked():
            self._folder.settle(self._indexed())
            try:
                yield
            finally:
                self._folder.settle(self._indexed())

    def _indexed(self) -> set[str]:
        return {card.sha256 for card in self._cards()}

    def _folders(self) -> tuple[Path, ...]:
        with open_index(self._settings.store) as index:
            folders = tuple(Path(folder) for folder in index.folders)
        gone = next((folder.name for folder in folders if not folder.exists()), None)
        if gone is not None:
            message = (
                f"De map {gone} is er niet meer. De rapporten kunnen niet opnieuw worden gelezen; "
                "de huidige blijven antwoorden. Vraag de beheerder om hulp."
            )
            raise BadInput(message)
        return folders

    def _told(
        self, files: Sequence[Taken], refused: tuple[Refused, ...], known: Sequence[str]
    ) -> Done:
        hashes = {_sha256(file.data): file.name for file in files}
        cards = tuple(card for card in self._cards() if card.sha256 in hashes)
        replaced = tuple(card.title for card in cards if hashes[card.sha256] in known)
        return Done(cards, replaced, refused)


def _sorted_out(
    offered: Sequence[Offered], known: Sequence[str], read: set[str]
) -> tuple[tuple[Taken, ...], tuple[Refused, ...]]:
    """Return the files to read and those that are refused before anything is read.

    ``known`` are the names in the folder, ``read`` the sha256 of each report in the index.
    """
    names = {_stem(name): name for name in known}
    seen, replaceable = set(read), set(known)
    files: list[Taken] = []
    refused: list[Refused] = []
    for number, each in enumerate(offered):
        file = taken(each) if number < MOST_FILES else Refused(each.name[:100], _TOO_MANY)
        if isinstance(file, Refused):
            refused.append(file)
        elif _sha256(file.data) in seen:
            refused.append(Refused(file.name, "Dit rapport staat er al in."))
        elif not _is_free(file.name, names, replaceable):
            refused.append(Refused(file.name, _SAME_NAME))
        else:
            names[_stem(file.name)] = file.name
            replaceable.discard(file.name)
            seen.add(_sha256(file.data))
            files.append(file)
    return tuple(files), tuple(refused)


def _is_free(name: str, names: Mapping[str, str], replaceable: Collection[str]) -> bool:
    """Return whether a file may have this name: a new one, or that of the file it replaces.

    ``names`` has the name for each stem: those in the folder and those of this batch.
    """
    holder = names.get(_stem(name))
    return holder is None or (holder == name and name in replaceable)


def _stem(name: str) -> str:
    """Return what a report is called, however its name is written: no two may differ in case."""
    return name.rpartition(".")[0].casefold()


_TOO_MANY = f"U kunt {MOST_FILES} bestanden tegelijk toevoegen. Voeg dit bestand daarna toe."
_SAME_NAME = (
    "Er is al een rapport met deze naam. Geef het bestand een andere naam, of verwijder eerst het "
    "andere rapport."
)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
