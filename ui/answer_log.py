"""A log of answers for whoever keeps it running: off by default, and without what was asked."""

import json
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from answer.answer import Answer
from ingest.errors import BadInput

FOLDER = "logs"
_LONGEST_KEPT = 365  # days; a log is for finding faults, not an archive of who wondered what
_YES = frozenset({"1", "ja", "aan", "yes", "on", "true"})


@dataclass(frozen=True, slots=True)
class LogSettings:
    """``days`` that a log is kept, 0 for no log; ``questions`` puts what was asked in it."""

    days: int = 0
    questions: bool = False

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "LogSettings":
        """Return the settings that RAADSBRON_LOG and RAADSBRON_LOGVRAGEN give.

        Raises:
            BadInput: when the number of days can't be understood.
        """
        given = environ.get("RAADSBRON_LOG", "").strip() or "0"
        if not given.isdecimal() or int(given) > _LONGEST_KEPT:
            message = (
                f"RAADSBRON_LOG is '{given[:40]}'. Zet er het aantal dagen in dat het logboek "
                f"bewaard blijft, van 1 tot {_LONGEST_KEPT}, of 0 voor geen logboek."
            )
            raise BadInput(message)
        asked = environ.get("RAADSBRON_LOGVRAGEN", "").strip().lower()
        return cls(int(given), asked in _YES)


class AnswerLog:
    """One file of JSON lines a day under the store, for its owner alone; old ones are deleted."""

    def __init__(self, store: Path, settings: LogSettings) -> None:
        self._folder = store / FOLDER
        self._settings = settings
        self._lock = threading.Lock()

    def add(self, answer: Answer, seconds: float, generation: str) -> None:
        """Write one line: when, what kind of answer, how long it took; who asked is not known.

        A log that can't be written is no reason not to answer.
        """
        if not self._settings.days:
            return
        now = datetime.now(UTC)
        line = {
            "time": now.isoformat(timespec="seconds"),
            "status": str(answer.status),
            "kind": str(answer.kind),
            "language": answer.language,
            "seconds": round(seconds, 3),
            "generation": generation,
        }
        if self._settings.questions:
            line["question"] = answer.question
        try:
            with self._lock:
                self._write(json.dumps(line, ensure_ascii=False), now)
        except OSError:
            return

    def forget_old(self, now: datetime | None = None) -> None:
        """Delete the files of days that need no longer be kept; all of them when it is off."""
        first = (now or datetime.now(UTC)) - timedelta(days=self._settings.days)
        for path in self._folder.glob("*.jsonl"):
            if path.stem <= f"{first:%Y-%m-%d}":
                path.unlink(missing_ok=True)

    def _write(self, line: str, now: datetime) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / f"{now:%Y-%m-%d}.jsonl"
        if not path.exists():
            self.forget_old(now)
            path.touch(mode=0o600)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
