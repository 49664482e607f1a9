"""As a user I keep getting answers when an ingest is killed, runs out of disk or may not write."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ingest.errors import RaadsbronError
from store.build import ingest
from store.generation import current_generation
from store.hit import UnitKind
from store.index import open_index
from tests.store_parts import TinyEncoder, settings_in

ROOT = Path(__file__).resolve().parent.parent
ENCODER = TinyEncoder()
KILLS = 8  # the long version is `python -m evals.faults`
MOST_KILLS = 40  # where moments by chance fall beside the work, as a busy machine may have it
# Ingests for ever; every round both reports say in each line which round it is.
WRITER = """
import sys
from pathlib import Path
from store.build import ingest
from tests.store_parts import TinyEncoder, settings_in

place, first = Path(sys.argv[1]), int(sys.argv[2])
(place / "rapporten").mkdir(exist_ok=True)
for number in range(first, first + 1000):
    for name in ("sport", "cultuur"):
        lines = (f"Regel {line} hoort bij ronde {number}." for line in range(60))
        (place / "rapporten" / f"{name}.txt").write_text("\\n\\n".join(lines))
    print(number, flush=True)
    ingest([place / "rapporten"], settings_in(place), TinyEncoder())
"""


def rounds(store: Path) -> set[str]:
    """Return the round that each sentence of the index names, all reports together."""
    with open_index(store, ENCODER) as index:
        vector = ENCODER.encode_queries(["regel hoort bij ronde"])[0]
        kinds = frozenset({UnitKind.SENTENCE})
        hits = index.search("regel hoort bij ronde", vector, kinds=kinds, k=500)
        assert len(hits) == 120
        spans = ((index.report(h.unit.report_id), h.unit.index) for h in hits)
        return {r.quote(r.sentences[number].span).rpartition(" ")[2] for r, number in spans}


def start_writer(place: Path, first: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(place), str(first)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_after_a_kill_the_last_good_index_answers(tmp_path) -> None:
    store = tmp_path / "index"
    moment = random.Random(2024)
    answered: set[str] = set()
    left_behind = 0
    round_seconds = 0.0
    for kill in range(MOST_KILLS):
        if kill >= KILLS and left_behind and len(answered) > 1:
            break
        process = start_writer(tmp_path, 1000 * kill)
        assert process.stdout is not None
        process.stdout.readline()
        if kill in (0, KILLS // 2):  # there must be an index to fall back on, and later a newer one
            started = time.monotonic()
            process.stdout.readline()
            round_seconds = time.monotonic() - started
        time.sleep(moment.uniform(0.0, 1.8) * round_seconds)
        process.kill()
        process.communicate()

        found = rounds(store)
        assert len(found) == 1, "one ingest, whole: never half of one and half of another"
        answered |= found
        left_behind += len(list(store.glob("gen-*"))) > 1

    assert len(answered) > 1
    assert left_behind > 0, "no kill hit a writer at work"
    ingest([tmp_path / "rapporten"], settings_in(tmp_path), ENCODER)
    assert [path.name for path in store.glob("gen-*")] == [current_generation(store)]
    assert not list(store.glob("old-*"))


def test_an_interrupted_ingest_leaves_nothing_behind(tmp_path) -> None:
    folder = tmp_path / "rapporten"
    folder.mkdir()
    (folder / "sport.md").write_text("# Sport\n\nDe fietsles kostte € 18.000.\n")

    class Interrupted(TinyEncoder):
        def encode_passages(self, texts):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([folder], settings_in(tmp_path), Interrupted())

    assert not list((tmp_path / "index").glob("gen-*"))


FULL = """
import resource, sys
from pathlib import Path
from ingest.errors import RaadsbronError
from store.build import ingest
from tests.store_parts import TinyEncoder, settings_in

place = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    ingest([place / "rapporten"], settings_in(place), TinyEncoder())
except RaadsbronError as error:
    print(error)
"""


@pytest.mark.parametrize(
    "room", [pytest.param(1_000, id="at-once"), pytest.param(100_000, id="half-way")]
)
def test_a_full_disk_is_said_and_the_old_index_answers(tmp_path, room) -> None:
    folder = tmp_path / "rapporten"
    folder.mkdir()
    (folder / "sport.md").write_text("# Sport\n\nDe fietsles kostte € 18.000.\n")
    before = ingest([folder], settings_in(tmp_path), ENCODER)
    (folder / "wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n")
    command = [sys.executable, "-c", FULL, str(tmp_path), str(room)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "schijf vol" in done.stdout, done.stderr
    assert current_generation(tmp_path / "index") == before.generation
    assert len(list((tmp_path / "index").glob("gen-*"))) == 1
    with open_index(tmp_path / "index") as index:
        assert [card.id for card in index.cards] == ["sport"]


READ_ONLY = """
import os, sys
from pathlib import Path
import chromadb
from ingest.errors import RaadsbronError
from store.build import ingest
from store.index import open_index
from tests.store_parts import TinyEncoder, settings_in

place = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
with open_index(place / "index") as index:
    vector = TinyEncoder().encode_queries(["fietsles"])[0]
    print(index.search("fietsles", vector)[0].unit.key)
try:
    ingest([place / "rapporten"], settings_in(place), TinyEncoder())
except RaadsbronError as error:
    print(error)
"""


@pytest.fixture
def open_place():
    """Return a folder that every user may enter, as pytest's own may not be."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    for path in (place, *place.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(place)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_read_only_index_answers_and_an_ingest_says_why_not(open_place) -> None:
    folder = open_place / "rapporten"
    folder.mkdir()
    (folder / "sport.md").write_text("# Sport\n\nDe fietsles kostte € 18.000.\n")
    ingest([folder], settings_in(open_place), ENCODER)
    for path in (open_place / "index").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (open_place / "index").chmod(0o555)
    command = [sys.executable, "-c", READ_ONLY, str(open_place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    lines = done.stdout.splitlines()
    assert len(lines) == 2, done.stderr
    assert lines[0].startswith("sport/")
    assert "kan niet geschreven worden" in lines[1]
    assert "--store" in lines[1]


def test_a_store_in_an_impossible_place_is_said(tmp_path) -> None:
    (tmp_path / "rapporten").mkdir()
    (tmp_path / "index").write_text("een bestand")

    with pytest.raises(RaadsbronError, match=r"kan niet geschreven worden.*--store"):
        ingest([tmp_path / "rapporten"], settings_in(tmp_path), ENCODER)
