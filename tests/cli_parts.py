"""What the tests of the command line share: a folder of small reports, and a run of the command."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli import run

ROOT = Path(__file__).resolve().parent.parent

ZOO = "# Dierenpark\n\n## 1 Dieren\n\nDe verzorging van de otters kostte in 2024 € 4.700.\n"
POOL = "# Zwembad\n\n## 1 Water\n\nHet verwarmen van het water kostte in 2024 € 9.300.\n"
OTTERS = "Wat kostte de verzorging van de otters?"
WATER = "Wat kostte het verwarmen van het water?"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


def ran(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    """Run the command in this process."""
    capsys.readouterr()
    code = run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return Ran(code, printed.out, printed.err)


def started(
    *arguments: object, module: str = "cli", **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT, env={**os.environ, **environ}, capture_output=True, encoding="utf-8",
        timeout=600, check=False,
    )  # fmt: skip
