"""A file of questions, one JSON object a line; a line that can't be used spoils no other."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from ingest.errors import BadInput


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the earlier ones of its conversation, oldest first."""

    id: object  # whatever JSON value the file gave; it is handed back as it came
    question: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that can't be asked; ``id`` is None where the line has none that can be read."""

    id: object
    error: str


def read_questions(path: Path) -> tuple[Asked | BadLine, ...]:
    """Return what stands on each line of ``path``, in order; empty lines count for nothing.

    Raises:
        BadInput: when the file itself can't be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = (
            f"{path} is niet te lezen: {error.strerror or error}. Geef een bestand met op elke "
            'regel een vraag, zoals {"id": "1", "question": "Hoeveel ging er naar sport?"}.'
        )
        raise BadInput(message) from error
    return tuple(_lines(raw.removeprefix(b"\xef\xbb\xbf")))


def _lines(raw: bytes) -> Iterator[Asked | BadLine]:
    # Split as bytes: a line that is no UTF-8 must not spoil the others, nor may U+2028 break one.
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if line.strip():
            yield read_line(line, number)


def read_line(line: bytes, number: int) -> Asked | BadLine:
    """Return the question on one line; ``number`` counts from 1 and stands in the error.

    >>> read_line(b'{"id": 7, "question": "Wat kost sport?"}', 1)
    Asked(id=7, question='Wat kost sport?', history=())
    >>> read_line(b'{"id": 7}', 3).error
    'regel 3: "question" moet een tekst zijn'
    """
    try:
        fields = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return BadLine(None, f"regel {number}: geen JSON in UTF-8 ({error})")
    if not isinstance(fields, dict):
        return BadLine(None, f'regel {number}: een object met "id" en "question" werd verwacht')
    given, question, history = fields.get("id"), fields.get("question"), fields.get("history")
    if not _is_text(question):
        return BadLine(given, f'regel {number}: "question" moet een tekst zijn')
    earlier = [] if history is None else history
    if not isinstance(earlier, list) or not all(map(_is_text, earlier)):
        return BadLine(given, f'regel {number}: "history" moet een lijst van teksten zijn')
    return Asked(given, question, tuple(earlier))


def _is_text(value: object) -> TypeGuard[str]:
    """Return whether ``value`` is text that can be written as UTF-8 (JSON may hold half a pair)."""
    return isinstance(value, str) and not any("\ud800" <= c <= "\udfff" for c in value)
