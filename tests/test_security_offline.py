"""On a machine without any network I chat and score as well as on any other."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_parts import ROOT

pytestmark = pytest.mark.model

# In a namespace of its own there is one interface, loopback, and it is down.
WITHIN = """
import fcntl, os, signal, socket, struct, subprocess, sys, urllib.request
from tests.test_offline import free_port, wait_for

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
    up = struct.pack("16sh14s", b"lo", 0x1 | 0x40, b"")
    fcntl.ioctl(line, 0x8914, up)  # SIOCSIFFLAGS: loopback up
names = [name for _, name in socket.if_nameindex()]
print("interfaces", names)
try:
    socket.create_connection(("192.0.2.1", 80), timeout=2)
except OSError:
    print("no way out")
store = sys.argv[1]
port = free_port()
chat = subprocess.Popen(
    [sys.executable, "-m", "cli", "chat", "--port", str(port), "--store", store],
    env={**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"},
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    wait_for(f"http://127.0.0.1:{port}/_stcore/health", chat)
    from evals.page_visitor import PageVisitor
    with PageVisitor(f"http://127.0.0.1:{port}") as visitor:
        print("chat failed:", visitor.ask("Hoeveel ging er naar valpreventie?").failed)
finally:
    chat.send_signal(signal.SIGINT)
    chat.wait(timeout=300)
from evals.run import main
questions = "evals/questions/own-samples.jsonl"
code = main([questions, "--reports", "docs/reports", "--limit", "3", "--out", sys.argv[2]])
print("evals", code)
"""


def test_chat_and_evals_work_where_loopback_is_all_there_is(sample_home, tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    prefix = [unshare, "-rn"] if unshare else []
    if (
        not unshare
        or subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("NOT TRIED: no network namespace can be made here (unshare -rn)")
    command = [*prefix, sys.executable, "-c", WITHIN, str(sample_home), str(tmp_path / "out")]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=900, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "interfaces ['lo']" in done.stdout
    assert "no way out" in done.stdout
    assert "chat failed: False" in done.stdout
    assert "evals 0" in done.stdout
