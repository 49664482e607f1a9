"""The service of docs/deploy.md is one that systemd takes, and it lets nothing in or out."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ui.terminal.commands import commands

DEPLOY = Path(__file__).resolve().parent.parent / "deploy"
UNIT = DEPLOY / "raadsbron.service"
ANALYZE = shutil.which("systemd-analyze")
MOST_EXPOSED = 50
"""Tenths of systemd's own measure of what a service may do, 0 to 100. Measured 32, an "OK"."""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return the unit as it is, but for its program, which is not installed where tests run."""
    unit = tmp_path / UNIT.name
    text = UNIT.read_text(encoding="utf-8")
    unit.write_text(re.sub("^ExecStart=.*", "ExecStart=/bin/true", text, flags=re.MULTILINE))
    return unit


def analyzed(*arguments: object) -> "subprocess.CompletedProcess[str]":
    if ANALYZE is None:
        pytest.skip("NOT TRIED: no systemd-analyze on this machine")
    command = [ANALYZE, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_systemd_has_no_remark_on_the_unit(installed: Path) -> None:
    found = analyzed("verify", installed)

    assert (found.returncode, found.stderr) == (0, "")


def test_what_the_service_may_do_is_bounded(installed: Path) -> None:
    if "--threshold" not in analyzed("--help").stdout:
        pytest.skip("NOT TRIED: systemd-analyze is too old to judge a unit that is not installed")
    found = analyzed("security", "--offline=true", f"--threshold={MOST_EXPOSED}", installed)

    assert found.returncode == 0, found.stdout


def test_the_command_of_the_unit_is_ours_and_nginx_finds_its_port() -> None:
    unit = configparser.ConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment]
    unit.read(UNIT, encoding="utf-8")
    program, name, *options = unit["Service"]["ExecStart"].split()
    site = (DEPLOY / "nginx-raadsbron.conf").read_text(encoding="utf-8")

    assert program == "/opt/raadsbron/.venv/bin/raadsbron"
    known = {option for each in commands.commands[name].params for option in each.opts}
    assert known.issuperset(options[::2])
    assert f"127.0.0.1:{options[options.index('--port') + 1]}" in site
    assert (unit["Service"]["IPAddressDeny"], unit["Service"]["User"]) == ("any", "raadsbron")
