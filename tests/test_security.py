"""A hostile file, package or habit gets no further than it was let in."""

import io
import json
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ingest.messages import receive
from tests.cli_parts import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SECURITY = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")

KNOWN_BAD = {
    "authlib": ("1.6.4", "1.3.2"),  # CVE-2025-59420, headers of a token that are passed over
    "chromadb": ("1.5.8", "0.6.3"),
    "langchain-text-splitters": ("1.1.1", "0.3.9"),  # CVE-2026-41481
    "pillow": ("10.2.0", "9.5.0"),  # CVE-2024-28219
    "pypdf": ("6.16.0", "5.9.0"),  # endless loops on broken files
    "torch": ("2.5.1",),  # CVE-2025-32434, code from a checkpoint
    "starlette": ("0.49.0", "0.46.0"),  # CVE-2025-62727, a request that keeps the server busy
    "streamlit": ("1.36.0",),  # CVE-2024-42474, files outside the static folder on Windows
    "numpy": ("1.21.0",),
}
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED_FOR = (*PROJECT["project"]["dependencies"], *EXTRAS["auth"], *EXTRAS["ocr"])


@pytest.mark.parametrize("name", sorted(KNOWN_BAD))
def test_known_bad_versions_can_not_be_installed(name) -> None:
    wanted = {r.name.lower(): r for r in map(Requirement, ASKED_FOR)}

    for version in KNOWN_BAD[name]:
        assert version not in wanted[name].specifier


def test_a_reading_process_can_not_make_us_wait_for_more_than_memory_holds() -> None:
    assert receive(io.BytesIO((1 << 62).to_bytes(8, "little") + b"x" * 100)) is None
    assert receive(io.BytesIO((3).to_bytes(8, "little") + b"abc")) == b"abc"


def test_nothing_is_ever_unpickled() -> None:
    """Pickle can name any function; what comes from elsewhere is JSON, SQLite or plain numbers."""
    habit = re.compile(
        r"(import|from) (pickle|marshal|shelve|joblib|dill)|allow_pickle=True|torch\.load\("
    )
    found = [
        path.relative_to(ROOT).as_posix()
        for layer in ("ingest", "store", "answer", "ui", "evals")
        for path in (ROOT / layer).rglob("*.py")
        if habit.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_no_code_listens_or_calls_out() -> None:
    """Streamlit alone serves; the tests of the network being shut see the rest."""
    forbidden = re.compile(
        r"HttpClient|\.bind\(|http\.server|import (requests|httpx|urllib\.request)"
    )
    for layer in ("ingest", "store", "answer", "ui"):
        for path in (ROOT / layer).rglob("*.py"):
            assert not forbidden.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("code", PROJECT["tool"]["bandit"]["skips"])
def test_each_habit_that_is_allowed_has_a_written_reason(code) -> None:
    assert re.search(rf"^\| {code} \| .{{20,}} \|$", SECURITY, re.MULTILINE)


def test_each_exception_in_the_code_is_of_one_kind_and_each_fault_has_a_reason() -> None:
    codes = set()
    for layer in ("ingest", "store", "answer", "ui", "evals"):
        for path in (ROOT / layer).rglob("*.py"):
            codes |= set(re.findall(r"# nosec (\w+)", path.read_text(encoding="utf-8")))

    assert codes == {"B608"}
    for code in codes:
        assert re.search(rf"^\| {code} \| .{{20,}} \|$", SECURITY, re.MULTILINE)
    for fault in PROJECT["tool"]["raadsbron"]["audit"]:
        assert len(fault["reason"]) > 30
        assert fault["id"] in SECURITY


def audit(printed: str) -> tuple[str, int]:
    """Return what `make audit` makes of what pip-audit printed."""
    module = runpy.run_path(str(ROOT / ".ci" / "audit.py"))
    found: tuple[str, int] = module["verdict"](printed, "no route to host")
    return found


AUDITS = {
    "nothing could be looked up": (
        {"dependencies": [{"name": "numpy", "skip_reason": "not found"}]}, "NOT AUDITED", 0,
    ),
    "no known faults": (
        {"dependencies": [{"name": "numpy", "version": "2.4.6", "vulns": []}]}, "No known", 0,
    ),
    "a known fault": (
        {"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}]},
        "a 1: CVE-1", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("found", "said", "code"), AUDITS.values(), ids=AUDITS.keys())
def test_an_audit_says_what_it_could_look_up(found, said, code) -> None:
    printed, exit_code = audit(json.dumps(found))

    assert said in printed
    assert exit_code == code


def test_an_audit_without_network_is_never_taken_for_a_good_one() -> None:
    assert "NOT AUDITED" in audit("")[0]


def test_tests_of_the_threat_table_are_there() -> None:
    named = set(re.findall(r"`(tests/[a-z_/]+\.py)`", SECURITY))

    assert len(named) > 10
    for name in named:
        assert (ROOT / name).is_file(), name


@pytest.mark.skipif(shutil.which("git") is None, reason="git")
def test_no_secret_is_kept_in_the_repository() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()

    assert not [name for name in listed if Path(name).name in ("secrets.toml", ".env", "id_rsa")]
    assert sys.version_info >= (3, 11)
