"""Starts the chat: Streamlit on `app.py`, for this machine alone."""

import os
import subprocess
import sys
from pathlib import Path

from store.settings import Settings

APP = Path(__file__).resolve().parent.parent / "app.py"
HOST = "127.0.0.1"


def run_chat(settings: Settings, port: int) -> int:
    """Serve the page until it is stopped, and return the exit code of Streamlit.

    The store goes along in the environment: the page is another process.
    """
    environ = {**os.environ, "RAADSBRON_STORE": str(settings.store.absolute())}
    process = subprocess.Popen(chat_command(port), env=environ)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # Streamlit got it too and stops by itself
            continue


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
    return (sys.executable, "-m", "streamlit", "run", str(APP), *options)
