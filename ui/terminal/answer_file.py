"""A file of answers, one JSON object a line in the order of the questions; whole or not at all."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from answer.answer import Answer
from answer.as_json import to_json
from ingest.errors import BadInput
from ui.terminal.question_file import Asked, BadLine

Ask = Callable[[str, tuple[str, ...]], Answer]


def write_answers(
    questions: Iterable[Asked | BadLine], ask: Ask, out: Path, tell: Callable[[], None]
) -> None:
    """Write ``{"id", "answer"}`` or ``{"id", "error"}`` per question to ``out``, UTF-8.

    ``tell`` is called after each. The file appears when all are: a run that is broken off leaves
    what was there.

    Raises:
        BadInput: when ``out`` can't be written.
    """
    try:
        if out.exists() and not out.is_file():  # a pipe or /dev/stdout can't be replaced
            with out.open("w", encoding="utf-8") as stream:
                stream.writelines(answered(questions, ask, tell))
            return
        _write_whole(answered(questions, ask, tell), out)
    except BrokenPipeError:
        raise
    except OSError as error:
        message = (
            f"{out} kan niet worden geschreven: {error.strerror or error}. Kies met --out een "
            "bestand in een map die er is en waarin u mag schrijven."
        )
        raise BadInput(message) from error


def answered(
    questions: Iterable[Asked | BadLine], ask: Ask, tell: Callable[[], None]
) -> Iterator[str]:
    """Yield one line of JSON per question, its end included."""
    for asked in questions:
        yield json.dumps(_line(asked, ask), ensure_ascii=False) + "\n"
        tell()


def _line(asked: Asked | BadLine, ask: Ask) -> dict[str, object]:
    if isinstance(asked, BadLine):
        return {"id": asked.id, "error": asked.error}
    try:
        return {"id": asked.id, "answer": to_json(ask(asked.question, asked.history))}
    except Exception as error:
        return {"id": asked.id, "error": f"{type(error).__name__}: {error}"}


def _write_whole(lines: Iterable[str], out: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.absolute().parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
        made.chmod(0o644)  # mkstemp gives 0600; this is an ordinary file
        made.replace(out)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
