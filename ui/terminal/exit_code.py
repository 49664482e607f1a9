"""What a command's exit code says; the same for every command, see `docs/answer-format.md`."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0  # for `ask`: answered
    NOT_FOUND = 1  # `ask` only: the reports do not say it
    FAILED = 2  # bad arguments, unreadable input, no store: nothing was done
    PARTLY = 3  # some files were refused, the others went in
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it
    PIPE_CLOSED = 141  # 128 + SIGPIPE: whoever read our output stopped reading
