"""What the server writes down when something goes wrong: where and which kind, never the words.

The message of an exception can hold what was asked or what a report says ("KeyError: 'pietersen'"),
and a log lives longer than a conversation.
"""

import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

_ROOT = Path(__file__).resolve().parent.parent
_MOST_PLACES = 12  # of one exception, the innermost: enough to find the line at fault
_OURS = ("ui", "answer", "store", "ingest")

Factory = Callable[..., logging.LogRecord]


def keep_words_out() -> None:
    """Let every logger of this process, of libraries too, name an exception without its message.

    Our own lines become JSON, one object a line: ``time``, ``level``, ``logger``, ``said`` and,
    where there was an exception, ``error``.
    """
    factory = logging.getLogRecordFactory()
    if getattr(factory, "keeps_words_out", False):
        return
    logging.setLogRecordFactory(_without_words(factory))
    for name in _OURS:
        logger = logging.getLogger(name)
        handler = logging.StreamHandler()
        handler.setFormatter(_AsJson())
        logger.addHandler(handler)
        logger.propagate = False


def traced(error: BaseException | None) -> str:
    """Return kind and places of an exception, and of those behind it, on one line.

    >>> try:
    ...     {}["Hoe oud is de heer De Vries?"]
    ... except KeyError as found:
    ...     "KeyError at" in traced(found), "Vries" in traced(found)
    (True, False)
    """
    return " <- ".join(_traced(error))


def _traced(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        places = list(_places(error.__traceback__))[-_MOST_PLACES:]
        yield f"{type(error).__name__} at {' > '.join(places) or 'no known place'}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        name = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else Path(*path.parts[-2:])
        yield f"{name.as_posix()}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _without_words(factory: Factory) -> Factory:
    def made(*arguments: object, **more: object) -> logging.LogRecord:
        record = factory(*arguments, **more)
        if isinstance(record.exc_info, tuple):
            # A formatter prints this text where there is one, and makes its own where there is not.
            record.exc_text = traced(record.exc_info[1])
            record.exc_info = None
        return record

    made.keeps_words_out = True  # type: ignore[attr-defined]
    return made


class _AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "said": record.getMessage(),
        }
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)
