"""As the next engineer I can trust that the rooms depend on each other in one direction only."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ingest", "store", "answer", "ui", "evals")
PACKAGES = sorted(path.parent.name for path in (ROOT / "answer").glob("*/__init__.py"))
RUN = "from importlinter.cli import lint_imports_command; lint_imports_command()"

BREACHES = {
    "an upward import": ("store/hit.py", "import answer.answer", "Imports point back"),
    "siblings": ("ui/plain.py", "import evals.score", "Imports point back"),
    "an upward import in a function": (
        "ingest/span.py", "def late(): import store.hit", "Imports point back",
    ),
    "a door": ("answer/years.py", "import cli", "Nothing imports the two doors"),
    "chromadb": ("answer/years.py", "import chromadb", "Only store knows"),
    "sentence_transformers": ("evals/bm25.py", "import sentence_transformers", "Only store knows"),
    "streamlit": ("ui/terminal/plain.py", "import streamlit", "Only the page knows"),
}  # fmt: skip


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", RUN, "--no-cache"], cwd=folder, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path) -> Path:
    """Return a copy of our rooms that may be spoilt."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("[!_a-z]*"))
    for name in ("pyproject.toml", "cli.py", "app.py"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_contracts_are_kept(copy) -> None:
    found = lint(copy)

    assert found.returncode == 0, found.stdout + found.stderr
    assert "4 kept, 0 broken" in found.stdout


@pytest.mark.parametrize(("file", "line", "contract"), BREACHES.values(), ids=BREACHES.keys())
def test_breach_is_noticed(copy, file, line, contract) -> None:
    with (copy / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    found = lint(copy)

    broken = [row for row in found.stdout.splitlines() if " BROKEN" in row]
    assert found.returncode == 1
    assert [row.startswith(contract) for row in broken] == [True]


@pytest.mark.parametrize(
    ("door", "rooms"),
    [("cli.py", {"ingest", "ui"}), ("app.py", {"ui", "streamlit"})],
    ids=["cli", "app"],
)
def test_door_imports_its_own_rooms_alone(door, rooms) -> None:
    """These two are no packages, so that import-linter can't look into them."""
    known = {*ROOMS, "streamlit", "chromadb", "sentence_transformers", "torch"}

    assert set(imported(ROOT / door)) & known == rooms


@pytest.mark.parametrize("package", PACKAGES)
def test_package_of_the_answer_room_is_entered_by_its_front(package) -> None:
    """Others use what its `__init__` hands out, so that its modules may be moved and renamed."""
    inside = ROOT / "answer" / package
    modules = {f"answer.{package}.{path.stem}" for path in inside.glob("*.py")}
    others = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    used = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in others
        if inside not in path.parents
        for name in names_imported(path)
        if name in modules
    }

    assert used == set()


def imported(path: Path) -> Iterator[str]:
    """Yield the top-level name of every import, those in functions too."""
    return (name.split(".")[0] for name in names_imported(path))


def names_imported(path: Path) -> Iterator[str]:
    """Yield what each import names, in full, and those in functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
