"""How far an ingest is, on stderr: one line that is rewritten, or a line a file for a log."""

from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, TextIO

from store.progress import Progress, Stage
from ui.terminal.plain import plain

_WIDTH = 24
"""Characters of the bar: with both counts and a file name it fits in 100 columns."""


@dataclass(slots=True)
class ProgressLine:
    """Draws every `Progress` that it is called with, and ends its line at the end."""

    out: TextIO
    _drawn: str = field(default="", init=False)
    _files: int = field(default=0, init=False)
    _waits: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __call__(self, progress: Progress) -> None:
        """Show ``progress``."""
        if progress.stage is Stage.WAIT:
            self._say_wait()
        elif self.out.isatty():
            self._draw(bar(progress))
        elif progress.stage is Stage.READ and progress.files > self._files:
            self.out.write(f"{counts(progress)}\n")
        self._files = max(self._files, progress.files)
        self.out.flush()

    def say(self, line: str) -> None:
        """Write a line of its own."""
        self.close()
        self.out.write(f"{line}\n")
        self.out.flush()

    def close(self) -> None:
        """Leave the line as it stands; what follows begins on the next."""
        if self._drawn:
            self.out.write("\n")
            self._drawn = ""

    def _say_wait(self) -> None:
        if not self._waits:
            self._waits = True
            self.say("Een ander programma werkt de index bij. Even wachten …")

    def _draw(self, line: str) -> None:
        self.out.write(f"\r{line:<{len(self._drawn)}}")
        self._drawn = line


def bar(progress: Progress) -> str:
    """Return the bar with its counts and the file at hand.

    >>> bar(Progress(Stage.ENCODE, 1, 4, 31, "brief.pdf", 0.5))
    '[#########---------------] 1 van 4 bestanden, 31 passages: brief.pdf'
    """
    done = (progress.files + progress.share) / progress.files_total if progress.files_total else 1
    filled = int(_WIDTH * min(done, 1))
    name = f": {plain(progress.file_name)}" if progress.file_name else ""
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {counts(progress)}{name}"


def counts(progress: Progress) -> str:
    """Return how many files and passages were done.

    >>> counts(Progress(Stage.READ, 2, 3, 118))
    '2 van 3 bestanden, 118 passages'
    """
    return f"{progress.files} van {progress.files_total} bestanden, {progress.passages} passages"
