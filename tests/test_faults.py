"""As the one who runs it I can trust that a kill, a full disk or a bad file loses nothing."""

import subprocess
import sys

import pytest

from evals.faults.outcome import Outcome, Try
from evals.faults.table import table_lines
from tests.cli_parts import ROOT

GOOD = Try(answered=True, mended=True)


def test_every_kind_of_fault_is_survived_or_explained() -> None:
    """The long version is `python -m evals.faults`; its table stands in docs/security.md."""
    command = [sys.executable, "-m", "evals.faults", "--short"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    groups = {line.split(":")[0] for line in done.stdout.splitlines() if line.startswith("| ")}
    assert groups >= {
        "| kill -9 of an ingest", "| damage", "| disk full", "| rights", "| two at once", "| clock",
    }  # fmt: skip


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(Try(mended=True), id="no answer and no word"),
        pytest.param(Try(answered=True), id="lost"),
        pytest.param(Try(answered=True, mended=True, left=("gen-1",)), id="left behind"),
    ],
)
def test_the_table_shows_what_went_wrong(bad) -> None:
    outcome = Outcome("damage", "a page", (GOOD, bad))

    assert outcome.bad == (bad,)
    assert "WRONG damage: a page" in list(table_lines([outcome]))[-1]


def test_the_table_counts() -> None:
    lines = list(table_lines([Outcome("damage", "a page", (GOOD, Try(told=True, mended=True)))]))

    assert lines[2] == "| damage: a page | 2 | 2 | 1 | 1 | 0 | 0 |"
    assert lines[3] == "| **all** | 2 | 2 | 1 | 1 | 0 | 0 |"
