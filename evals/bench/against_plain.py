"""How often as long as plain work in the same run: a ratio that a busy or slow machine keeps."""

import resource
from collections.abc import Callable


def against_plain(work: Callable[[], object], plain: Callable[[], object], rounds: int) -> float:
    """Return the CPU time of ``work`` over that of ``plain``, each the least of so many rounds.

    Both run in turn, so that what slows the machine slows both. CPU time is that of this process
    and of its children that ended: waiting for a busy machine does not count. The least is taken,
    because other work on the machine can only add.
    """
    spent = [(_cpu_of(work), _cpu_of(plain)) for _ in range(rounds)]
    return min(ours for ours, _ in spent) / max(min(theirs for _, theirs in spent), 1e-6)


def _cpu_of(work: Callable[[], object]) -> float:
    before = _cpu()
    work()
    return _cpu() - before


def _cpu() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)  # in microseconds; os.times in 0.01 s
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))
