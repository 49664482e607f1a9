"""As a user I always get answers from a whole index: the old one, or the new one."""

import json
import shutil
import threading
from typing import NoReturn

import pytest

from ingest.errors import StoreMismatch, StoreMissing
from store.generation import clean, current_generation, new_generation
from store.hit import UnitKind
from store.incoming import Incoming
from store.index import open_index
from store.manifest import read_manifest
from store.update import Update
from tests.store_parts import TinyEncoder, index_of, line_report, settings_in, sport_report

ENCODER = TinyEncoder()


@pytest.fixture
def index(tmp_path):
    with index_of(tmp_path, sport_report()) as index:
        yield index


def add(folder, report) -> None:
    """Publish a generation that holds one report more."""
    settings = settings_in(folder)
    name = current_generation(settings.store)
    old = read_manifest(settings.store / name) if name else None
    with Update(settings, ENCODER, old) as update:
        update.add([Incoming(report, str(folder))], lambda _: None)
        update.finish([])


def texts(index) -> set[str]:
    """Return every sentence that a search finds."""
    vector = ENCODER.encode_queries(["geld"])[0]
    hits = index.search("geld", vector, kinds=frozenset({UnitKind.SENTENCE}))
    reports = {hit.unit.report_id: index.report(hit.unit.report_id) for hit in hits}
    return {
        reports[hit.unit.report_id].quote(
            reports[hit.unit.report_id].sentences[hit.unit.index].span
        )
        for hit in hits
    }


def test_a_report_comes_back_as_it_went_in(index) -> None:
    assert index.report("sport") == sport_report()


def test_an_open_index_goes_on_and_knows_that_it_is_old(index, tmp_path) -> None:
    before = texts(index)
    add(tmp_path, line_report("nieuw", "Er is geld voor een orkest."))

    assert not index.is_current()
    assert texts(index) == before
    with open_index(tmp_path / "index") as newer:
        assert newer.is_current()
        assert texts(newer) == before | {"Er is geld voor een orkest."}


def test_an_old_generation_stays_while_it_is_read_and_goes_after(index, tmp_path) -> None:
    store = tmp_path / "index"
    add(tmp_path, line_report("nieuw", "Er is geld voor een orkest."))
    clean(store, current_generation(store))
    assert (store / index.generation).is_dir()
    assert texts(index)

    index.close()
    clean(store, current_generation(store))
    assert not (store / index.generation).exists()
    assert len(list(store.glob("gen-*"))) == 1


def test_what_a_killed_writer_left_is_cleaned(index, tmp_path) -> None:
    store = tmp_path / "index"
    (new_generation(store) / "catalog.sqlite").write_bytes(b"half")
    new_generation(store, index.generation)
    (store / "old-gen-1").mkdir()
    (store / "samples").mkdir()
    clean(store, index.generation)

    kept = {path.name for path in store.iterdir() if path.is_dir()}
    assert kept == {index.generation, "samples"}


def test_changes_that_fail_half_way_are_thrown_away(index, tmp_path) -> None:
    store = tmp_path / "index"
    manifest = read_manifest(store / index.generation)

    def lose_power() -> NoReturn:
        message = "stop"
        raise RuntimeError(message)

    def change() -> None:
        with Update(settings_in(tmp_path), ENCODER, manifest) as update:
            update.remove("sport")
            lose_power()

    with pytest.raises(RuntimeError, match="stop"):
        change()

    assert index.is_current()
    assert [path.name for path in store.glob("gen-*")] == [index.generation]


def test_an_update_without_changes_makes_no_generation(index, tmp_path) -> None:
    manifest = read_manifest(tmp_path / "index" / index.generation)
    with Update(settings_in(tmp_path), ENCODER, manifest) as update:
        assert update.finish([]) == index.generation


def test_an_index_that_is_changed_often_does_not_grow(tmp_path) -> None:
    settings = settings_in(tmp_path)
    settings.store.mkdir()
    sizes, deleted = [], []
    for number in range(8):
        name = current_generation(settings.store)
        old = read_manifest(settings.store / name) if name else None
        lines = tuple(f"Regel {line} van ronde {number}." for line in range(60))
        with Update(settings, ENCODER, old) as update:
            report = line_report("plan", *lines)
            update.add([Incoming(report, "", replaces=old is not None)], lambda _: None)
            folder = settings.store / update.finish([])
        clean(settings.store, folder.name)
        sizes.append(sum(path.stat().st_size for path in (folder / "chroma").rglob("*")))
        deleted.append(read_manifest(folder).deleted)

    assert max(deleted) <= 3 * 61
    assert max(sizes) < 2 * sizes[0]
    with open_index(settings.store) as index:
        assert all("ronde 7" in text for text in texts(index))


