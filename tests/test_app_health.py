"""My monitor sees whether questions are answered, and learns nothing of what the reports say."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from store.samples import sample_settings
from store.settings import Settings
from tests.cli_parts import ROOT
from tests.test_offline import free_port, wait_for
from ui.health import PATH

pytestmark = pytest.mark.model
PATIENCE = 300  # seconds; others may keep the cores


@dataclass(frozen=True, slots=True)
class Page:
    """The running page and a store of its own, that may be spoilt."""

    address: str
    store: Path

    def health(self) -> tuple[int, dict[str, Any]]:
        """Return the status and the JSON that a monitor gets."""
        try:
            with urllib.request.urlopen(self.address + PATH, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def after(self, wanted: Callable[[int], bool]) -> tuple[int, dict[str, Any]]:
        """Return what it gets once the status is as wanted, or at the end of patience."""
        until = time.monotonic() + PATIENCE
        while not wanted((found := self.health())[0]) and time.monotonic() < until:
            time.sleep(0.1)
        return found


@pytest.fixture
def page(sample_home: Path, tmp_path: Path) -> Iterator[Page]:
    made = sample_settings(Settings(store=sample_home)).store
    store = tmp_path / "index"
    shutil.copytree(made, store)
    port = free_port()
    command = [sys.executable, "-m", "cli", "chat", "--port", str(port), "--store", str(store)]
    environ = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=quiet, stderr=quiet)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield Page(f"http://127.0.0.1:{port}", store)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def test_a_monitor_is_told_when_questions_are_answered_and_when_not(page) -> None:
    status, state = page.after(lambda status: status == 200)
    assert (status, state["ok"], state["sample"]) == (200, True, False)
    assert state["age_seconds"] >= 0
    assert set(state) == {"ok", "sample", "created", "age_seconds"}

    pointer = (page.store / "CURRENT").read_text()
    (page.store / "CURRENT").write_text("gen-weg")
    status, state = page.after(lambda status: status == 503)
    assert (status, state["ok"], state["age_seconds"]) == (503, False, None)
    assert str(page.store) not in json.dumps(state)

    (page.store / "CURRENT").write_text(pointer)
    assert page.after(lambda status: status == 200)[0] == 200


def test_another_site_is_told_nothing(page) -> None:
    request = urllib.request.Request(page.address + PATH, headers={"Host": "elders.example"})

    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request, timeout=PATIENCE).close()
