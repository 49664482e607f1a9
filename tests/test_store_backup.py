"""As the one who runs it I keep copies that are whole, and a report that I take out is gone."""

import json
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from answer.answer import Status
from answer.as_json import to_json
from answer.engine import Engine
from ingest.errors import BadInput, StoreMismatch, StoreMissing
from store.backup import backup, restore
from store.build import ingest
from store.checkup import check_up
from store.generation import current_generation
from store.index import open_index
from store.manifest import read_manifest
from store.settings import Settings
from store.upgrade import upgrade
from tests.cli_parts import ran
from tests.store_parts import TinyEncoder, settings_in
from tests.test_store_repair import answers, generation, of_schema
from ui.figure_rows import figure_rows
from ui.figures_csv import figures_csv

ENCODER = TinyEncoder()
SECRET = "Xanthippe Quispelgans kreeg € 77.123 voor haar zwanenmuseum."


@pytest.fixture
def settings(tmp_path) -> Settings:
    """Return settings of a store with two reports, one of which names somebody."""
    folder = tmp_path / "rapporten"
    folder.mkdir()
    line = "De fietsles voor ouderen kostte € 18.000."
    (folder / "sport.md").write_text(f"# Sport\n\n{line}\n", encoding="utf-8")
    lines = "\n\n".join(f"{SECRET} Dat was regel {number}." for number in range(40))
    (folder / "zwanendossier.md").write_text(f"# Zwanen\n\n{lines}\n", encoding="utf-8")
    ingest([folder], settings_in(tmp_path), ENCODER)
    return settings_in(tmp_path)


def ids(store: Path) -> list[str]:
    with open_index(store) as index:
        return [card.id for card in index.cards]


def test_a_copy_comes_back_elsewhere(settings, tmp_path) -> None:
    saved = backup(settings.store, tmp_path / "kopie.zip")
    other = Settings(store=tmp_path / "elders", model="tiny", cache=settings.cache)
    restore(other.store, tmp_path / "kopie.zip")

    assert saved.reports == 2
    assert answers(other)
    assert check_up(other) == ()
    assert (tmp_path / "kopie.zip").stat().st_mode & 0o077 == 0


def test_a_copy_takes_the_place_of_what_answers_and_can_be_added_to(settings, tmp_path) -> None:
    backup(settings.store, tmp_path / "kopie.zip")
    folder = tmp_path / "rapporten"
    (folder / "sport.md").unlink()
    ingest([folder], settings, ENCODER, prune=True)
    assert ids(settings.store) == ["zwanendossier"]

    restore(settings.store, tmp_path / "kopie.zip")
    assert ids(settings.store) == ["sport", "zwanendossier"]
    (folder / "wonen.md").write_text("# Wonen\n\nEr kwamen 12 huizen bij.\n", encoding="utf-8")
    ingest([folder], settings, ENCODER)

    assert ids(settings.store) == ["sport", "wonen", "zwanendossier"]
    assert check_up(settings) == ()


def test_copies_are_whole_while_reports_are_read_in(settings, tmp_path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            line = f"# Sport\n\nDe fietsles kostte € {number}.\n"
            (tmp_path / "rapporten" / "sport.md").write_text(line, encoding="utf-8")
            ingest([tmp_path / "rapporten"], settings, ENCODER)

    writer = threading.Thread(target=write)
    writer.start()
    made: list[str] = []
    while len(set(made)) < 4:  # each of at least three moments at which another generation came
        made.append(backup(settings.store, tmp_path / f"{len(made)}.zip").generation)
    stop.set()
    writer.join()

    chosen = sorted({made.index(name) for name in made} | {len(made) - 1})
    for number in chosen:
        other = Settings(store=tmp_path / f"uit-{number}", model="tiny", cache=settings.cache)
        restore(other.store, tmp_path / f"{number}.zip")
        assert ids(other.store) == ["sport", "zwanendossier"]
        assert check_up(other) == ()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-500])


def with_more(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("../../elders.txt", "x")


def noise(path: Path) -> None:
    path.write_bytes(b"geen zip")


def one_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[2000] ^= 255
    path.write_bytes(data)


def with_manifest(data: bytes) -> Callable[[Path], None]:
    """Return what puts another manifest in a copy."""

    def changed(path: Path) -> None:
        with zipfile.ZipFile(path) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
        with zipfile.ZipFile(path, "w") as packed:
            for name, part in {**parts, "manifest.json": data}.items():
                packed.writestr(name, part)

    return changed


@pytest.mark.parametrize(
    "spoil",
    [
        cut, with_more, noise, one_byte, Path.unlink,
        pytest.param(with_manifest(b"[" * 1_000_000), id="a manifest nested without end"),
        pytest.param(with_manifest(b"\xff\xfe"), id="a manifest that is no text"),
        pytest.param(with_manifest(b"[]"), id="a manifest of nothing"),
    ],
)  # fmt: skip
def test_what_is_no_copy_is_refused_and_the_index_goes_on(settings, tmp_path, spoil) -> None:
    file = tmp_path / "kopie.zip"
    backup(settings.store, file)
    before = current_generation(settings.store)
    spoil(file)

    with pytest.raises(
        BadInput, match=r"kopie\.zip is (er niet|geen hele kopie).*raadsbron backup"
    ):
        restore(settings.store, file)
    assert current_generation(settings.store) == before
    assert [path.name for path in settings.store.glob("*gen-*")] == [before]
    assert not (tmp_path / "elders.txt").exists()


def test_a_copy_that_would_fill_the_disk_is_refused_before_it_does(
    settings, tmp_path, monkeypatch
) -> None:
    file = tmp_path / "kopie.zip"
    backup(settings.store, file)
    before = current_generation(settings.store)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=50_000))

    with pytest.raises(BadInput, match=r"kopie\.zip is uitgepakt .*is 0 MB vrij\. Maak ruimte"):
        restore(settings.store, file)
    assert [path.name for path in settings.store.glob("*gen-*")] == [before]


