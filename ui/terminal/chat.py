"""Starts the chat: Streamlit on `app.py`, for this machine alone."""

import os
import subprocess
import sys
from pathlib import Path

from store.settings import Settings

APP = Path(__file__).resolve().parent.parent.parent / "app.py"
HOST = "127.0.0.1"


def run_chat(settings: Settings, port: int) -> int:
    """Serve the page until it is stopped, and return the exit code of Streamlit.

    The store goes along in the environment. Where the system can do it, this process becomes
    Streamlit, so that Ctrl+C and a stop from outside reach it and leave nothing running.
    """
    environ = {**os.environ, "RAADSBRON_STORE": str(settings.store.absolute())}
    command = chat_command(port)
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environ)
    return subprocess.run(command, env=environ, check=False).returncode


def chat_command(port: int) -> tuple[str, ...]:
    """Return the command. Flags win over any configuration file that lies about."""
    flags = {
        "server.address": HOST,
        "server.port": str(port),
        "server.showEmailPrompt": "false",  # it would wait for an answer on the terminal
        "browser.serverAddress": HOST,
        "browser.gatherUsageStats": "false",
    }
    options = (f"--{name}={value}" for name, value in flags.items())
    return (sys.executable, "-m", "ui.terminal.serve", "run", str(APP), *options)
