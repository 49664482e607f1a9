"""What visitors said of answers, in one file beside the index; nothing older than it may be."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import StoreBusy

FILE_NAME = "feedback.jsonl"
_LOCK_NAME = "feedback.lock"
_WAIT = 5.0  # seconds for another visitor's line; writing one takes milliseconds
_MOST_BYTES = 20 * 1024**2  # some 10,000 remarks; who sends more is no reader


class Rating(StrEnum):
    """What a visitor thought of an answer."""

    GOOD = "goed"
    WRONG = "fout"
    INCOMPLETE = "onvolledig"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One judgement; ``at`` is ISO time in UTC, ``line`` the question as JSON (`ui.gold_line`).

    ``until`` is how long its visitor was told that it is kept, "" where that was not written down.
    """

    at: str
    rating: Rating
    line: str
    until: str = ""


class FeedbackFile:
    """The judgements of one store. They stay on this machine and only its owner can read them."""

    def __init__(self, store: Path, days: int) -> None:
        """Keep what is said in ``store`` for so many ``days``; 0 keeps nothing."""
        self._path = store / FILE_NAME
        self._days = days

    def add(self, rating: Rating, line: str) -> bool:
        """Keep a judgement; False where there is no room left. It is on disk on return.

        Raises:
            StoreBusy: when another process holds the file for too long.
            OSError: when it can't be written.
        """
        with self._locked():
            self._forget_old()
            if self._path.exists() and self._path.stat().st_size > _MOST_BYTES:
                return False
            until = _iso(_now() + timedelta(days=self._days))
            _append(self._path, (Feedback(_iso(_now()), rating, line, until),))
        return True

    def forget_old(self) -> None:
        """Delete what was kept for longer than its visitor was told, or than ``days`` where fewer.

        What people were told holds too where no more is asked (0 days).
        """
        if self._path.exists():
            with self._locked():
                self._forget_old()

    def read(self) -> tuple[Feedback, ...]:
        """Return what is kept, oldest first; a line that was broken off is left out."""
        if not self._path.exists():
            return ()
        lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        return tuple(found for found in map(_parsed, lines) if found is not None)

    def _forget_old(self) -> None:
        kept = self.read()
        now = _now()
        first = _iso(now - timedelta(days=self._days)) if self._days else ""
        young = tuple(
            each for each in kept if each.at >= first and (not each.until or each.until > _iso(now))
        )
        if len(young) == len(kept):
            return
        draft = self._path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        _append(draft, young)
        draft.replace(self._path)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(self._path.with_name(_LOCK_NAME))
        try:
            lock.acquire(timeout=_WAIT)
        except Timeout:
            message = "Iemand anders bewaart nu een reactie. Probeer het zo opnieuw."
            raise StoreBusy(message) from None
        try:
            yield
        finally:
            lock.release()


def _append(path: Path, lines: Sequence[Feedback]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        for each in lines:
            record = {"at": each.at, "until": each.until, "rating": each.rating}
            record["line"] = json.loads(each.line)
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _parsed(line: str) -> Feedback | None:
    try:
        record = json.loads(line)
        rating = Rating(record["rating"])
        line = json.dumps(record["line"], ensure_ascii=False)
        return Feedback(str(record["at"]), rating, line, str(record.get("until", "")))
    except (ValueError, KeyError, TypeError):
        return None


def _now() -> datetime:
    return datetime.now(UTC)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
