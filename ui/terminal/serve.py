"""Runs Streamlit's server as its own command does, and ends quietly at Ctrl+C.

Started as ``python -m ui.terminal.serve run app.py ...`` by `ui.terminal.chat`.
"""

import sys

import click
from streamlit.web.cli import main as streamlit


def serve(arguments: list[str]) -> int:
    """Return the exit code of Streamlit's command; 0 where someone stopped it by Ctrl+C."""
    try:
        streamlit.main(args=arguments, prog_name="streamlit", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return 0  # Streamlit's own command says "Aborted!" and ends with 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:]))
