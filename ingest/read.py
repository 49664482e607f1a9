"""Reads files into reports, each in a process of its own kind: see `ingest.sandbox`."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue

from ingest.errors import UnreadableReport
from ingest.limits import Limits
from ingest.report import Report
from ingest.sandbox import Sandbox
from ingest.source import Source

DEFAULT = Limits()

_MOST = 4  # reading processes; more would fight with the encoder for cores and memory
_WORTHWHILE = 400_000  # bytes: a second process starts in half a second, as long as this takes


def read_report(source: Source, limits: Limits = DEFAULT) -> Report:
    """Return the report that ``source`` holds, read in a child process within ``limits``.

    Raises:
        UnreadableReport: a scan without text, broken, locked with a password, empty, of another
        type
            or too big; the message is Dutch and names the file, the reason and the next step.
    """
    with Sandbox(limits) as sandbox:
        return sandbox.read(source)


def read_reports(
    sources: Sequence[Source],
    limits: Limits = DEFAULT,
) -> Iterator[tuple[Source, Report | UnreadableReport]]:
    """Yield each source with its report, or with the reason why there is none, in the given order.

    As many files are read at once as there are cores, where they are large enough to be worth a
    second process; only a few reports wait to be taken.
    """
    count = _processes(sources)
    with ExitStack() as stack:
        free: SimpleQueue[Sandbox] = SimpleQueue()
        for _ in range(count):
            free.put(stack.enter_context(Sandbox(limits)))
        pool = stack.enter_context(ThreadPoolExecutor(count))
        waiting: deque[tuple[Source, Future[Report | UnreadableReport]]] = deque()
        rest = iter(sources)
        try:
            while True:
                while len(waiting) < 2 * count and (source := next(rest, None)) is not None:
                    waiting.append((source, pool.submit(_read, free, source)))
                if not waiting:
                    return
                source, future = waiting.popleft()
                yield source, future.result()
        finally:
            for _, future in waiting:
                future.cancel()


def _processes(sources: Sequence[Source]) -> int:
    if len(sources) < 2 or sum(source.size for source in sources) < _WORTHWHILE:
        return 1
    return max(1, min(_MOST, len(sources), os.cpu_count() or 1))


def _read(free: "SimpleQueue[Sandbox]", source: Source) -> Report | UnreadableReport:
    sandbox = free.get()
    try:
        return sandbox.read(source)
    except UnreadableReport as error:
        return error
    finally:
        free.put(sandbox)
