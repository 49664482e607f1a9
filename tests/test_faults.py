"""As the one who runs it I can trust that a kill, a full disk or a bad file loses nothing."""

import re
import subprocess
import sys

import pytest

from evals.faults.damage import DAMAGES
from evals.faults.outcome import Outcome, Try
from evals.faults.table import table_lines
from evals.faults.worker import ACTIONS
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


def test_the_table_counts_by_fault_and_all_damage_in_one_line() -> None:
    told = Try(told=True, mended=True)
    lines = list(
        table_lines(
            [
                Outcome("kill -9", "full", (GOOD, GOOD)),
                Outcome("damage", "a page", (GOOD,)),
                Outcome("damage", "a bit", (told,)),
                Outcome("kill -9", "full", (GOOD,)),
            ]
        )
    )

    assert lines[2:] == [
        "| kill -9: full | 3 | 3 | 3 | 0 | 0 | 0 |",
        "| damage: 2 kinds | 2 | 2 | 1 | 1 | 0 | 0 |",
        "| **all** | 5 | 5 | 4 | 1 | 0 | 0 |",
    ]


def test_the_paper_shows_the_whole_table_with_nothing_lost() -> None:
    """Its sums are those of its lines, and each kind of damage that is done now is in it."""
    paper = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    found = re.findall(
        r"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", paper, re.M
    )
    rows = {name: tuple(map(int, counts)) for name, *counts in found}
    all_of_it = rows.pop("**all**")
    names = " ".join(rows)

    assert all_of_it == tuple(map(sum, zip(*rows.values(), strict=True)))
    assert all_of_it[-2:] == (0, 0)
    assert sum(rows[f"kill -9 of an ingest: {way}"][0] for way in ACTIONS) >= 100
    assert rows["kill -9 of the page: with a visitor"][0] >= 20
    assert f"damage: {len(DAMAGES)} kinds" in names
    assert f"damage, by the command: {len(DAMAGES)} kinds" in names