def test_a_store_without_index_says_how_to_make_one(tmp_path) -> None:
    with pytest.raises(StoreMissing, match=r"nog geen index.*raadsbron ingest MAP"):
        open_index(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"gen-20200101T000000-abcdef\n", id="gone"),
        pytest.param(b"\xff\xfe\x00garbage", id="garbage"),
        pytest.param(b"../../elders\n", id="elsewhere"),
        pytest.param(b"gen-/../../../elders\n", id="elsewhere-in-disguise"),
    ],
)
def test_a_damaged_pointer_is_said(index, tmp_path, content) -> None:
    (tmp_path / "index" / "CURRENT").write_bytes(content)

    with pytest.raises(StoreMissing, match=r"beschadigd.*CURRENT.*--rebuild"):
        open_index(tmp_path / "index")


def test_a_pointer_that_can_not_be_read_is_said(index, tmp_path) -> None:
    pointer = tmp_path / "index" / "CURRENT"
    pointer.unlink()
    pointer.mkdir()

    with pytest.raises(StoreMissing, match=r"niet te lezen.*--store"):
        open_index(tmp_path / "index")


@pytest.mark.parametrize(
    "name", ["catalog.sqlite", "manifest.json", "chroma", "chroma/chroma.sqlite3"]
)
def test_a_missing_part_is_said(index, tmp_path, name) -> None:
    part = tmp_path / "index" / index.generation / name
    shutil.rmtree(part) if part.is_dir() else part.unlink()

    with pytest.raises(StoreMissing, match="raadsbron ingest --rebuild"):
        open_index(tmp_path / "index")


@pytest.mark.parametrize("name", ["catalog.sqlite", "manifest.json"])
def test_a_damaged_part_is_said(index, tmp_path, name) -> None:
    (tmp_path / "index" / index.generation / name).write_bytes(b"\x00" * 4096)

    with pytest.raises((StoreMissing, StoreMismatch), match="raadsbron ingest --rebuild"):
        open_index(tmp_path / "index")


@pytest.mark.parametrize("content", [None, b"", b"\x93NUMPY garbage"])
def test_lost_vectors_are_said(index, tmp_path, content) -> None:
    matrix = tmp_path / "index" / index.generation / "vectors.npy"
    matrix.unlink() if content is None else matrix.write_bytes(content)

    with pytest.raises(StoreMissing, match=r"weg of beschadigd.*raadsbron doctor --repair"):
        open_index(tmp_path / "index")


def test_a_lost_list_of_units_is_made_again_from_the_texts(index, tmp_path) -> None:
    (tmp_path / "index" / index.generation / "units.npy").unlink()

    with open_index(tmp_path / "index") as other:
        assert texts(other) == texts(index)


def test_another_schema_names_the_command_with_its_folders(index, tmp_path) -> None:
    manifest = tmp_path / "index" / index.generation / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "schema": 0}))

    with pytest.raises(StoreMismatch, match=f"--rebuild {tmp_path}"):
        open_index(tmp_path / "index")


@pytest.mark.parametrize(
    "encoder",
    [
        pytest.param(TinyEncoder("ander"), id="another-model"),
        pytest.param(TinyEncoder(dimension=32), id="another-dimension"),
    ],
)
def test_another_model_names_the_command_with_its_folders(index, tmp_path, encoder) -> None:
    with pytest.raises(StoreMismatch, match=f"model tiny.*--rebuild {tmp_path}"):
        open_index(tmp_path / "index", encoder)


def test_only_the_user_can_read_the_store(index, tmp_path) -> None:
    assert (tmp_path / "index" / index.generation).stat().st_mode & 0o077 == 0


def test_readers_see_whole_generations_while_a_writer_swaps(index, tmp_path) -> None:
    store = tmp_path / "index"
    stop = threading.Event()
    seen: set[int] = set()
    errors: list[Exception] = []

    def read() -> None:
        while not stop.is_set():
            try:
                with open_index(store) as found:
                    lines = [text for text in texts(found) if text.startswith("Er is geld")]
                    assert len(lines) == len(found.cards) - 1
                    seen.add(len(lines))
            except Exception as error:
                errors.append(error)
                return

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(6):
        add(tmp_path, line_report(f"nieuw-{number}", f"Er is geld voor plan {number}."))
        clean(store, current_generation(store))
    stop.set()
    reader.join()

    assert not errors
    assert len(seen) > 1