def test_a_copy_of_another_schema_is_refused(settings, tmp_path) -> None:
    of_schema(generation(settings), 10_000)

    with pytest.raises(StoreMismatch, match="schema"):
        backup(settings.store, tmp_path / "kopie.zip")


def test_there_must_be_something_to_save_and_a_place_for_it(settings, tmp_path) -> None:
    with pytest.raises(StoreMissing, match="nog geen index"):
        backup(tmp_path / "leeg", tmp_path / "kopie.zip")
    with pytest.raises(BadInput, match="kan niet worden geschreven"):
        backup(settings.store, tmp_path / "nergens" / "kopie.zip")


def test_the_command_saves_and_puts_back(settings, tmp_path) -> None:
    file = tmp_path / "kopie.zip"
    for verb in ("backup", "restore"):
        command = [sys.executable, "-m", "cli", verb, str(file), "--store", str(settings.store)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "2 rapporten" in done.stdout


def test_a_report_that_is_taken_out_leaves_no_byte_behind(settings, tmp_path) -> None:
    def traces() -> list[str]:
        """Return the files under the store that hold a word or the name of the report."""
        words = (b"uispelgans", b"anthipp", b"zwanen", b"77.123", b"77123")
        files = (path for path in settings.store.rglob("*") if path.is_file())
        return [path.name for path in files if any(w in path.read_bytes().lower() for w in words)]

    assert "catalog.sqlite" in traces()
    assert "chroma.sqlite3" in traces()
    rows = read_manifest(generation(settings)).units
    (tmp_path / "rapporten" / "zwanendossier.md").unlink()
    ingest([tmp_path / "rapporten"], settings, ENCODER, prune=True)

    assert traces() == []
    assert len(list(settings.store.glob("*gen-*"))) == 1
    assert read_manifest(generation(settings)).units < rows
    assert answers(settings)
    assert check_up(settings) == ()


def test_what_is_taken_out_is_in_no_answer_list_export_copy_or_cache(
    settings, tmp_path, capsys
) -> None:
    (tmp_path / "rapporten" / "zwanendossier.md").unlink()
    ingest([tmp_path / "rapporten"], settings, ENCODER, prune=True)
    with open_index(settings.store, ENCODER) as index:
        answer = Engine(index, ENCODER, settings).ask("Wat kreeg Xanthippe Quispelgans?")
        table = figures_csv(figure_rows(index.report(card.id) for card in index.cards))
    copy = tmp_path / "kopie.zip"
    backup(settings.store, copy)
    with zipfile.ZipFile(copy) as packed:
        copied = b"".join(packed.read(name) for name in packed.namelist())
    cached = b"".join(p.read_bytes() for p in settings.cache.rglob("*") if p.is_file())
    listed = ran(capsys, "reports", "--store", settings.store).out
    text = ran(capsys, "text", "zwanendossier", "--store", settings.store)

    assert (answer.status, answer.citations, answer.value) == (Status.NOT_FOUND, (), None)
    shown = json.dumps([to_json(answer)["closest"], listed, text.out, text.err.split("Wel:")[-1]])
    for where in (shown.encode(), table, copied, cached):
        assert b"wanen" not in where.lower()
        assert b"77.123" not in where
    assert text.code == 2


def test_a_report_in_a_new_version_leaves_no_old_text(settings, tmp_path) -> None:
    (tmp_path / "rapporten" / "zwanendossier.md").write_text("# Eenden\n\nNiets.\n")
    ingest([tmp_path / "rapporten"], settings, ENCODER)

    catalog = (generation(settings) / "catalog.sqlite").read_bytes().lower()
    assert b"uispelgans" not in catalog
    assert b"77.123" not in catalog


def test_an_index_of_an_older_version_is_made_anew_by_itself(settings) -> None:
    of_schema(generation(settings), 0)

    assert upgrade(settings, lambda: ENCODER)
    assert answers(settings)
    assert not upgrade(settings, lambda: ENCODER)


def test_an_old_index_stays_where_its_reports_are_gone(settings, tmp_path) -> None:
    of_schema(generation(settings), 0)
    before = generation(settings)
    shutil.rmtree(tmp_path / "rapporten")

    with pytest.raises(Exception, match=r"raadsbron restore"):
        upgrade(settings, lambda: ENCODER)
    assert generation(settings) == before
