"""As an engineer I see how well, how fast and how safely files are read, by commands."""

import re
import shutil

import pytest

from evals import health, reading_fuzz, reading_speed
from evals.reading_fuzz import fuzz_reading
from ingest.find import find_sources
from tests.conftest import SAMPLES
from tests.reading_parts import print_pdf


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a PDF that can be read and one that can't."""
    print_pdf(tmp_path / "concept-nota-2024.pdf")
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 en verder niets")
    return tmp_path


def test_the_health_of_every_file_is_told_in_words(folder, capsys) -> None:
    code = health.main([str(folder)])
    told = capsys.readouterr().out

    assert code == 3
    assert "concept-nota-2024.pdf: 1 pages: 1 read; 0 sections, 2 sentences, 0 figures" in told
    assert "  version      concept (in the file name)" in told
    assert "  date         not found" in told
    assert "kapot.pdf: not read. kapot.pdf is beschadigd" in told
    assert told.endswith("1 files read, 1 not\n")


def test_a_folder_without_a_readable_file_ends_with_code_2(tmp_path, capsys) -> None:
    (tmp_path / "oud.odt").write_bytes(b"x")

    assert health.main([str(tmp_path)]) == 2
    assert "soort die niet gelezen wordt" in capsys.readouterr().out


def test_reading_is_timed_beside_plain_pypdf_on_the_same_files(folder, capsys) -> None:
    assert reading_speed.main([str(folder), "--memory", "2"]) == 0
    told = capsys.readouterr().out

    assert re.search(r"raadsbron +2 files +1 pages", told)
    assert re.search(r"pypdf .* 1\.00 x pypdf .* s of CPU", told)
    assert re.search(r"2 files: this process +\d+ MB, reading process +\d+ MB", told)


def test_hundreds_of_damaged_files_harm_nobody(tmp_path) -> None:
    for path in SAMPLES.glob("*brief*.pdf"):
        shutil.copy(path, tmp_path)
    (tmp_path / "a.txt").write_text("10.000 Kookclub\nDe kookclub kookte elke week.\n")

    counts = fuzz_reading([source.path for source in find_sources((tmp_path,))], 60, seed=7)

    assert counts.faults == 0
    assert counts.reports + counts.refused + counts.lost == counts.inputs == 60
    assert counts.reports > 0
    assert counts.refused > 0


def test_nothing_to_damage_is_said(tmp_path, capsys) -> None:
    assert reading_fuzz.main([str(tmp_path)]) == 2
    assert "no file to damage" in capsys.readouterr().err
