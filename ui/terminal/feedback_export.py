"""Writes what visitors said of answers as question files."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.errors import BadInput
from ui.feedback_file import Feedback, Rating


def write_questions(kept: Sequence[Feedback], out: Path) -> Iterator[str]:
    """Write the questions to ``out``, and those without a right answer beside it; yield in Dutch.

    Of a question that was judged twice the last judgement counts. The files are in the order in
    which questions were first judged.

    Raises:
        BadInput: when a file can't be written.
    """
    if not kept:
        yield "Er zijn geen reacties bewaard. Zet ze aan met RAADSBRON_FEEDBACK (aantal dagen)."
        return
    last = {str(json.loads(each.line)["id"]): each for each in kept}
    good = [each.line for each in last.values() if each.rating is Rating.GOOD]
    todo = [each.line for each in last.values() if each.rating is not Rating.GOOD]
    yield from _written(good, out, "{count} met een goed antwoord: {path}")
    beside = out.with_name(f"{out.stem}-nakijken{out.suffix}")
    yield from _written(
        todo, beside, '{count} zonder goed antwoord: {path}. Vul daar "answer" en "evidence" in.'
    )


def _written(lines: Sequence[str], path: Path, said: str) -> Iterator[str]:
    if not lines:
        return
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        message = (
            f"{path} kan niet worden geschreven: {error.strerror or error}. Kies met --out een "
            "bestand in een map die er is en waarin u mag schrijven."
        )
        raise BadInput(message) from error
    count = f"{len(lines)} {'vraag' if len(lines) == 1 else 'vragen'}"
    yield said.format(count=count, path=path)
