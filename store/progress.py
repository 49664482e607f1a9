"""How far an ingest is, for a progress bar."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What an ingest is doing."""

    WAIT = "wait"  # another process writes in the index
    READ = "read"
    ENCODE = "encode"
    SAVE = "save"


@dataclass(frozen=True, slots=True)
class Progress:
    """``files`` of ``files_total`` are done, with ``passages`` passages in all.

    ``share`` runs from 0 to 1 within the file at hand, ``file_name``.
    """

    stage: Stage
    files: int = 0
    files_total: int = 0
    passages: int = 0
    file_name: str = ""
    share: float = 0.0


Tell = Callable[[Progress], None]
"""What is told of each step."""
