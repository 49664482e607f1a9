"""How often as long as plain work in the same run: a ratio that a busy or slow machine keeps."""

import resource
from collections.abc import Callable

_WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
_FEWEST = 3  # rounds: the least of two was once half as much again as the least of ten


def against_plain(
    work: Callable[[], object],
    plain: Callable[[], object],
    rounds: int,
    enough: float = 0.0,
) -> float:
    """Return the time of ``work`` over that of ``plain``, each the least of so many rounds.

    Time is what a processor spent in programs, of this process and of its children that ended.
    Waiting does not count, nor what the kernel did: that is a disk's speed, or a machine's that is
    short of memory. Both run in turn, so that what slows the machine slows both, and the least is
    taken, because other work can only add. It stops after three rounds or more when the ratio is
    below ``enough``. Both should do work of one nature, and half a second of it at least: kernels
    count in ticks of up to 10 ms.
    """
    ours = theirs = float("inf")
    for done in range(1, rounds + 1):
        ours = min(ours, _spent(work))
        theirs = min(theirs, _spent(plain))
        if done >= _FEWEST and ours < enough * theirs:
            break
    return ours / max(theirs, 1e-6)


def _spent(work: Callable[[], object]) -> float:
    before = _seconds()
    work()
    return _seconds() - before


def _seconds() -> float:
    return sum(used.ru_utime for used in map(resource.getrusage, _WHOSE))
