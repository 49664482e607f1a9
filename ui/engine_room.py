"""The one engine behind all visitors: opened in the background, reopened after a new ingest."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answer.answer import Answer
from ingest.errors import StoreMissing
from store.generation import current_generation
from store.settings import Settings
from ui.answer_log import AnswerLog, LogSettings
from ui.kept_answers import KeptAnswers

if TYPE_CHECKING:
    from answer.engine import Engine
    from answer.explain import Explanation
    from store.progress import Progress

_WARM_UP = "hallo"  # loads encoder and index; its answer is thrown away

OPENING = "De rapporten worden geopend …"
READING_SAMPLES = (
    "De voorbeeldrapporten worden voor het eerst gelezen. Dat duurt ongeveer een minuut …"
)
READING_ANEW = "Na een nieuwe versie worden de rapporten opnieuw gelezen. Dat duurt even …"


@dataclass(frozen=True, slots=True)
class Opened:
    """An engine on one generation of one store; ``is_sample`` when the user has no reports yet."""

    engine: "Engine"
    settings: Settings
    generation: str
    is_sample: bool
    answers: KeptAnswers


class EngineRoom:
    """Opens the engine in a thread at once and hands it out when it is there."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._news = OPENING
        self._log = AnswerLog(settings.store, LogSettings.from_env())
        self._log.forget_old()
        self._opening = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="engine")
        self._opened: Future[Opened] = self._pool.submit(self._open)

    @property
    def news(self) -> str:
        """Return in Dutch what is being done while there is no engine yet."""
        return self._news

    def is_ready(self, seconds: float = 0) -> bool:
        """Return whether `opened` has something to say, after waiting for at most ``seconds``."""
        return bool(wait((self._newest(),), seconds).done)

    def opened(self) -> Opened:
        """Return the engine on the newest generation, waiting for it where needed.

        Raises:
            RaadsbronError: there is no index, or it can't be used; tried anew at each call.
        """
        return self._newest().result()

    def ask(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> Answer:
        """Return the answer to a question of the page's own, such as one that it may suggest.

        ``history`` holds earlier questions, oldest first. The answer is kept for who clicks it.
        """
        return self.opened().answers.ask(question, history, reports, keep=True)

    def ask_for_visitor(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> Answer:
        """Return the answer to what somebody typed, and log it where that is switched on.

        Questions that the page asks of itself, for its suggestions, are not logged.
        """
        started, opened = time.monotonic(), self.opened()
        answer = opened.answers.ask(question, history, reports)
        self._log.add(answer, time.monotonic() - started, opened.generation)
        return answer

    def explain(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> tuple[Answer, "Explanation | None"]:
        """Return the answer of `ask` and why it was chosen; None where nothing was weighed."""
        return self.opened().answers.explain(question, history, reports)

    def _newest(self) -> Future[Opened]:
        """Return the engine that is there or under way; a failed or stale one is opened anew."""
        with self._opening:
            if self._opened.done() and (self._opened.exception() or self._is_stale()):
                self._opened = self._pool.submit(self._open)
            return self._opened

    def _is_stale(self) -> bool:
        """Return whether another generation was built, or the user's own first one."""
        opened = self._opened.result()
        if opened.is_sample and _generation(self._settings):
            return True
        return _generation(opened.settings) != opened.generation

    def _open(self) -> Opened:
        """Return the engine on the user's own store, or on the samples where there is none yet."""
        # Imported here: these take a second or more, and the page can be drawn meanwhile.
        from answer.engine import open_engine  # noqa: PLC0415
        from store.open_encoder import bulk_encoder  # noqa: PLC0415
        from store.samples import has_own_reports, index_samples  # noqa: PLC0415
        from store.upgrade import upgrade  # noqa: PLC0415

        settings, is_sample = self._settings, not has_own_reports(self._settings)
        if is_sample:
            settings = index_samples(settings, lambda: bulk_encoder(self._settings), self._tell)
        else:
            upgrade(settings, lambda: bulk_encoder(settings), self._tell_upgrade)
        self._news = OPENING
        # Read before it is opened: one that is built meanwhile then counts as newer, whichever is
        # opened, and is looked for again.
        generation = _generation(settings)
        engine = open_engine(settings)
        engine.ask(_WARM_UP)
        return Opened(engine, settings, generation, is_sample, KeptAnswers(engine))

    def _tell(self, _progress: "Progress") -> None:
        self._news = READING_SAMPLES

    def _tell_upgrade(self, _progress: "Progress") -> None:
        self._news = READING_ANEW


def _generation(settings: Settings) -> str:
    """Return the name of the generation that the store points to, "" where there is none."""
    try:
        return current_generation(settings.store) or ""
    except StoreMissing:
        return ""
