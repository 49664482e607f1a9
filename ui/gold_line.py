"""An answer that a visitor judged, as a line of gold questions in the form of `docs/evals.md`.

Only an answer that was called good says what is right. Of the others ``answer`` stays empty, and
`evals` names the line until someone fills it in.
"""

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal

from answer.answer import Answer, Kind, Operation, Status, Verdict
from answer.unit_names import unit_name
from ui.plain import one_line

_KINDS = {
    Kind.AMOUNT: "amount_line",
    Kind.TOTAL: "amount_total",
    Kind.NUMBER: "number",
    Kind.LIST: "list",
    Kind.CLAIM: "claim",
    Kind.SEVERAL: "ambiguous",
    Kind.ABOUT: "about",
}
_RANKED = frozenset({Operation.MAX, Operation.MIN, Operation.TOP})
_ASKED = {
    "wie": "who", "waarom": "why", "wanneer": "when", "waar": "where", "hoe": "how",
    "who": "who", "why": "why", "when": "when", "where": "where", "how": "how",
}  # fmt: skip


def gold_line(answer: Answer, history: Sequence[str], remark: str, *, good: bool) -> str:
    """Return the line as JSON, without a line end; ``history`` holds earlier questions."""
    kind = _kind(answer)
    line = {
        "id": f"feedback-{_digest(answer, history)}",
        "lang": answer.language,
        "kind": "followup" if history else kind,
        **({"base_kind": kind} if history else {}),
        "style": "followup" if history else "plain",
        "question": answer.question,
        "history": list(history),
        "answer": _gold(answer) if good else {},
        "evidence": _evidence(answer) if good else [],
        "split": "dev",
        "note": remark if good else f"{remark} | beantwoord met: {answer.text}",
    }
    return json.dumps(line, ensure_ascii=False)


def _kind(answer: Answer) -> str:
    if answer.status is Status.NOT_FOUND:
        return "claim" if answer.verdict else "unanswerable"
    if answer.kind is Kind.COMPARISON:
        return "rank" if answer.operation in _RANKED else "compare"
    first = answer.question.split(maxsplit=1)[0].lower() if answer.question.strip() else ""
    return _KINDS.get(answer.kind) or _ASKED.get(first, "what")


def _gold(answer: Answer) -> dict[str, object]:
    """Return what a right answer holds, as this one has it."""
    if answer.verdict is not None:
        figure = _value(answer) if answer.verdict is Verdict.CONTRADICTED else {}
        return {"verdict": str(answer.verdict), **figure}
    if answer.status is Status.NOT_FOUND:
        return {"none": True}
    if answer.kind is Kind.ABOUT:
        return {"about": True}
    if answer.kind is Kind.SEVERAL and answer.figures:
        return {"values": [_number(part.value) for part in answer.figures]}
    if answer.items:
        return {"items": [one_line(item) for item in answer.items]}
    return _value(answer) or {"text": [_said(answer)]}


def _value(answer: Answer) -> dict[str, object]:
    """Return the figure of an answer and how it was made; {} where there is none."""
    if answer.value is None:
        return {}
    found: dict[str, object] = {"value": _number(answer.value), "unit": unit_name(answer.unit)}
    if answer.value_max is not None:
        found["value_max"] = _number(answer.value_max)
    if answer.operation is not None:
        found["operation"] = str(answer.operation)
    if answer.operation is Operation.SUM:
        found["components"] = [_number(part.value) for part in answer.figures]
    if answer.operation in _RANKED and answer.figures:
        found["text"] = [one_line(answer.figures[0].label)]
    return found


def _said(answer: Answer) -> str:
    """Return the words that answer: the first quote, or our own text where nothing is quoted."""
    return one_line(answer.citations[0].quote if answer.citations else answer.text)


def _evidence(answer: Answer) -> list[dict[str, object]]:
    return [
        {"document": c.document, "section": c.section_number, "quote": one_line(c.quote)}
        for c in answer.citations
    ]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _digest(answer: Answer, history: Sequence[str]) -> str:
    """Return the same letters for the same conversation, so that a question counts once."""
    return hashlib.sha256("\n".join((*history, answer.question)).encode()).hexdigest()[:12]
