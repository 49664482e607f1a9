"""Takes a report over from the reading process, and nothing else.

Pickle can name any function; a reading process that a hostile file took over must not be believed.
"""

import io
import pickle

from ingest.report import Report

_ALLOWED = frozenset(
    (
        *(
            ("ingest.report", name)
            for name in (
                *("Report", "Page", "Section", "Passage", "Sentence", "Figure", "Health"),
                *("Origin", "Place"),
            )
        ),
        ("ingest.span", "Span"),
        ("decimal", "Decimal"),
    )
)


def dump_result(result: Report | str) -> bytes:
    """Return a report, or the reason why there is none, as bytes for `load_result`."""
    return pickle.dumps(result, protocol=5)


def load_result(data: bytes) -> Report | str:
    """Return the report or reason in ``data``.

    Raises:
        pickle.UnpicklingError: when it holds anything but a report's own types.
    """
    result = _Reader(io.BytesIO(data)).load()
    if not isinstance(result, Report | str):
        message = f"expected a report or a reason, found {type(result).__name__}"
        raise pickle.UnpicklingError(message)
    return result


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in _ALLOWED:
            message = f"expected a type of a report, found {module}.{name}"
            raise pickle.UnpicklingError(message)
        return super().find_class(module, name)
