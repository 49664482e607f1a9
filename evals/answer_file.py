"""Answers that were written before: the lines of `raadsbron answer-file`."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evals.fields import Fields
from evals.given import read_answer
from evals.question import GoldQuestion
from evals.system import Reply
from ingest.errors import BadInput


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of answers as a system: it replies with the line of the question's id."""

    name: str
    replies: tuple[tuple[str, Reply], ...]

    def reply(self, question: GoldQuestion) -> Reply:
        """Return the answer on file; a question without a line counts as unanswered."""
        return dict(self.replies).get(question.id, Reply(None, "no line with this id"))


def open_answer_file(path: Path) -> AnswerFile:
    """Return the answers of a JSON Lines file of `{"id", "answer"}` or `{"id", "error"}`.

    Raises:
        BadInput: no such file, or a line that is no answer; the message names file and line.
    """
    if not path.is_file():
        message = f"{path}: no such answer file; write one with `raadsbron answer-file`"
        raise BadInput(message)
    lines = path.read_text(encoding="utf-8").splitlines()
    numbered = [(i, line) for i, line in enumerate(lines, start=1) if line.strip()]
    return AnswerFile(path.stem, tuple(_reply(f"{path}:{i}", line) for i, line in numbered))


def _reply(where: str, line: str) -> tuple[str, Reply]:
    try:
        fields = Fields.of(where, json.loads(line, parse_float=Decimal))
    except json.JSONDecodeError as error:
        message = f"{where}: not JSON ({error.msg} at column {error.colno}); mend that line"
        raise BadInput(message) from error
    error_text = fields.maybe_text("error")
    if error_text is not None:
        return fields.text("id"), Reply(None, error_text)
    return fields.text("id"), Reply(read_answer(fields.inner("answer")))
