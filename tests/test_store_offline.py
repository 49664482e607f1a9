"""What the reports say stays on this machine: the model is opened and used without a connection."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.model

# In a process of its own: libraries also call out while they are imported, and swallow the error.
# An audit hook sees every attempt, also one that is tried through another class than socket's.
_GUARDED = """
import sys

attempts = []


def watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        host = arguments[1] if event == "socket.sendto" else arguments[0]
    elif event == "socket.connect":
        host = arguments[1]
    else:
        return
    host = host[0] if isinstance(host, tuple) else host
    if host not in (None, "", "localhost") and not str(host).startswith(("/", "127.", "::1")):
        attempts.append((event, host))
        raise OSError("the network is blocked")


sys.addaudithook(watch)
"""
_ENCODE = """
from store.open_encoder import bulk_encoder, query_encoder
from store.settings import Settings

settings = Settings.from_env()
for open_encoder in (query_encoder, bulk_encoder):
    encoder = open_encoder(settings)
    encoder.encode_queries(["Hoeveel kostte het zwembad?"])
    encoder.encode_passages(["Het zwembad kostte € 3.000."])
    print(type(encoder).__name__)
"""
_UNKNOWN = """
from ingest.errors import BadInput
from store.open_encoder import query_encoder
from store.settings import Settings

try:
    query_encoder(Settings(model="sentence-transformers/nobody-has-this-one"))
except BadInput:
    print("refused")
"""
_CALL = """
import socket

try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError:
    print("blocked")
"""


@pytest.mark.parametrize(
    ("work", "printed", "calls"),
    [
        (_ENCODE, ["LightEncoder", "TransformerEncoder"], 0),
        (_UNKNOWN, ["refused"], 0),
        (_CALL, ["blocked"], 1),
    ],
    ids=["both encoders", "a model that is not here", "the guard itself"],
)
def test_nothing_calls_outside(work, printed, calls):
    code = f"{_GUARDED}{work}\nprint(len(attempts))"

    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.split() == [*printed, str(calls)]
    assert run.stderr == "", "the reader would see this"
