"""A file or folder that may not be opened costs me that one, with what to do, and nothing else."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import BadInput
from ingest.find import find_files
from store.build import ingest
from store.index import open_index
from tests.cli_parts import ROOT
from tests.store_parts import TinyEncoder, settings_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")

NAMES = ("open.md", "dicht.md", "map/diep.md", "lijst/genoemd.md")
# Modes do not stop root, who runs the tests in some places. Without two of its rights
# (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH) they do; a process loses them at its next start.
BOUND = """
import ctypes, os, sys
if os.getuid() == 0:
    for right in (1, 2):
        ctypes.CDLL(None).prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""
INGEST = """
import sys
from pathlib import Path
from ingest.errors import RaadsbronError
from store.build import ingest
from tests.store_parts import TinyEncoder, settings_in

try:
    done = ingest([Path(sys.argv[2])], settings_in(Path(sys.argv[1])), TinyEncoder(), prune=True)
except RaadsbronError as error:
    sys.exit(str(error))
print(done.added, done.unchanged, done.removed)
for failure in done.failed:
    print(failure.file_name, "|", failure.reason)
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with reports."""
    place = tmp_path
    for name in NAMES:
        path = place / "rapporten" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Nota\n\nIn {path.stem} kostte de speelbus € 12.000.\n")
    yield place
    open_up(place)


def open_up(place: Path) -> None:
    place.chmod(0o777)
    for folder in [path for path in place.rglob("*") if path.is_dir()]:
        folder.chmod(0o777)
    for path in place.rglob("*"):
        path.chmod(0o777)


def close(place: Path) -> None:
    """Close one file, one folder, and one folder of which the names may be seen and no more."""
    open_up(place)
    (place / "rapporten" / "dicht.md").chmod(0)
    (place / "rapporten" / "map").chmod(0)
    (place / "rapporten" / "lijst").chmod(0o444)


def bound_ingest(place: Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return bound(INGEST, place, folder)


def bound(code: str, place: Path, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run code in a process that modes do stop."""
    arguments = (code, str(place), str(folder or place / "rapporten"))
    command = [sys.executable, "-c", BOUND, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_all_that_may_be_read_goes_in_and_the_rest_is_told(place: Path) -> None:
    close(place)
    done = bound_ingest(place)

    assert done.returncode == 0, done.stderr
    first, *failures = done.stdout.splitlines()
    assert first == "('open',) () ()", done.stderr
    assert [line.partition(" | ")[0] for line in failures] == ["dicht.md", "genoemd.md", "map"]
    assert all("leesrechten" in line and "lees opnieuw in" in line for line in failures)


def test_reports_that_can_no_longer_be_opened_stay_in_the_index(place: Path) -> None:
    """A folder that is closed by mistake must not take its reports out of the answers."""
    ingest([place / "rapporten"], settings_in(place), TinyEncoder())
    close(place)
    done = bound_ingest(place)

    assert done.stdout.splitlines()[0] == "() ('open',) ()", done.stderr
    assert len(done.stdout.splitlines()) == 4
    with open_index(settings_in(place).store) as index:
        assert [card.id for card in index.cards] == ["dicht", "diep", "genoemd", "open"]


def test_once_opened_again_they_go_in(place: Path) -> None:
    close(place)
    bound_ingest(place)
    open_up(place)

    assert bound_ingest(place).stdout == "('dicht', 'diep', 'genoemd') ('open',) ()\n"


LOOK = """
import sys
from pathlib import Path
from store.index import open_index
from tests.store_parts import settings_in
from ui.report_file import report_file

with open_index(settings_in(Path(sys.argv[1])).store) as index:
    for card in index.cards:
        print(card.id, bool(report_file(index.report(card.id), [sys.argv[2]])))
"""


def test_the_page_of_a_report_that_can_no_longer_be_opened_is_not_drawn(place: Path) -> None:
    """The text still answers; a page that fails would take the answer with it."""
    ingest([place / "rapporten"], settings_in(place), TinyEncoder())
    close(place)
    done = bound(LOOK, place)

    assert done.stdout.split() == "dicht False diep False genoemd False open True".split()


def test_a_folder_out_of_reach_is_said(place: Path) -> None:
    close(place)
    done = bound_ingest(place, place / "rapporten" / "map" / "binnen")

    assert done.returncode == 1
    assert "binnen kan niet geopend worden: Permission denied. Geef een map" in done.stderr


def test_a_folder_that_is_not_there_is_said(place: Path) -> None:
    with pytest.raises(BadInput, match=r"niets bestaat niet\. Geef een map of bestand dat er is"):
        find_files([place / "niets"])


def test_a_pipe_is_not_waited_for(place: Path) -> None:
    os.mkfifo(place / "rapporten" / "pijp.md")
    found = find_files([place / "rapporten"])

    assert len(found.sources) == len(NAMES)
    assert [(each.path.name, each.reason) for each in found.refused] == [
        ("pijp.md", "pijp.md is geen gewoon bestand. Zet het rapport zelf neer.")
    ]
