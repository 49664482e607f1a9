"""I can trust the README: its commands are there and its question gives the printed answer."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.cli_parts import ran
from ui.terminal.commands import commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAPERS = tuple(
    path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")) if path.is_file()
)
ALL_PAPERS = "\n".join(path.read_text(encoding="utf-8") for path in PAPERS)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.model
def test_question_of_the_readme_gives_the_printed_answer(capsys, sample_home) -> None:
    question, printed = re.findall(
        r'```\nraadsbron ask "([^"]+)"\n```\n\n```\n(.*?)```', README, re.DOTALL
    )[0]

    assert ran(capsys, "ask", question, "--store", sample_home).out == printed


def test_readme_is_short_enough_to_read() -> None:
    assert len(README.splitlines()) < 150


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_command_is_in_the_readme_and_has_help(name) -> None:
    assert f"`raadsbron {name}" in README
    assert commands.commands[name].help


@pytest.mark.parametrize(
    "option",
    sorted(
        {o for c in commands.commands.values() for p in c.params for o in p.opts if o[0] == "-"}
    ),
)
def test_option_is_in_the_readme(option) -> None:
    assert option in README


def test_settings_of_the_code_are_those_of_the_readme() -> None:
    code = (path.read_text(encoding="utf-8") for path in ROOT.glob("[a-z]*/**/*.py"))
    outside_tests = "\n".join((*code, (ROOT / "cli.py").read_text(encoding="utf-8")))
    read = set(re.findall(r"\"(RAADSBRON_[A-Z]+)\"", outside_tests))
    rows = set(re.findall(r"^\| `(RAADSBRON_[A-Z]+)` \|", README, re.MULTILINE))

    assert rows == read


def test_make_targets_of_the_papers_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    named = set(re.findall(r"(?:`|^)make ([a-z]+)", ALL_PAPERS, re.MULTILINE))
    assert named >= {"chat", "test", "check"}
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_links_lead_somewhere(paper) -> None:
    for target in LINK.findall(paper.read_text(encoding="utf-8")):
        assert (paper.parent / target).exists(), target


def test_modules_that_papers_name_are_there() -> None:
    for name in re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:\.py|/))`", ALL_PAPERS):
        assert (ROOT / name).exists(), name


def test_changelog_says_with_which_versions_each_dependency_was_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    for wanted in project["dependencies"]:
        name = re.split(r"[\[<>=;~ ]", wanted, maxsplit=1)[0]
        assert re.search(rf"\b{re.escape(name)}\s\d", changelog), name


def test_licence_of_the_project_is_that_of_the_notice() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert f"SPDX-License-Identifier: {project['license']}" in (ROOT / "LICENSE").read_text()


def test_the_register_gives_the_measured_rates_and_no_others() -> None:
    """What is told in public follows the table in limits.md, also after the next measurement."""
    limits = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    row = re.compile(r"^\| (\d+) [^|]*\| (\d+)% \| (\d+)% \| (\d+)% \|$", re.MULTILINE)
    measured = {asked: rates for asked, *rates in row.findall(limits)}
    register = (ROOT / "docs" / "algoritmeregister.md").read_text(encoding="utf-8")
    said = next(line for line in register.splitlines() if line.startswith("| Risicobeheer |"))

    for asked in ("165", "50", "80"):
        right, of_answers, _ = measured[asked]
        assert re.search(rf"{asked} (bekende )?vragen [^.;]*?{right}%", said), asked
        assert asked == "165" or f"klopte {of_answers}%" in said
    assert set(re.findall(r"(\d+)%", said)) <= {rate for each in measured.values() for rate in each}
