"""Asks bad questions and counts what goes wrong: `python -m evals.bad_questions --count 10000`."""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from answer.answer import Status
from answer.engine import Engine, open_engine
from evals.archive import built_store
from evals.bad_questions.kinds import KINDS, Bad, bad_question
from evals.bad_questions.laws import broken_laws
from ingest.find import FORMATS
from store.samples import SAMPLE_FOLDER
from store.settings import Settings

BUDGET = 5.0
"""Seconds of one processor for one question with its history. The slowest of 10,000 took 3.0 beside
other work; the encoder takes at most 0.7: a question of 500 characters can be 400 tokens."""
_SEED = 1
_SHOWN = 20
_TOLD = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what came of it; ``wrong`` names broken laws and errors."""

    bad: Bad
    seconds: float
    answered: bool
    wrong: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 when nothing went wrong, else 1."""
    parser = argparse.ArgumentParser(prog="python -m evals.bad_questions", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--reports", type=Path, default=SAMPLE_FOLDER)
    chosen = parser.parse_args(arguments)
    settings = built_store((chosen.reports,), Settings.from_env(), FORMATS)
    engine = open_engine(settings)
    asked: list[Asked] = []
    try:
        for each in ask_bad(engine, chosen.count, chosen.seed):
            asked.append(each)
            if len(asked) % _TOLD == 0:
                sys.stderr.write(f"{len(asked)} asked, {sum(bool(a.wrong) for a in asked)} wrong\n")
    except KeyboardInterrupt:
        sys.stderr.write("broken off: the table is of what was asked until now\n")
    finally:
        engine.index.close()
    sys.stdout.writelines(f"{line}\n" for line in count_lines(asked))
    return int(any(each.wrong for each in asked))


def ask_bad(
    engine: Engine, count: int, seed: int = _SEED, budget: float = BUDGET
) -> Iterator[Asked]:
    """Yield ``count`` questions with what came of each, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        bad = bad_question(chance)
        started = time.process_time()
        try:
            answer = engine.ask(bad.question, bad.history)
        except Exception as error:
            seconds = time.process_time() - started
            yield Asked(bad, seconds, False, (f"{type(error).__name__}: {error}"[:200],))
            continue
        seconds = time.process_time() - started
        wrong = tuple(broken_laws(answer, engine.index, bad.question, bad.history))
        late = (f"took {seconds:.1f} s",) if seconds > budget else ()
        yield Asked(bad, seconds, answer.status is Status.ANSWERED, (*wrong, *late))


def count_lines(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield a table by kind, the times, and the first questions that went wrong."""
    yield "| kind | asked | answered | refused | wrong |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in (*KINDS, "**all**"):
        own = [each for each in asked if kind in (each.bad.kind, "**all**")]
        answered, wrong = sum(e.answered for e in own), sum(bool(e.wrong) for e in own)
        yield f"| {kind} | {len(own)} | {answered} | {len(own) - answered} | {wrong} |"
    times = sorted(each.seconds for each in asked)
    yield (
        f"seconds: median {times[len(times) // 2]:.3f}, 95% {times[len(times) * 95 // 100]:.3f}, "
        f"slowest {times[-1]:.3f} (bound {BUDGET})"
    )
    for each in [each for each in asked if each.wrong][:_SHOWN]:
        yield f"WRONG {each.wrong}: {each.bad.question[:200]!r} after {each.bad.history!r:.300}"


if __name__ == "__main__":
    sys.exit(main())
