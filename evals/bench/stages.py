"""Where the time of an answer goes: seconds per stage, each counted once."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from answer import engine as engine_module
from answer.engine import Engine
from store.encoder import Encoder
from store.index import Index

REST = "the rest of the engine"


@dataclass(frozen=True, slots=True)
class StageShare:
    """Seconds and percent of all answering that one stage took, and how often it ran."""

    stage: str
    calls: int
    ms_per_question: float
    percent: float


@dataclass(slots=True)
class Clock:
    """A stage that calls another is not charged with the other's time."""

    seconds: dict[str, float] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    inner: list[float] = field(default_factory=lambda: [0.0])

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``function``, its time charged to ``stage``."""

        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            started = time.perf_counter()
            self.inner.append(0.0)
            try:
                return function(*given, **named)
            finally:
                spent = time.perf_counter() - started
                own = spent - self.inner.pop()
                self.inner[-1] += spent
                self.seconds[stage] = self.seconds.get(stage, 0.0) + own
                self.calls[stage] = self.calls.get(stage, 0) + 1

        return run


def stage_shares(
    index: Index, encoder: Encoder, engine: Engine, questions: Sequence[str]
) -> tuple[StageShare, ...]:
    """Return what each stage took over ``questions``, the longest first.

    ``engine`` must be one over this ``index`` and this ``encoder``. The functions are timed from
    outside by a clock that costs a microsecond a call, where a profiler makes Python look slower
    than the arithmetic beside it.
    """
    clock = Clock()
    parts = (
        ("encode", encoder, "encode_queries"),
        ("search", index, "search"),
        ("cosines", index, "cosines"),
        ("read reports", index, "report"),
        ("views", engine, "_view"),
        ("understand", engine_module, "understand"),
        ("find", engine_module, "find"),
        ("unread places", engine_module, "told_unread"),
        ("compose", engine_module, "compose"),
        ("compose", engine_module, "compose_refusal"),
    )
    with replaced(clock, parts):
        ask = clock.timed(REST, engine.ask)
        for question in questions:
            ask(question)
    whole = sum(clock.seconds.values())
    return tuple(
        StageShare(stage, clock.calls[stage], 1000 * spent / len(questions), 100 * spent / whole)
        for stage, spent in sorted(clock.seconds.items(), key=lambda item: -item[1])
    )


@contextmanager
def replaced(clock: Clock, parts: Sequence[tuple[str, object, str]]) -> Iterator[None]:
    """Charge each of ``parts``, (stage, owner, name of a function), to its stage meanwhile."""
    before = [(owner, name, getattr(owner, name)) for _, owner, name in parts]
    try:
        for (stage, owner, name), (_, _, function) in zip(parts, before, strict=True):
            setattr(owner, name, clock.timed(stage, function))
        yield
    finally:
        for owner, name, function in before:
            setattr(owner, name, function)
