"""Messages to and from a process of ours that handles files of strangers: length, then bytes."""

import struct
from typing import IO

_LENGTH = struct.Struct("<Q")
_LONGEST = 1 << 30  # bytes; a report of 300 pages is 10 MB


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Return the next message, None where the other side has ended or says something else.

    A process that was taken over can claim any length: more than a gigabyte is not waited for.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LONGEST:
        return None
    data = stream.read(length)
    return data if len(data) == length else None
