"""The `raadsbron` command: starts, checks that the parts are ours, and leaves with an exit code.

The commands themselves stand in `ui.terminal.commands`.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

_ROOT = Path(__file__).resolve().parent
_OURS = ("ingest", "store", "answer", "ui")
_FAILED = 2  # as `ui.terminal.exit_code` has it, which can't be imported before the check


def main() -> None:
    """Run the command line and leave with the exit code of `docs/answer-format.md`."""
    shadow = shadowed(_ROOT)
    if shadow:
        sys.stderr.write(f"Fout: {shadow}\n")
        sys.exit(_FAILED)
    sys.exit(run(sys.argv[1:]))


def shadowed(root: Path) -> str:
    """Return in Dutch which of our packages comes from elsewhere than ``root``, "" where none.

    Other distributions install packages of these names, and Python takes the first that it meets.
    """
    for name in _OURS:
        found = find_spec(name)
        origin = Path(found.origin).resolve() if found and found.origin else None
        if origin is None or origin.parent.parent != root:
            return (
                f"het onderdeel '{name}' komt uit {origin or 'een onbekende plaats'}, maar werd "
                f"verwacht in {root}. Een ander pakket heeft dezelfde naam. Installeer Raadsbron "
                "in een eigen, lege omgeving: python -m venv .venv"
            )
    return ""


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; what went wrong is said in one line on stderr."""
    import click  # noqa: PLC0415 - after the check

    from ingest.errors import RaadsbronError  # noqa: PLC0415
    from ui.terminal.commands import commands  # noqa: PLC0415
    from ui.terminal.exit_code import ExitCode  # noqa: PLC0415

    _speak_utf8()
    try:
        with commands.make_context("raadsbron", arguments) as context:
            code = int(commands.invoke(context) or ExitCode.DONE)
        sys.stdout.flush()  # here, where a reader that has gone can still be told apart
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return ExitCode.FAILED
    except BrokenPipeError:
        # The interpreter flushes stdout once more at the end: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nAfgebroken.", err=True)
        return ExitCode.INTERRUPTED
    except (RaadsbronError, OSError) as error:
        click.echo(f"Fout: {error}", err=True)
        return ExitCode.FAILED
    return code


def _speak_utf8() -> None:
    """Let € and “ out whatever the console's encoding is; an answer must not stop on a sign."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
