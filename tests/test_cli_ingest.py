"""I read my own folder of reports in, and hear of every file what became of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store.open_encoder import query_encoder
from tests.cli_parts import OTTERS, POOL, WATER, ZOO, Ran, ran, started

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def quick_encoder(monkeypatch) -> None:
    """Encode with the light engine of the same model: a few sentences need no torch."""
    monkeypatch.setattr("ui.terminal.archive.bulk_encoder", query_encoder)
    monkeypatch.delenv("RAADSBRON_STORE", raising=False)


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    """Return an empty folder that is the current one, with two folders of reports in it."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("zoo", ZOO), ("pool", POOL)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def command(capsys, here) -> Callable[..., Ran]:
    """Return a function that runs a command in the folder of `here`."""
    return lambda *arguments: ran(capsys, *arguments)


def test_own_reports_answer_from_then_on(command) -> None:
    read_in = command("ingest", "zoo")
    answered = command("ask", OTTERS)

    assert (read_in.code, answered.code) == (0, 0)
    assert "Ingelezen: zoo" in read_in.out
    assert "1 van 1 bestanden" in read_in.err
    assert "4.700" in answered.out
    assert "voorbeeld" not in answered.out + answered.err


def test_second_time_reads_nothing_again(command) -> None:
    command("ingest", "zoo")
    again = command("ingest", "zoo")

    assert again.code == 0
    assert "Onveranderd: 1" in again.out
    assert "Ingelezen" not in again.out


def test_refused_file_is_named_and_the_others_go_in(command, here) -> None:
    (here / "zoo" / "kapot.pdf").write_bytes(b"geen pdf")
    found = command("ingest", "zoo")

    assert found.code == 3
    assert "Niet gelezen: kapot.pdf" in found.err
    assert "Ingelezen: zoo" in found.out


@pytest.mark.parametrize("formats", [("--formats", "pdf"), ("--formats", "xls")], ids=str)
def test_nothing_to_read_leaves_with_2(command, formats) -> None:
    assert command("ingest", "zoo", *formats).code == 2


def test_only_refused_files_leave_with_2_and_the_reason(command, here) -> None:
    (here / "zoo" / "zoo.md").write_text("")
    found = command("ingest", "zoo")

    assert (found.code, found.out) == (2, "")
    assert "zoo.md" in found.err


@pytest.mark.parametrize(
    "arguments",
    [("ingest",), ("ingest", "weg"), ("vraag",), ("ask",), ("ask", "x", "--no"), ("text", "weg")],
    ids=" ".join,
)
def test_wrong_arguments_leave_with_2(command, arguments) -> None:
    found = command(*arguments)

    assert (found.code, found.out) == (2, "")
    assert found.err


def test_vanished_report_goes_with_prune_only(command, here) -> None:
    shutil.copy(here / "pool" / "pool.md", here / "zoo")
    command("ingest", "zoo")
    (here / "zoo" / "pool.md").unlink()

    assert "Verdwenen: pool" in command("ingest", "zoo").out
    assert "Verwijderd: pool" in command("ingest", "zoo", "--prune").out


def test_rebuild_keeps_these_folders_alone(command) -> None:
    command("ingest", "zoo")
    command("ingest", "pool", "--rebuild")

    assert command("reports").out.startswith("pool: Zwembad")
    assert "zoo" not in command("reports").out


def test_format_chooses_among_files_of_one_name(command, here) -> None:
    (here / "zoo" / "zoo.txt").write_text(POOL, encoding="utf-8")
    command("ingest", "zoo", "--formats", "MD,pdf")

    assert "MD" in command("reports").out


def test_folder_of_the_moment_answers_alone(command) -> None:
    command("ingest", "zoo")

    assert command("ask", WATER, "--reports", "pool").code == 0
    assert command("ask", OTTERS, "--reports", "pool").code == 1
    assert command("ask", OTTERS).code == 0
    assert command("reports", "--reports", "pool").out.startswith("pool: ")
    assert command("text", "pool").out == POOL


def test_folder_of_the_moment_is_followed(command, here) -> None:
    shutil.copy(here / "pool" / "pool.md", here / "zoo")
    assert command("ask", WATER, "--reports", "zoo").code == 0
    (here / "zoo" / "pool.md").unlink()

    assert command("ask", WATER, "--reports", "zoo").code == 1


def test_folder_of_the_moment_goes_into_the_store_that_is_named(command) -> None:
    command("ask", WATER, "--reports", "pool", "--store", "index")
    command("ask", OTTERS, "--reports", "zoo", "--store", "index")

    assert command("ask", WATER, "--reports", "zoo", "--store", "index").code == 1
    assert command("ask", WATER, "--store", "index").code == 0
    assert command("text", "zoo", "--store", "index").out == ZOO


def test_folder_without_a_report_is_an_error(command, here) -> None:
    (here / "leeg").mkdir()
    found = command("ask", WATER, "--reports", "leeg")

    assert found.code == 2
    assert "leeg staat geen rapport" in found.err


def test_python_m_ingest_is_the_same_command() -> None:
    by_module = started("/bestaat/niet", module="ingest")
    by_name = started("ingest", "/bestaat/niet")

    assert (by_module.returncode, by_module.stderr) == (2, by_name.stderr)
