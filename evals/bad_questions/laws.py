"""What must hold of an answer, whatever was asked."""

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from answer.answer import Answer, Citation, Operation, Status
from answer.as_json import to_json
from store.reader import Reader

KEYS = (
    "question", "interpreted_as", "language", "status", "kind", "text", "value", "value_max",
    "unit", "operation", "figures", "items", "verdict", "citations", "notes", "confidence",
    "missing", "closest", "searched",
)  # fmt: skip
"""The keys of `docs/answer-format.md`, in order."""

_LONGEST_TEXT = 400
_LONGEST_QUESTION = 500
_DIGITS = re.compile(r"\d+")


def broken_laws(
    answer: Answer, index: Reader, question: str, history: Sequence[str] = ()
) -> Iterator[str]:
    """Yield each law that ``answer`` breaks, in English; none for a good one."""
    yield from _form(answer)
    for citation in (*answer.citations, *answer.closest):
        yield from _quote(citation, index)
    yield from _sum(answer)
    if answer.status is Status.NOT_FOUND:
        titles = (card.title for card in index.cards)
        yield from _refusal(answer, " ".join((question, *history, *titles)))
    if not question.strip() or len(question) > _LONGEST_QUESTION:
        if answer.status is not Status.NOT_FOUND:
            yield "an empty or too long question was answered"
        if not answer.text:
            yield "an empty or too long question was refused without a word"


def _form(answer: Answer) -> Iterator[str]:
    printed = to_json(answer)
    if tuple(printed) != KEYS:
        yield "keys of the JSON"
    try:
        if json.loads(json.dumps(printed, allow_nan=False, ensure_ascii=False)) != printed:
            yield "the JSON does not come back as it was"
        json.dumps(printed, ensure_ascii=False).encode("utf-8")
    except ValueError as error:
        yield f"no valid JSON: {type(error).__name__}"
    if not answer.text or len(answer.text) > _LONGEST_TEXT:
        yield f"a text of {len(answer.text)} characters"
    if not 0 <= answer.confidence <= 1:
        yield "confidence outside 0 to 1"
    if answer.language not in ("nl", "en"):
        yield "another language"


def _quote(citation: Citation, index: Reader) -> Iterator[str]:
    report = index.report(citation.document)
    if citation.quote != report.text[citation.start : citation.end] or not citation.quote:
        yield "a quote that is not its span"
    if citation.page != report.page_at(citation.start):
        yield "a quote on another page"


def _sum(answer: Answer) -> Iterator[str]:
    if any(not 0 <= at < len(answer.citations) for part in answer.figures for at in part.citations):
        yield "a figure with a citation that is not there"
    added = sum((part.value for part in answer.figures), Decimal(0))
    if answer.operation is Operation.SUM and answer.value != added:
        yield "terms that do not add up"
    if answer.status is Status.ANSWERED and answer.value is not None and not answer.citations:
        yield "a figure without a source"


def _refusal(answer: Answer, asked: str) -> Iterator[str]:
    if (answer.value, answer.value_max, answer.citations, answer.figures) != (None, None, (), ()):
        yield "a refusal with a figure"
    known = set(_DIGITS.findall(asked)) | {str(_LONGEST_QUESTION)}
    if set(_DIGITS.findall(answer.text)) - known:
        yield "a refusal that names a number that was not asked"
