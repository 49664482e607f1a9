"""One step of one stack in this process: ``python -m evals.bench.step STEP STACK STORE …``.

Prints its figures as one line of JSON. `evals.bench.peers` starts it; by hand it shows what failed.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evals.bench.stack import Stack
from evals.bench.tokens import count_tokens
from store.settings import Settings

STACKS = ("raadsbron", "textbook")


def main(arguments: Sequence[str]) -> int:
    """Do one step and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.step", description=__doc__)
    parser.add_argument("step", choices=sorted(_STEPS))
    parser.add_argument("stack", choices=STACKS)
    parser.add_argument("store", type=Path)
    parser.add_argument("given", nargs="+", help="a folder with PDFs to index, else questions")
    options = parser.parse_args(arguments)
    settings = replace(Settings.from_env(), store=options.store)
    figures = _STEPS[options.step](_stack(options.stack), settings, options.given)
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _stack(name: str) -> Stack:
    # Only the one that is measured: the other's libraries would count in its memory.
    if name == "textbook":
        from evals.bench.textbook_stack import textbook_stack  # noqa: PLC0415

        return textbook_stack()
    from evals.bench.raadsbron_stack import raadsbron_stack  # noqa: PLC0415

    return raadsbron_stack()


def _index(stack: Stack, settings: Settings, given: Sequence[str]) -> Mapping[str, object]:
    encoded = stack.index(Path(given[0]), settings)
    return {
        "texts": len(encoded.texts),
        "tokens": count_tokens(encoded.texts, settings),
        "encoding": encoded.seconds,
    }


def _ask(stack: Stack, settings: Settings, given: Sequence[str]) -> Mapping[str, object]:
    return {"characters": len(stack.open(settings)(given[0]))}


def _warm(stack: Stack, settings: Settings, given: Sequence[str]) -> Mapping[str, object]:
    """Ask all twice; the second time counts, as on a page that has been open for a while."""
    ask = stack.open(settings)
    seconds: list[float] = []
    for round_ in range(2):
        for question in given:
            started = time.perf_counter()
            ask(question)
            if round_:
                seconds.append(time.perf_counter() - started)
    return {"seconds": seconds}


_STEPS: Mapping[str, Callable[[Stack, Settings, Sequence[str]], Mapping[str, object]]] = {
    "index": _index,
    "ask": _ask,
    "warm": _warm,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
