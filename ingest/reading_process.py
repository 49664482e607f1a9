"""The reading process: takes one file after another from its input and answers with the report."""

import logging
import os
import pickle
import struct
import sys
import warnings
from typing import IO

from ingest.errors import UnreadableReport
from ingest.limits import Limits
from ingest.report import Report
from ingest.report_pickle import dump_result
from ingest.source import Source

_LENGTH = struct.Struct("<Q")


def serve() -> None:
    """Answer requests until the input ends; what libraries print goes nowhere."""
    requests = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    while (request := _next(requests)) is not None:
        source, limits = request
        _bound_memory(limits.memory)
        data = dump_result(_result(source, limits))
        answers.write(_LENGTH.pack(len(data)) + data)
        answers.flush()


def _next(requests: IO[bytes]) -> tuple[Source, Limits] | None:
    head = requests.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    source, limits = pickle.loads(requests.read(length))  # nosec B301 - from our own process
    return source, limits


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


def _bound_memory(size: int) -> None:
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
