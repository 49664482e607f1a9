"""Gives up on a piece of work that takes too long."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

_Handler = Callable[[int, FrameType | None], object] | int | signal.Handlers | None


class TooSlow(BaseException):
    """The work took longer than allowed.

    Not an `Exception`: the readers' own "except Exception" must not swallow it.
    """


@contextmanager
def time_limit(working: float, waiting: float) -> Iterator[None]:
    """Raise `TooSlow` in the block after ``working`` seconds of this process's own processor time.

    Other work on the machine does not count, so that one page has one outcome. What waits without
    working is given up after ``waiting`` seconds by the clock. Works in the main thread of a POSIX
    process, as the reading process has; elsewhere it does nothing and the limit on the whole file
    stands alone.
    """
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    with ExitStack() as timers:
        timers.enter_context(_timer(signal.SIGALRM, signal.ITIMER_REAL, waiting))
        timers.enter_context(_timer(signal.SIGPROF, signal.ITIMER_PROF, working))
        yield


@contextmanager
def _timer(number: signal.Signals, clock: int, seconds: float) -> Iterator[None]:
    """Raise in the block once ``seconds`` of a clock have gone by."""

    def give_up(signum: int, frame: FrameType | None) -> None:
        # Raised inside a callback of the interpreter (a weak reference that dies) it would be lost.
        signal.setitimer(clock, again)
        raise TooSlow

    again = min(max(seconds, _SOONEST), _LATEST)
    before = signal.signal(number, give_up)
    signal.setitimer(clock, seconds)
    try:
        yield
    finally:
        _stop(number, clock, before)


# Seconds until a block that goes on after all is told again.
_SOONEST, _LATEST = 0.05, 1.0


def _stop(number: signal.Signals, clock: int, before: _Handler) -> None:
    """Take the timer away, also when it goes off just now."""
    try:
        signal.setitimer(clock, 0)
        signal.signal(number, before)
    except TooSlow:
        signal.setitimer(clock, 0)
        signal.signal(number, before)
        raise
