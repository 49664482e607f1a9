"""One writer at a time, also across processes; the lock of a killed writer is free at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import RaadsbronError, StoreBusy

LOCK_NAME = "write.lock"


@contextmanager
def write_lock(
    store: Path, wait: float, on_wait: Callable[[], None] | None = None
) -> Iterator[None]:
    """Hold the store's write lock; a second writer waits at most ``wait`` seconds.

    ``on_wait`` is called once when another process holds it, before waiting.

    Raises:
        StoreBusy: when the other one still writes after ``wait`` seconds.
        RaadsbronError: when the store's folder can't be made or written in.
    """
    lock = FileLock(_lock_file(store))
    try:
        _acquire(lock, store, wait, on_wait)
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, store: Path, wait: float, on_wait: Callable[[], None] | None) -> None:
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if on_wait is not None and wait > 0:
                on_wait()
            lock.acquire(timeout=max(wait, 0))
    except Timeout:
        message = (
            f"Een ander proces schrijft al in de index {store}; na {wait:.0f} seconden wachten was "
            "het nog niet klaar. Probeer het opnieuw als het andere inlezen klaar is."
        )
        raise StoreBusy(message) from None
    except OSError as error:
        raise RaadsbronError(_unwritable(store, error)) from error


def _lock_file(store: Path) -> Path:
    try:
        # The text of reports lies here; nobody else on the machine needs to read it.
        store.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RaadsbronError(_unwritable(store, error)) from error
    return store / LOCK_NAME


def _unwritable(store: Path, error: OSError) -> str:
    return (
        f"In de map van de index, {store}, kan niet geschreven worden: {error.strerror or error}. "
        "Kies een andere map met --store, of geef uzelf schrijfrechten."
    )
