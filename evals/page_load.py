"""Many conversations on the page at once: ``python -m evals.page_load ADDRESS --visitors 20``.

Prints how long visitors waited and what failed. Exit code 0 when nothing failed.
"""

import argparse
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from evals.page_visitor import Asked, PageVisitor

QUESTIONS = (
    "Hoeveel ging er naar valpreventie?",
    "En naar mantelzorg?",
    "Welk onderdeel kreeg het meeste geld bij valpreventie?",
    "Wat verdient de burgemeester?",
    "Er ging 230.000 euro naar valpreventie, klopt dat?",
)
_PATIENCE = 120.0  # seconds for the slowest visitor to come so far as the others


@dataclass(frozen=True, slots=True)
class Load:
    """What visitors met: their questions, and the faults that ended a conversation."""

    asked: tuple[Asked, ...]
    faults: tuple[str, ...]

    @property
    def failed(self) -> int:
        """Return how many questions or conversations went wrong."""
        return len(self.faults) + sum(each.failed for each in self.asked)

    def seconds(self, percent: float) -> float:
        """Return within how many seconds so many percent of the answers came."""
        return float(np.percentile([each.answer for each in self.asked] or [0.0], percent))


def visit_at_once(
    address: str,
    scripts: Sequence[Sequence[str]],
    while_open: Callable[[], None] = lambda: None,
) -> Load:
    """Hold one conversation for each of ``scripts``, its questions, all beginning at one moment.

    ``while_open`` is called once, when all have their last answer and still have the page open.
    """
    begin = threading.Barrier(len(scripts), timeout=_PATIENCE)
    end = threading.Barrier(len(scripts), while_open, timeout=_PATIENCE)

    def visit(questions: Sequence[str]) -> tuple[tuple[Asked, ...], str]:
        asked: list[Asked] = []
        try:
            with PageVisitor(address) as visitor:
                begin.wait()
                asked.extend(visitor.ask(question) for question in questions)
                end.wait()
        except Exception as fault:
            begin.abort()
            end.abort()
            return tuple(asked), f"{type(fault).__name__}: {fault}"
        return tuple(asked), ""

    with ThreadPoolExecutor(len(scripts)) as pool:
        came = tuple(pool.map(visit, scripts))
    return Load(
        tuple(each for asked, _ in came for each in asked),
        tuple(fault for _, fault in came if fault),
    )


def load_lines(load: Load, visitors: int) -> tuple[str, ...]:
    """Return what was measured, in words."""
    first = f"{visitors} conversations at once, {len(load.asked)} questions, {load.failed} failed"
    waits = ", ".join(f"p{p} {load.seconds(p):.2f} s" for p in (50, 95, 100))
    return (first, f"answer after: {waits}", *load.faults[:5])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the page at the address that was given; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m evals.page_load", description=__doc__)
    parser.add_argument("address", help="of the page, such as http://127.0.0.1:8501")
    parser.add_argument("--visitors", type=int, default=20)
    chosen = parser.parse_args(arguments)
    load = visit_at_once(chosen.address, (QUESTIONS,) * chosen.visitors)
    sys.stdout.write("\n".join(load_lines(load, chosen.visitors)) + "\n")
    return 1 if load.failed else 0


if __name__ == "__main__":
    sys.exit(main())
