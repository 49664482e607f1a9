"""Puts every question to one system and scores what comes back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from evals.documents import Documents
from evals.given import Given
from evals.outcome import Outcome
from evals.question import TEST, Gold, GoldQuestion
from evals.retrieval import judge_ranking
from evals.score import no_answer, score
from evals.system import Reply, System

SHOWN = 160  # characters of an answer in a list of wrong ones: one line and a bit


def ask_all(
    system: System,
    questions: Sequence[GoldQuestion],
    documents: Documents,
    progress: Callable[[int], None] = lambda _: None,
) -> tuple[Outcome, ...]:
    """Return one outcome per question, in order; of test questions without words to peek at."""
    outcomes = []
    for done, question in enumerate(questions, start=1):
        outcomes.append(_outcome(question, system.reply(question), documents))
        progress(done)
    return tuple(outcomes)


def expected(gold: Gold) -> str:
    """Return what the gold wants, in one line.

    >>> expected(Gold(none=True)), expected(Gold(text=("juli 2023",)))
    ('refusal', 'juli 2023')
    """
    if gold.refusable:
        return "refusal"
    parts = [
        "about" if gold.about else "",
        gold.verdict or "",
        str(gold.value) if gold.value is not None else "",
        f"to {gold.value_max}" if gold.value_max is not None else "",
        " and ".join(map(str, gold.values)),
        " | ".join(gold.text),
        "; ".join(item[0] for item in gold.items),
    ]
    return " ".join(filter(None, parts))


def _outcome(question: GoldQuestion, reply: Reply, documents: Documents) -> Outcome:
    first = next(iter(question.evidence), None)
    secret = question.split == TEST
    given = reply.given
    scored = score(question, given, documents) if given else no_answer(question, reply.error)
    return Outcome(
        id=question.id,
        lang=question.lang,
        kind=question.kind,
        base_kind=question.base_kind,
        style=question.style,
        split=question.split,
        section=f"{first.document} {first.section or '-'}" if first else None,
        question="" if secret else " / ".join((*question.history, question.question)),
        expected="" if secret else expected(question.gold),
        got="" if secret else _got(given, reply.error),
        score=replace(scored, fault="wrong") if secret and scored.fault else scored,
        retrieval=(
            judge_ranking(question.evidence, reply.ranked)
            if reply.ranked and question.evidence
            else None
        ),
        seconds=reply.seconds,
    )


def _got(given: Given | None, error: str) -> str:
    if given is None:
        return f"error: {error}"
    figure = "" if given.value is None else f" {given.value} {given.unit or ''}".rstrip()
    verdict = f" {given.verdict}" if given.verdict else ""
    items = f" [{'; '.join(given.items)}]" if given.items else ""
    text = " ".join(given.text.split())
    return f"{given.kind}{verdict}{figure}: {text}"[:SHOWN] + items[:SHOWN]
