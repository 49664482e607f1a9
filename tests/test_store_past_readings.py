"""A file that could not be read is tried again only when it or the readers have changed."""

from dataclasses import replace
from pathlib import Path

import pytest

import store.build
from ingest.read import read_reports
from store.build import ingest
from store.ingest_result import IngestResult
from store.past_readings import PastReading, keep_past, read_past
from tests.store_parts import TinyEncoder, settings_in


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a folder with one report and one file that is no PDF."""
    folder = tmp_path / "rapporten"
    folder.mkdir()
    (folder / "sport.md").write_text("# Sport\n\nDe fietsles kostte € 18.000.\n")
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7 en verder niets")
    return folder


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """Return the names of the files that are read from now on."""
    names: list[str] = []

    def counted(sources, limits):
        names.extend(source.path.name for source in sources)
        return read_reports(sources, limits)

    monkeypatch.setattr(store.build, "read_reports", counted)
    return names


def run(folder: Path, **options) -> IngestResult:
    return ingest([folder], settings_in(folder.parent), TinyEncoder(), **options)


def test_a_broken_file_is_read_once_and_named_each_time(folder, read) -> None:
    first, second = run(folder), run(folder)

    assert sorted(read) == ["kapot.pdf", "sport.md"]
    assert first.failed == second.failed
    assert "beschadigd" in second.failed[0].reason


def test_a_broken_file_that_was_mended_is_read(folder, read) -> None:
    run(folder)
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7 en nog steeds niets")
    run(folder)

    assert read.count("kapot.pdf") == 2


def test_a_rebuild_tries_everything_again(folder, read) -> None:
    run(folder)
    run(folder, rebuild=True)

    assert read.count("kapot.pdf") == 2


def test_other_readers_try_again(folder, read) -> None:
    run(folder)
    kept = read_past(folder.parent / "index")
    keep_past(folder.parent / "index", [replace(past, readers="0") for past in kept])
    run(folder)

    assert read.count("kapot.pdf") == 2


def test_a_report_whose_new_file_is_broken_says_each_time_that_the_old_one_answers(folder) -> None:
    run(folder)
    (folder / "sport.md").unlink()
    (folder / "sport.pdf").write_bytes(b"%PDF-1.7 en verder niets")
    reasons = [
        next(f.reason for f in run(folder).failed if f.file_name == "sport.pdf") for _ in range(2)
    ]

    assert "De eerder ingelezen versie blijft" in reasons[0]
    assert reasons[0] == reasons[1]


def test_what_is_forgotten_or_damaged_is_nothing(tmp_path) -> None:
    assert read_past(tmp_path) == ()
    (tmp_path / "readings.json").write_text('[{"path": 3')
    assert read_past(tmp_path) == ()


def test_what_is_kept_is_read_back(tmp_path) -> None:
    past = (PastReading("/a.pdf", "00", "2", "stuk"), PastReading("/b.pdf", "01", "2+ocr", None))
    keep_past(tmp_path, past)

    assert read_past(tmp_path) == past
