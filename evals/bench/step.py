"""One step of one stack in this process: ``python -m evals.bench.step STEP STACK STORE …``.

Prints its figures as one line of JSON. `evals.bench.peers` starts it; by hand it shows what failed.
"""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evals.bench.stack import Stack
from evals.bench.tokens import count_tokens
from store.settings import Settings

STACKS = ("raadsbron", "textbook", "bm25s", "txtai")
"""What is measured; each is made by a module of that name and ``_stack``, and ours comes first."""

_TEXTS = "encoded.json"  # beside the store: what went through the model


def main(arguments: Sequence[str]) -> int:
    """Do one step and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.step", description=__doc__)
    parser.add_argument("step", choices=sorted(_STEPS))
    parser.add_argument("stack", choices=STACKS)
    parser.add_argument("store", type=Path)
    parser.add_argument("given", nargs="*", help="a folder with PDFs to index, else questions")
    options = parser.parse_args(arguments)
    settings = replace(Settings.from_env(), store=options.store)
    figures = _STEPS[options.step](options.stack, settings, options.given)
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _stack(name: str) -> Stack:
    # Only the one that is measured: the others' libraries would count in its memory.
    module = importlib.import_module(f"evals.bench.{name}_stack")
    made: Stack = getattr(module, f"{name}_stack")()
    return made


def _index(name: str, settings: Settings, given: Sequence[str]) -> Mapping[str, object]:
    encoded = _stack(name).index(Path(given[0]), settings)
    texts = json.dumps(encoded.texts)
    (settings.store.parent / _TEXTS).write_text(texts, encoding="utf-8")
    return {"texts": len(encoded.texts), "encoding": encoded.seconds}


def _count(_: str, settings: Settings, __: Sequence[str]) -> Mapping[str, object]:
    """Count what ``index`` encoded, in a process of its own: it is no part of indexing."""
    texts = json.loads((settings.store.parent / _TEXTS).read_text(encoding="utf-8"))
    return {"tokens": count_tokens(texts, settings) if texts else 0}


def _ask(name: str, settings: Settings, given: Sequence[str]) -> Mapping[str, object]:
    return {"characters": len(_stack(name).open(settings)(given[0]))}


def _warm(name: str, settings: Settings, given: Sequence[str]) -> Mapping[str, object]:
    """Ask all twice; the second time counts, as on a page that has been open for a while."""
    ask = _stack(name).open(settings)
    seconds: list[float] = []
    for round_ in range(2):
        for question in given:
            started = time.perf_counter()
            ask(question)
            if round_:
                seconds.append(time.perf_counter() - started)
    return {"seconds": seconds}


_STEPS: Mapping[str, Callable[[str, Settings, Sequence[str]], Mapping[str, object]]] = {
    "index": _index,
    "count": _count,
    "ask": _ask,
    "warm": _warm,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
