"""One change of the reports at a time, in the background: it goes on when its visitor leaves."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ingest.errors import RaadsbronError
from store.progress import Progress, Stage
from ui.report_changes import Done
from ui.upload_folder import BUSY

_LOG = logging.getLogger(__name__)
_FAILED = (
    "Het is niet gelukt. Er is niets veranderd: de rapporten die er waren, antwoorden nog. "
    "Probeer het opnieuw of vraag de beheerder om hulp."
)

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A change as its visitor sees it: under way, done, or failed with a Dutch ``error``."""

    visitor: str
    progress: Progress = Progress(Stage.WAIT)  # noqa: RUF009 - frozen
    done: Done | None = None
    error: str = ""

    @property
    def is_busy(self) -> bool:
        """Return whether it is still under way."""
        return self.done is None and not self.error


class ChangeDesk:
    """Takes one change at a time, from whichever visitor comes first."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="changes")
        self._lock = threading.Lock()
        self._job: Job | None = None

    @property
    def job(self) -> Job | None:
        """Return the change that is under way, or the last one."""
        return self._job

    def start(self, visitor: str, work: Callable[[Tell], Done]) -> str:
        """Begin a change; return "" where it was taken, else in Dutch why it was not."""
        with self._lock:
            if self._job is not None and self._job.is_busy:
                return BUSY
            self._job = Job(visitor)
            self._pool.submit(self._run, visitor, work)
        return ""

    def _run(self, visitor: str, work: Callable[[Tell], Done]) -> None:
        def tell(progress: Progress) -> None:
            self._job = Job(visitor, progress)

        try:
            self._job = Job(visitor, done=work(tell))
        except RaadsbronError as error:  # our own messages say in Dutch what to do
            self._job = Job(visitor, error=str(error))
        except Exception:
            _LOG.exception("The reports could not be changed")
            self._job = Job(visitor, error=_FAILED)
