"""The folder of uploaded reports: files go in and out as the index says, also after a kill.

A change puts new files in place and the old ones aside. Then the index is made, and `settle` looks
which of them are in it: those stay or come back, the others go. It does not matter whether the
index was made, failed or was killed half-way, for its generations are whole.
"""

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import BadInput, StoreBusy
from ui.upload_rules import Taken

FOLDER_NAME = "uploads"
BUSY = "Iemand anders voegt nu een rapport toe of haalt er een weg. Probeer het zo opnieuw."
_LOCK_NAME = "uploads.lock"
_NEW, _OLD = ".nieuw", ".oud"  # hidden, so that no ingest reads them


@dataclass(frozen=True, slots=True)
class UploadFolder:
    """The uploads of one store, in ``path``; files in it have names that are no paths."""

    path: Path

    @classmethod
    def of_store(cls, store: Path) -> "UploadFolder":
        """Return the folder that belongs to a store; it need not be there yet."""
        return cls(store / FOLDER_NAME)

    def names(self) -> tuple[str, ...]:
        """Return the names of the files, sorted."""
        return tuple(path.name for path in _files(self.path))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for one change, making it where it is not there yet.

        Raises:
            StoreBusy: when someone else is changing it; people are told so, and don't wait.
        """
        # The text of reports lies here; nobody else on the machine needs to read it.
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(self.path.parent / _LOCK_NAME)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise StoreBusy(BUSY) from None
        try:
            yield
        finally:
            lock.release()

    def put(self, files: Sequence[Taken]) -> None:
        """Put files in, each in the place of the one of its name; `settle` afterwards."""
        draft = self._hidden(_NEW)
        for file in files:
            _write(draft / file.name, file.data)
        for file in files:
            self._set_aside(file.name)
            (draft / file.name).replace(self.path / file.name)
            (draft / file.name).touch()  # says which file is new, until it is settled

    def take_out(self, name: str) -> None:
        """Take a file out; `settle` afterwards.

        Raises:
            BadInput: when there is none of that name.
        """
        if name not in self.names():
            message = "Dit rapport is er niet meer. Ververs de bladzijde."
            raise BadInput(message)
        self._set_aside(name)

    def settle(self, indexed: Collection[str]) -> None:
        """Keep what is in the index and delete what is not; ``indexed`` are sha256 of reports.

        Touches only files of a change that was not settled yet.
        """
        for new in _files(self.path / _NEW):
            placed = self.path / new.name
            if placed.exists() and _sha256(placed) not in indexed:
                placed.unlink()
        for old in _files(self.path / _OLD):
            if _sha256(old) in indexed:
                old.replace(self.path / old.name)
        for name in (_NEW, _OLD):
            shutil.rmtree(self.path / name, ignore_errors=True)

    def _set_aside(self, name: str) -> None:
        if (self.path / name).exists():
            (self.path / name).replace(self._hidden(_OLD) / name)

    def _hidden(self, name: str) -> Path:
        (self.path / name).mkdir(mode=0o700, exist_ok=True)
        return self.path / name


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder by name, without hidden ones and links."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
