"""Tells of files one by one, though their reports are encoded together."""

from collections.abc import Sequence

from ingest.report import Report
from ingest.source import Source
from store.progress import Progress, Stage, Tell


class GroupProgress:
    """Counts files and passages; within a group each report is taken to cost as much as another."""

    def __init__(self, tell: Tell, files_total: int) -> None:
        """Say that reading begins."""
        self._tell = tell
        self._total = files_total
        self._files = 0
        self._passages = 0
        self._left: list[tuple[Source, Report]] = []
        self._size = 1
        tell(Progress(Stage.READ, 0, files_total))

    def skip(self, files: int) -> None:
        """Count files that could not be read."""
        self._files += files

    def begin(self, group: Sequence[tuple[Source, Report]]) -> None:
        """Say which report comes next; ``group`` holds one or more."""
        self._left, self._size = list(group), len(group)
        self.encoded(0.0)

    def encoded(self, share: float) -> None:
        """Say how much of the group is encoded, from 0 to 1, as so many whole reports and a part.

        The last one is done when `end` says so: it must be written as well.
        """
        at = min(int(share * self._size), self._size - 1)
        while len(self._left) > self._size - at:
            self._next()
        source, report = self._left[0]
        passages = self._passages + len(report.passages)
        part = share * self._size - at
        name = source.path.name
        self._tell(Progress(Stage.ENCODE, self._files, self._total, passages, name, part))

    def end(self) -> None:
        """Say that all reports of the group are in the index."""
        while self._left:
            self._next()

    def save(self) -> None:
        """Say that all files were looked at."""
        self._tell(Progress(Stage.SAVE, self._total, self._total, self._passages))

    def _next(self) -> None:
        _, report = self._left.pop(0)
        self._files += 1
        self._passages += len(report.passages)
        self._tell(Progress(Stage.READ, self._files, self._total, self._passages))
