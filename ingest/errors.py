"""The errors that a caller can act on; a refusal to answer is a value, never an error.

RaadsbronError
├── UnreadableReport   one file can't be read; the others go in
├── StoreMissing       no index has been built yet
├── StoreMismatch      the index was built by another model or schema
├── StoreBusy          another process is writing
└── BadInput           an argument or a question file can't be used
"""


class RaadsbronError(Exception):
    """Base of everything that Raadsbron raises on purpose.

    The message says what went wrong and where, what was found and expected, and the next step.
    """


class UnreadableReport(RaadsbronError):
    """A file that can't become a report: a scan, broken, locked, empty or of another type."""


class StoreMissing(RaadsbronError):
    """There is no index at the given place."""


class StoreMismatch(RaadsbronError):
    """The index was made by another model, dimension or schema than is asked for."""


class StoreBusy(RaadsbronError):
    """Another process holds the write lock of the store."""


class BadInput(RaadsbronError):
    """An argument, setting or question file that can't be used."""
