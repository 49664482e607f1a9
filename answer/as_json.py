"""An answer as the JSON of `docs/answer-format.md`: keys in that order, none ever missing."""

from decimal import Decimal

from answer.answer import Answer, Citation, Part
from answer.unit_names import unit_name


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as plain values; numbers are int where whole, float otherwise."""
    return {
        "question": answer.question,
        "interpreted_as": answer.interpreted_as,
        "language": answer.language,
        "status": str(answer.status),
        "kind": str(answer.kind),
        "text": answer.text,
        "value": _number(answer.value),
        "value_max": _number(answer.value_max),
        "unit": unit_name(answer.unit),
        "operation": str(answer.operation) if answer.operation else None,
        "figures": [_part(part) for part in answer.figures],
        "items": list(answer.items),
        "verdict": str(answer.verdict) if answer.verdict else None,
        "citations": [_citation(citation) for citation in answer.citations],
        "notes": list(answer.notes),
        "confidence": round(answer.confidence, 2),
        "missing": list(answer.missing),
        "closest": [_citation(citation) for citation in answer.closest],
        "searched": list(answer.searched),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _part(part: Part) -> dict[str, object]:
    return {
        "label": part.label,
        "value": _number(part.value),
        "unit": unit_name(part.unit),
        "section_number": part.section_number,
        "citations": list(part.citations),
    }


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "document": citation.document,
        "title": citation.title,
        "section_number": citation.section_number,
        "section_title": citation.section_title,
        "page": citation.page,
        "page_end": citation.page_end,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }
