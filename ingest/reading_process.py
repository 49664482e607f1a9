"""The reading process: takes one file after another from its input and answers with the report."""

import json
import logging
import os
import sys
import warnings
from importlib import import_module

from ingest.errors import UnreadableReport
from ingest.fence import raise_fence
from ingest.limits import Limits
from ingest.memory_limit import bound_memory
from ingest.messages import receive, send
from ingest.plain_data import as_plain, from_plain
from ingest.report import Report
from ingest.source import Source

_READERS = {"pdf": "ingest.read_pdf", "docx": "ingest.read_docx"}


def serve() -> None:
    """Answer requests until the input ends; what libraries print goes nowhere."""
    requests = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    fenced = False
    while (request := receive(requests)) is not None:
        source, limits = _understood(request)
        bound_memory(limits.memory)
        if not fenced:
            _load_reader(source)  # Python may still keep what it compiles
            raise_fence(programs=limits.recognises)  # Tesseract is a program, and writes files
            fenced = True
        send(answers, json.dumps(as_plain(_result(source, limits))).encode())


def _understood(request: bytes) -> tuple[Source, Limits]:
    source, limits = json.loads(request)
    return from_plain(Source, source), from_plain(Limits, limits)


def _load_reader(source: Source) -> None:
    """Load what reads files of this format, as `ingest.parse` does when it gets one."""
    try:
        import_module("ingest.parse")
        import_module(_READERS.get(source.format, "ingest.read_text"))
    except Exception:  # too little memory; said when the file is read
        return


def _result(source: Source, limits: Limits) -> Report | str:
    from ingest.parse import parse_report  # noqa: PLC0415

    name = source.path.name
    try:
        return parse_report(source, limits)
    except UnreadableReport as error:
        return str(error)
    except MemoryError:
        return (
            f"{name} vraagt meer dan {limits.memory // 1024**2} MB geheugen. Splits het, of sla "
            "het opnieuw op als PDF."
        )
    except Exception as error:
        return (
            f"{name} is niet te lezen ({type(error).__name__}). Sla het opnieuw op als PDF of DOCX."
        )
