"""How long people wait when several are on the page at once, and what each costs the server."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from evals.page_load import Load, visit_at_once
from evals.page_server import PageServer, page_server
from evals.page_visitor import PageVisitor

EACH = 5
"""Questions in one conversation: the page draws all earlier turns again with each."""

_FIRST = "Hoeveel ging er naar valpreventie?"


@dataclass(frozen=True, slots=True)
class People:
    """What so many ``conversations`` at once met.

    ``answer`` is seconds until the answer stood there, ``page`` until all else did too: sources,
    charts, questions to ask next. ``cpu_ms`` is the server's, per question, with the drawing.
    ``memory_mb`` is the server's while all are open, ``mb_each`` what it grew by for each of them.
    """

    conversations: int
    questions: int
    failed: int
    answer_p50: float
    answer_p95: float
    page_p95: float
    cpu_ms: float
    memory_mb: float
    mb_each: float


def people_at_once(
    store: Path,
    questions: Sequence[str],
    sizes: Sequence[int],
    tell: Callable[[str], None] = lambda _words: None,
) -> tuple[People, ...]:
    """Return what 1, 5, 20 or other ``sizes`` of conversations at once meet on one server.

    Nobody pauses between an answer and the next question, so that 20 conversations stand for many
    more people. Each takes its own ``questions``, and none is kept by the server for the next.

    Raises:
        RaadsbronError: when the server does not come up, or the system does not tell what it takes.
    """
    asked = cycle(questions)
    with page_server(store) as server:
        tell(_warm_up(server))
        return tuple(_measured(server, size, asked) for size in sizes)


def _warm_up(server: PageServer) -> str:
    """Return in words how soon the first visitor can ask; the engine opens by itself."""
    with PageVisitor(server.address) as visitor:
        ready = time.monotonic() - server.up
        first = visitor.ask(_FIRST).answer
    return f"ready {ready:.2f} s after the server was up, the first answer {first:.2f} s later"


def _measured(server: PageServer, size: int, asked: Iterator[str]) -> People:
    scripts = [tuple(islice(asked, EACH)) for _ in range(size)]
    before = server.used()
    seen: list[float] = []
    load = visit_at_once(
        server.address, scripts, while_open=lambda: seen.append(server.used().memory)
    )
    memory = max(seen, default=before.memory)
    return People(
        conversations=size,
        questions=len(load.asked),
        failed=load.failed,
        answer_p50=load.seconds(50),
        answer_p95=load.seconds(95),
        page_p95=_whole(load),
        cpu_ms=1000 * (server.used().cpu - before.cpu) / max(len(load.asked), 1),
        memory_mb=memory,
        mb_each=(memory - before.memory) / size,
    )


def _whole(load: Load) -> float:
    return float(np.percentile([each.whole for each in load.asked] or [0.0], 95))
