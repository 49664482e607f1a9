"""Answers of one engine, one at a time; those to the page's own questions are kept."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from answer.answer import Answer

if TYPE_CHECKING:
    from answer.engine import Engine
    from answer.explain import Explanation

MOST_KEPT = 1_000
"""Answers; some 10 kB each. Each section and row of a report gives one question to suggest."""

_Key = tuple[str, tuple[str, ...], frozenset[str] | None]


class KeptAnswers:
    """Asks one engine, for all visitors.

    Questions are answered one at a time: an answer takes far less than a visitor notices, and the
    engine's parts (SQLite, the encoder) then need no locks of their own. The same question over
    the same index gives the same answer, so what the page suggests is answered once, and the click
    on it costs nothing. What visitors typed is not kept.
    """

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self._answering = threading.Lock()
        self._kept: dict[_Key, Answer] = {}

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        reports: frozenset[str] | None = None,
        *,
        keep: bool = False,
    ) -> Answer:
        """Return the answer of `answer.engine.Engine.ask`, and keep it for who asks it again."""
        key = (question, tuple(history), reports)
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        with self._answering:
            kept = self._kept.get(key)  # another visitor may have asked it meanwhile
            if kept is None:
                kept = self._engine.ask(*key)
                if keep:
                    self._keep(key, kept)
        return kept

    def explain(
        self, question: str, history: Sequence[str] = (), reports: frozenset[str] | None = None
    ) -> tuple[Answer, "Explanation | None"]:
        """Return what `answer.engine.Engine.explain` gives."""
        with self._answering:
            return self._engine.explain(question, history, reports)

    def _keep(self, key: _Key, answer: Answer) -> None:
        """Keep an answer in the place of the oldest; only who holds the lock calls this."""
        self._kept[key] = answer
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
